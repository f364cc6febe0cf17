package org.rasd.clean;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The stories of a run that has published days around it, and what becomes of the stories there.
 *
 * <p>A day that loses articles to the run counts as fresh, like the days of the run: all pairs of its articles are looked
 * at again. The stories that had articles on fresh days are made anew from what is left of them, all others stand and can
 * only be joined. Cost: the signatures of the days within reach; further days only for stories that reach there. The driver
 * holds the stories that cross the edge of the fresh days.
 */
final class NeighbourStories {
    private final Window window;
    private final SortedSet<LocalDate> days;
    private final Findings findings;
    private final JavaPairRDD<Long, Story> found;
    private final List<Moved> moved;

    /** An article of another day that is in another story now. */
    record Moved(Entry entry, Story story) implements Serializable {}

    /**
     * @param days that the run replaces
     * @param kept articles of the run
     */
    NeighbourStories(Window window, SortedSet<LocalDate> days, Findings findings, JavaRDD<Entry> kept, Stories all) {
        this.window = window;
        this.days = days;
        this.findings = findings;
        SortedSet<LocalDate> fresh = new TreeSet<>(days);
        fresh.addAll(Findings.daysOf(findings.withdrawn()));
        SortedSet<LocalDate> near = window.around(fresh);
        Set<Long> dirty = dirty(fresh, near);
        near.addAll(window.membersBeyond(fresh, dirty));
        JavaRDD<Entry> around = window.articles(near).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Entry> left = left();
        JavaRDD<Entry> parted = around.filter(it -> dirty.contains(Window.storyOf(it)));
        JavaRDD<Entry> standing = around.filter(it -> !dirty.contains(Window.storyOf(it)));
        JavaRDD<Stories.Compared> compared = compared(kept, Buckets.Kind.FRESH)
                .union(compared(left, Buckets.Kind.FRESH))
                .union(compared(parted, Buckets.Kind.DIRTY))
                .union(compared(standing, Buckets.Kind.STANDING));
        this.found = all.of(compared, standing.filter(it -> Window.storyOf(it) != it.id()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.moved = moved(left.union(parted), standing, dirty, near);
    }

    /** Stories of articles that are not alone, by article. */
    JavaPairRDD<Long, Story> found() {
        return found;
    }

    /** Articles of other days whose story changed. */
    List<Moved> moved() {
        return moved;
    }

    /** Articles that are left on days that lose some. */
    private JavaRDD<Entry> left() {
        Set<Long> withdrawn =
                findings.withdrawn().stream().map(fate -> fate.entry().id()).collect(Collectors.toSet());
        return window.articles(Findings.daysOf(findings.withdrawn())).filter(it -> !withdrawn.contains(it.id()));
    }

    /** Stories that had articles both on {@code fresh} days and near them. */
    private Set<Long> dirty(Collection<LocalDate> fresh, Collection<LocalDate> near) {
        if (near.isEmpty()) {
            return Set.of();
        }
        JavaRDD<Long> some = window.articles(fresh).map(Window::storyOf);
        JavaRDD<Long> others = window.articles(near).map(Window::storyOf);
        return new HashSet<>(some.intersection(others).collect());
    }

    private static JavaRDD<Stories.Compared> compared(JavaRDD<Entry> entries, Buckets.Kind kind) {
        return entries.map(entry -> new Stories.Compared(entry, kind));
    }

    private List<Moved> moved(
            JavaRDD<Entry> anew, JavaRDD<Entry> standing, Set<Long> dirty, SortedSet<LocalDate> near) {
        List<Moved> all = new ArrayList<>(anew.keyBy(Entry::id)
                .leftOuterJoin(found)
                .values()
                .map(both -> new Moved(
                        both._1(),
                        both._2().orElse(new Story(both._1().id(), both._1().place()))))
                .filter(it -> it.story().id() != Window.storyOf(it.entry()))
                .collect());
        Map<Long, Story> joined =
                new HashMap<>(found.filter(it -> it._1() != it._2().id())
                        .join(standing.mapToPair(it -> new Tuple2<>(Window.storyOf(it), 0))
                                .distinct())
                        .mapValues(Tuple2::_1)
                        .collectAsMap());
        if (!joined.isEmpty()) {
            all.addAll(members(joined, dirty, near));
        }
        return all;
    }

    /** All articles of the stories that are part of another one now. */
    private List<Moved> members(Map<Long, Story> joined, Set<Long> dirty, SortedSet<LocalDate> near) {
        SortedSet<LocalDate> on = new TreeSet<>(near);
        on.addAll(window.membersBeyond(on, new HashSet<>(joined.keySet())));
        on.removeAll(days);
        on.removeAll(Findings.daysOf(findings.withdrawn()));
        return window.articles(on)
                .filter(it -> !dirty.contains(Window.storyOf(it)) && joined.containsKey(Window.storyOf(it)))
                .map(it -> new Moved(it, Objects.requireNonNull(joined.get(Window.storyOf(it)))))
                .collect();
    }
}
