package org.rasd.resolve;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sightings of one group of a story among the groups of the same days: whom it names, and which group it follows.
 *
 * <p>Cost: two groups are compared by their first {@value #COMPARED_MEMBERS} sightings at most.
 */
final class SideGroup {
    private static final int HEARD = 4;
    private static final int COMPARED_MEMBERS = 16;

    private final List<Sighting> members;
    private final Sighting first;
    private final LocalDate day;
    private final Sides sides;
    private final Set<String> targets = new TreeSet<>();
    private final Set<String> stories = new HashSet<>();
    private final Set<String> topics = new TreeSet<>();
    private final Set<LocalDate> told = new TreeSet<>();
    private @Nullable List<char[]> sketches;
    private SideGroup leader = this;

    SideGroup(List<Sighting> members) {
        this.members = members.stream().sorted(Sighting.ORDER).toList();
        first = this.members.get(0);
        day = first.groupOn();
        sides = Sides.ofBlock(first.storyBlockKey());
        for (Sighting member : members) {
            targets.addAll(member.targetActors());
            stories.add(member.storyId());
            member.ownDate().filter(Span::isDay).ifPresent(span -> told.add(span.first()));
            if (member.topic() != null && !member.topic().equals("other")) {
                topics.add(member.topic());
            }
        }
    }

    List<Sighting> members() {
        return members;
    }

    /** The first telling. */
    Sighting first() {
        return first;
    }

    String eventType() {
        return first.eventType();
    }

    /** The day on which it was first published. */
    LocalDate day() {
        return day;
    }

    Sides sides() {
        return sides;
    }

    /** The codes of whom it befalls. */
    Set<String> targets() {
        return targets;
    }

    Set<String> stories() {
        return stories;
    }

    /** Its block as its own story tells. */
    String blockKey() {
        return first.storyBlockKey();
    }

    /** The group that it follows; itself where it follows none. */
    SideGroup leader() {
        return leader;
    }

    boolean leadsItself() {
        return leader == this;
    }

    void follow(SideGroup other) {
        leader = other;
    }

    long daysFrom(SideGroup other) {
        return Math.abs(day.toEpochDay() - other.day.toEpochDay());
    }

    /** True where both tell days, and none in common. */
    boolean tellsOtherDays(SideGroup other) {
        return differ(told, other.told);
    }

    /** True where both tell a day in common. */
    boolean tellsADayOf(SideGroup other) {
        return !Collections.disjoint(told, other.told);
    }

    /** True where both are of some subject, and of none in common. */
    boolean isOfOtherTopics(SideGroup other) {
        return differ(topics, other.topics);
    }

    boolean sharesStory(SideGroup other) {
        return !Collections.disjoint(stories, other.stories);
    }

    /** True where a sentence of each, of the first ones, are like. */
    boolean isLike(SideGroup other, Sketch.Likeness likeness) {
        return Sketch.anyLike(sketches(), other.sketches(), likeness);
    }

    /** The most words that a sentence of each have in common, of the first few. */
    int similarity(SideGroup other) {
        int most = 0;
        for (char[] mine : heard(sketches())) {
            for (char[] its : heard(other.sketches())) {
                most = Math.max(most, Sketch.shared(mine, its));
            }
        }
        return most;
    }

    private static List<char[]> heard(List<char[]> sketches) {
        return sketches.subList(0, Math.min(HEARD, sketches.size()));
    }

    /** Those of the first sightings, taken apart when first asked for. */
    private List<char[]> sketches() {
        List<char[]> known = sketches;
        if (known == null) {
            known = members.stream()
                    .limit(COMPARED_MEMBERS)
                    .map(member -> member.sketch().toCharArray())
                    .toList();
            sketches = known;
        }
        return known;
    }

    private static <T> boolean differ(Set<T> some, Set<T> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }
}
