package org.rasd.job.config;

import java.time.LocalDate;

/**
 * Days of publication, both ends included.
 *
 * <p>An open end is the first or last day that an article may have.
 */
public record DayRange(LocalDate first, LocalDate last) {
    /** No article is older. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** No article is younger. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** Every day. */
    public static final DayRange ALL = new DayRange(FIRST, LAST);

    /** True where both ends were given. */
    public boolean isClosed() {
        return !first.equals(FIRST) && !last.equals(LAST);
    }
}
