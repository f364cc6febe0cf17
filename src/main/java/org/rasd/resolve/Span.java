package org.rasd.resolve;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date at its precision, as the days it covers, first and last included. */
record Span(LocalDate first, LocalDate last, Precision precision) implements Comparable<Span> {

    /** How exactly a date is known. */
    enum Precision {
        DAY,
        MONTH,
        YEAR;

        /** As the tables write it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Span day(LocalDate day) {
        return new Span(day, day, Precision.DAY);
    }

    /** The span that a table's date and precision mean; no precision means a day. */
    static Span of(LocalDate date, @Nullable String precision) {
        if ("year".equals(precision)) {
            return new Span(date.withDayOfYear(1), date.withDayOfYear(date.lengthOfYear()), Precision.YEAR);
        }
        if ("month".equals(precision)) {
            return new Span(date.withDayOfMonth(1), date.withDayOfMonth(date.lengthOfMonth()), Precision.MONTH);
        }
        return day(date);
    }

    boolean overlaps(Span other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    boolean isDay() {
        return precision == Precision.DAY;
    }

    @Override
    public int compareTo(Span other) {
        int byPrecision = precision.compareTo(other.precision);
        return byPrecision != 0 ? byPrecision : first.compareTo(other.first);
    }
}
