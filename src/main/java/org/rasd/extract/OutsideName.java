package org.rasd.extract;

import java.io.Serializable;
import java.util.List;

/**
 * A name that something other than our lists and tagger found.
 *
 * @param begin start in title or body (UTF-16)
 * @param end end, exclusive
 * @param type PER, LOC, ORG or MISC
 * @param name as its finder calls it; empty for as the text has it
 * @param codes what may be its country or actor code; the first that entities.tsv knows is taken, none is fine
 * @param confidence 0 to 1
 * @param annotator what found it
 */
public record OutsideName(
        int begin, int end, String type, String name, List<String> codes, double confidence, String annotator)
        implements Serializable {}
