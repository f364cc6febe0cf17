package org.rasd.publish;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a publication replaces of a table. */
public sealed interface Replace {
    /** The whole table: what is not staged is gone afterwards. */
    record Whole() implements Replace {}

    /**
     * Exactly these days; a day without rows becomes a day without a folder.
     *
     * @param days the values of the partition column, sorted
     */
    record Days(Set<LocalDate> days) implements Replace {
        /** Sorts and copies. */
        public Days {
            days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
        }
    }

    /** The whole table. */
    static Replace whole() {
        return new Whole();
    }

    /** Exactly {@code days}. */
    static Replace days(Collection<LocalDate> days) {
        return new Days(new TreeSet<>(days));
    }

    /** Every day from {@code first} to {@code last}, both included. */
    static Replace days(LocalDate first, LocalDate last) {
        return days(first.datesUntil(last.plusDays(1)).toList());
    }
}
