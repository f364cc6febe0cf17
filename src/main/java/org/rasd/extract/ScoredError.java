package org.rasd.extract;

/** One difference between rows and labels, in the order in which a reader wants them. */
public record ScoredError(Kind kind, String type, String url, int sentence, String detail, String text) {
    /** What went wrong. */
    public enum Kind {
        /** A row that no label asks for. */
        FALSE_ALARM,
        /** A label without a row. */
        MISSED,
        /** Another status. */
        STATUS,
        /** Other parties. */
        PARTIES,
        /** Another number of persons. */
        PERSONS,
        /** Another date. */
        DATE,
        /** Background taken for news, or the other way round. */
        HISTORICAL
    }
}
