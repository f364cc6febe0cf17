/**
 * The Arabic language pack, free of Spark: folding with offsets, sentences, words, clitics, inflection, numbers, dates,
 * and one automaton for all phrases of all lists.
 *
 * <p>Reads conf/lexicon. Keeps true: display text is never changed; every position leads back to it.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.lang;
