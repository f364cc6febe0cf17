package org.rasd.lang;

/** Which clitics a listed form may carry. */
public enum Attach {
    /** A noun: conjunction, preposition, article before it; a possessive pronoun after it. */
    NOUN,
    /** A noun form that stands only before a pronoun (ta marbuta opened: هدنت in هدنته). */
    NOUN_OPEN,
    /** A past verb: conjunction or emphatic lam before it; an object pronoun after it. */
    PAST,
    /** A present verb: as a past verb, and the future sin. */
    PRESENT,
    /** A verb form that stands only before a pronoun (احتجزو in احتجزوه). */
    PAST_OPEN,
    /** As {@link #PAST_OPEN}, present. */
    PRESENT_OPEN,
    /** A name: as a noun, but no pronoun after it. */
    NAME,
    /** A fixed form: only a conjunction before it. */
    FIXED;

    boolean isVerb() {
        return this == PAST || this == PRESENT || this == PAST_OPEN || this == PRESENT_OPEN;
    }

    boolean isOpen() {
        return this == NOUN_OPEN || this == PAST_OPEN || this == PRESENT_OPEN;
    }
}
