package org.rasd.lang;

/** What form of a lemma a match is. */
public enum Tense {
    /** Not a verb. */
    NONE,
    /** Past. */
    PAST,
    /** Present or, with its clitic, future. */
    PRESENT,
    /** A noun in the accusative without article, often a participle that carries on the sentence (داعيا). */
    ACCUSATIVE
}
