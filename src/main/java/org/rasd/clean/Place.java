package org.rasd.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An article's place in time as one number: the day of publication, then the moment (start of the day where unknown). */
final class Place {
    private static final int MOMENT_BITS = 28;
    /** No zone's day begins earlier than so many milliseconds before that of UTC. */
    private static final long EARLIEST = 14 * 3_600_000L;

    private Place() {}

    /** The place of an article. */
    static long of(LocalDate day, @Nullable Instant moment) {
        long start = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        long since = moment == null ? 0 : moment.toEpochMilli() - start;
        long within = Math.max(0, Math.min(since + EARLIEST, (1L << MOMENT_BITS) - 1));
        return day.toEpochDay() << MOMENT_BITS | within;
    }

    /** The day of publication since 1970-01-01. */
    static long day(long place) {
        return place >> MOMENT_BITS;
    }
}
