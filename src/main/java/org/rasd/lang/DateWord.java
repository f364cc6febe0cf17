package org.rasd.lang;

/** A word of the calendar. */
public record DateWord(Role role, int value) implements Entry {
    /** What a calendar word does. */
    public enum Role {
        /** Gregorian month 1 to 12. */
        MONTH,
        /** A month name that is an ordinary word too: counts only beside a day number or a year. */
        WEAK_MONTH,
        /** Hijri month 1 to 12. */
        HIJRI,
        /** Day of the week, 1 Monday to 7 Sunday. */
        WEEKDAY,
        /** A day by its distance to publication in days. */
        DAY_OFFSET,
        /** A month by its distance to publication in months. */
        MONTH_OFFSET,
        /** A year by its distance to publication in years. */
        YEAR_OFFSET,
        /** Past (-1), coming (1) or current (0), after a unit, a month or a weekday. */
        DIRECTION,
        /** Before a year number. */
        YEAR_MARK,
        /** Before a number of units: ago. */
        AGO,
        /** Unit: 1 day, 30 month, 365 year; dual forms as value -1, -30, -365 count two. */
        UNIT,
        /** Since: the date starts a stretch. */
        SINCE,
        /** Makes a date a clock time or part of a month; skipped. */
        FILLER
    }
}
