package org.rasd.clean;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;

/** The published days that may hold a part of a story. */
final class Window {
    private final Earlier earlier;
    private final SortedSet<LocalDate> published;
    private final int reach;

    /**
     * @param reach days between two copies of a story at most
     */
    Window(Earlier earlier, int reach) {
        this.earlier = earlier;
        this.published = earlier.days();
        this.reach = reach;
    }

    /** Published days within reach of {@code days}, those left out. */
    SortedSet<LocalDate> around(Collection<LocalDate> days) {
        SortedSet<LocalDate> around = new TreeSet<>();
        for (LocalDate day : days) {
            around.addAll(published.subSet(day.minusDays(reach), day.plusDays(reach + 1L)));
        }
        around.removeAll(days);
        return around;
    }

    /** Published articles of {@code days}. */
    JavaRDD<Entry> articles(Collection<LocalDate> days) {
        return Standing.entries(earlier, days).filter(Entry::wasArticle);
    }

    /**
     * Published days beyond {@code days} on which articles of {@code stories} are. Two articles next to each other in a
     * story are within reach, so days are looked at outwards for as long as some are found.
     */
    SortedSet<LocalDate> membersBeyond(Collection<LocalDate> days, Set<Long> stories) {
        SortedSet<LocalDate> seen = new TreeSet<>(days);
        SortedSet<LocalDate> found = new TreeSet<>();
        SortedSet<LocalDate> frontier = stories.isEmpty() ? new TreeSet<>() : around(seen);
        while (!frontier.isEmpty()) {
            SortedSet<LocalDate> more = daysOf(articles(frontier).filter(it -> stories.contains(storyOf(it))));
            seen.addAll(frontier);
            found.addAll(more);
            frontier = around(more);
            frontier.removeAll(seen);
        }
        return found;
    }

    /** The story that an article was published in. */
    static long storyOf(Entry entry) {
        return entry.before() == null ? 0 : entry.before().story();
    }

    private static SortedSet<LocalDate> daysOf(JavaRDD<Entry> entries) {
        SortedSet<LocalDate> days = new TreeSet<>();
        entries.map(Entry::day).distinct().collect().forEach(day -> days.add(LocalDate.ofEpochDay(day)));
        return days;
    }
}
