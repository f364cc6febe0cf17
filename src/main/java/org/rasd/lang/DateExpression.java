package org.rasd.lang;

import java.time.LocalDate;

/**
 * A date told in a sentence, resolved against the day of publication.
 *
 * @param first first word
 * @param last last word, inclusive
 * @param date first day at its precision
 * @param ahead the same for an event to come: differs from {@code date} where a weekday or month names no year
 * @param since true where the sentence says that something goes on since then
 */
public record DateExpression(
        int first, int last, LocalDate date, LocalDate ahead, Precision precision, Basis basis, boolean since) {
    /** How exact a date is. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** How the sentence tells it. */
    public enum Basis {
        EXPLICIT,
        RELATIVE
    }
}
