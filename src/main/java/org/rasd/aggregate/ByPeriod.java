package org.rasd.aggregate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * That rows of a report rest, of one table, on the rows of their own day or month only: a run then makes just the periods that
 * it touches. Of other tables that change from run to run they may rest on what belongs to these rows, as the mentions of an
 * event do.
 *
 * @param unit of the period
 * @param column of the report: a day within the period
 * @param table whose rows they rest on
 * @param date of that table: a day within the same period
 */
public record ByPeriod(Unit unit, String column, String table, String date) {
    /** How long a period is. */
    public enum Unit {
        DAY,
        MONTH;

        private LocalDate first(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }

        private Column first(Column day) {
            return this == DAY ? day : functions.trunc(day, "month");
        }

        private Stream<LocalDate> days(LocalDate first) {
            return this == DAY ? Stream.of(first) : first.datesUntil(first.plusMonths(1));
        }
    }

    /** First days of the periods that hold {@code days}. */
    public SortedSet<LocalDate> periods(Collection<LocalDate> days) {
        SortedSet<LocalDate> periods = new TreeSet<>();
        days.forEach(day -> periods.add(unit.first(day)));
        return periods;
    }

    /** All days of {@code periods}. */
    public SortedSet<LocalDate> days(Collection<LocalDate> periods) {
        SortedSet<LocalDate> days = new TreeSet<>();
        periods.forEach(first -> unit.days(first).forEach(days::add));
        return days;
    }

    /** True where {@code day} lies in one of {@code periods}. */
    public Column within(Column day, Collection<LocalDate> periods) {
        return unit.first(day).isin(periods.toArray());
    }
}
