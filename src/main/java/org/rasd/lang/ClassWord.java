package org.rasd.lang;

/** A word of a named class (conf/lexicon/ar/classes.tsv or an event file). */
public record ClassWord(int classId) implements Entry {}
