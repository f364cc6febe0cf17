package org.rasd.clean;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;

/**
 * What the driver needs to know of the fates: counts by file, and the published rows of other days that changed, which are
 * few.
 */
final class Findings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, long[]> files = new HashMap<>();
    private final List<Fate> changed = new ArrayList<>();
    private final SortedSet<LocalDate> staleOn = new TreeSet<>();

    /** Looks at all fates once. */
    static Findings of(JavaRDD<Fate> fates) {
        return fates.treeAggregate(new Findings(), Findings::with, Findings::with);
    }

    private Findings with(Fate fate) {
        if (fate.entry().before() == null) {
            long[] counts = files.computeIfAbsent(fate.entry().file(), any -> new long[2]);
            counts[fate.isArticle() ? 0 : 1]++;
            return this;
        }
        if (fate.isChanged()) {
            changed.add(fate);
        }
        if (fate.isStale()) {
            staleOn.add(LocalDate.ofEpochDay(fate.entry().day()));
        }
        return this;
    }

    private Findings with(Findings other) {
        other.files.forEach((file, counts) -> {
            long[] mine = files.computeIfAbsent(file, any -> new long[2]);
            mine[0] += counts[0];
            mine[1] += counts[1];
        });
        changed.addAll(other.changed);
        staleOn.addAll(other.staleOn);
        return this;
    }

    /** Adds articles and repeats to {@code account}. */
    void into(Account account) {
        files.forEach((file, counts) -> account.found(file, counts[0], counts[1]));
    }

    /** Published rows of other days that repeat something else than before. */
    List<Fate> changed() {
        return changed;
    }

    /** Those that were articles. */
    List<Fate> withdrawn() {
        return changed.stream().filter(fate -> fate.entry().wasArticle()).toList();
    }

    /** Days with repeats of what is there no longer. */
    SortedSet<LocalDate> staleOn() {
        return staleOn;
    }

    /** The days of {@code fates}. */
    static SortedSet<LocalDate> daysOf(List<Fate> fates) {
        SortedSet<LocalDate> days = new TreeSet<>();
        fates.forEach(fate -> days.add(LocalDate.ofEpochDay(fate.entry().day())));
        return days;
    }
}
