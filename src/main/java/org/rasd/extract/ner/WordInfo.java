package org.rasd.extract.ner;

import java.util.List;

/**
 * All that is known of a word apart from its neighbours.
 *
 * @param form folded
 * @param identity hashes that name the very word: form and stems
 * @param traits hashes of what it shares with others: affixes, shape, lists, classes
 * @param coarse one hash of the small word class
 * @param fine one hash of the large word class
 * @param lists one hash of the lists that have it
 */
record WordInfo(String form, List<Forms.Stem> stems, int[] identity, int[] traits, int coarse, int fine, int lists) {}
