package org.rasd.resolve;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives a group of sightings that names one side only, or a mediator as a side, the sides of a fuller report of the same
 * days.
 *
 * <p>Works on one type and a few days at a time: a sighting belongs to the stretch of days in which its group was first
 * published, and is a guest in the next one where that is close, so that stretches need nothing of each other. Only
 * reports with both sides give theirs; nothing is learned from what was learned, so order never matters.
 *
 * <p>Cost: linear; a group is compared with at most {@value #COMPARED} fuller ones.
 */
public final class SideFinder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int COMPARED = 64;
    private static final int STRETCH_DAYS = 8;

    private final ResolveSettings settings;

    /** A finder by {@code settings}. */
    public SideFinder(ResolveSettings settings) {
        this.settings = settings;
    }

    /** The stretch of days that {@code sighting} belongs to. */
    public static String home(Sighting sighting) {
        return key(sighting, stretch(day(sighting)));
    }

    /** The stretches in which {@code sighting} is needed: its home first, then those in which it is a guest. */
    public List<String> keys(Sighting sighting) {
        List<String> keys = new ArrayList<>();
        keys.add(home(sighting));
        if (isFull(sighting.eventType(), Sides.ofBlock(sighting.blockKey()))) {
            LocalDate day = day(sighting);
            int lag = settings.lagDays(sighting.eventType());
            for (long at = stretch(day.minusDays(lag)); at <= stretch(day.plusDays(lag)); at++) {
                if (at != stretch(day)) {
                    keys.add(key(sighting, at));
                }
            }
        }
        return keys;
    }

    /**
     * The sightings of the stretch {@code key}, without its guests, with the block that they belong to.
     *
     * @param stretch sightings of whole groups that need {@code key}, in any order
     */
    public List<Sighting> resolve(String key, List<Sighting> stretch) {
        Map<String, List<Sighting>> byGroup = new TreeMap<>();
        stretch.forEach(s ->
                byGroup.computeIfAbsent(s.groupId(), any -> new ArrayList<>()).add(s));
        List<Group> groups = byGroup.values().stream().map(Group::new).toList();
        Fuller fuller = new Fuller(groups);
        List<Sighting> resolved = new ArrayList<>();
        for (Group group : groups) {
            if (home(group.first).equals(key)) {
                Optional<Group> found = fuller.find(group);
                group.members.forEach(s -> resolved.add(found.map(full -> s.inGroup(s.groupId(), full.blockKey()))
                        .orElse(s)));
            }
        }
        return resolved;
    }

    private boolean isFull(String eventType, Sides sides) {
        if (!Sides.isTwoSided(eventType)) {
            return !sides.source().isEmpty();
        }
        return sides.source().size() > 1 && sides.source().stream().noneMatch(code -> mayMediate(code, eventType));
    }

    private boolean mayMediate(String code, String eventType) {
        return Cast.isMediated(eventType)
                && !eventType.equals("AGREEMENT")
                && settings.mediators().contains(code);
    }

    private static LocalDate day(Sighting sighting) {
        return LocalDate.parse(sighting.groupId().substring(0, 10));
    }

    private static long stretch(LocalDate day) {
        return Math.floorDiv(day.toEpochDay(), STRETCH_DAYS);
    }

    private static String key(Sighting sighting, long stretch) {
        return sighting.eventType() + "|" + stretch;
    }

    /** The sightings of one group. */
    private static final class Group {
        private final List<Sighting> members;
        private final Sighting first;
        private final Sides sides;
        private final Set<String> targets = new TreeSet<>();
        private final Set<String> stories = new HashSet<>();
        private final Set<String> topics = new TreeSet<>();
        private final Set<LocalDate> told = new TreeSet<>();

        Group(List<Sighting> members) {
            this.members = members;
            first = members.stream().min(Sighting.ORDER).orElseThrow();
            sides = Sides.ofBlock(first.blockKey());
            for (Sighting member : members) {
                targets.addAll(member.targetActors());
                stories.add(member.storyId());
                member.ownDate().filter(Span::isDay).ifPresent(span -> told.add(span.first()));
                if (member.topic() != null && !member.topic().equals("other")) {
                    topics.add(member.topic());
                }
            }
        }

        String blockKey() {
            return first.blockKey();
        }

        LocalDate day() {
            return SideFinder.day(first);
        }

        int similarity(Group other) {
            return members.stream()
                    .limit(4)
                    .mapToInt(mine -> other.members.stream()
                            .limit(4)
                            .mapToInt(its -> Sketch.shared(mine.sketch(), its.sketch()))
                            .max()
                            .orElse(0))
                    .max()
                    .orElse(0);
        }
    }

    /** The groups with both sides, by party and day. */
    private final class Fuller {
        private final Map<String, TreeMap<LocalDate, List<Group>>> byParty = new HashMap<>();

        Fuller(List<Group> groups) {
            for (Group group : groups) {
                if (isFull(group.first.eventType(), group.sides)) {
                    Set<String> codes =
                            Sides.isTwoSided(group.first.eventType()) ? group.sides.source() : group.targets;
                    codes.forEach(code -> byParty.computeIfAbsent(code, any -> new TreeMap<>())
                            .computeIfAbsent(group.day(), any -> new ArrayList<>())
                            .add(group));
                }
            }
        }

        /** The fuller group whose event {@code group} seems to tell of; empty where it is full itself. */
        Optional<Group> find(Group group) {
            String type = group.first.eventType();
            Set<String> known = known(group);
            if (known.isEmpty() || isFull(type, group.sides)) {
                return Optional.empty();
            }
            int lag = settings.lagDays(type);
            return near(group, known, lag)
                    .limit(COMPARED)
                    .filter(full -> !full.stories.stream().anyMatch(group.stories::contains) || Sides.isTwoSided(type))
                    .filter(full -> covers(full, known) && agrees(full, group))
                    .min(Comparator.comparingInt(
                                    (Group full) -> full.told.stream().anyMatch(group.told::contains) ? 0 : 1)
                            .thenComparingInt(full -> -full.similarity(group))
                            .thenComparingInt(full -> distance(full, group))
                            .thenComparing(full -> full.first, Sighting.ORDER));
        }

        /** The codes that a fuller report has to name: its parties but for those who may only mediate. */
        private Set<String> known(Group group) {
            String type = group.first.eventType();
            if (!Sides.isTwoSided(type)) {
                return group.sides.target();
            }
            Set<String> known = new TreeSet<>(group.sides.source());
            known.removeIf(code -> mayMediate(code, type));
            return known;
        }

        private Stream<Group> near(Group group, Set<String> known, int lag) {
            return known.stream()
                    .map(code -> byParty.getOrDefault(code, new TreeMap<>()))
                    .map(days -> days.subMap(
                            group.day().minusDays(lag), true, group.day().plusDays(lag), true))
                    .min(Comparator.comparingInt(Map::size))
                    .stream()
                    .flatMap(days -> days.values().stream())
                    .flatMap(Collection::stream);
        }

        private boolean covers(Group full, Set<String> known) {
            return (Sides.isTwoSided(full.first.eventType()) ? full.sides.source() : full.targets).containsAll(known);
        }

        /** Rare types tell the event by its side and days; of others the words must be alike. */
        private boolean agrees(Group full, Group group) {
            String type = group.first.eventType();
            boolean topics = full.topics.isEmpty()
                    || group.topics.isEmpty()
                    || full.topics.stream().anyMatch(group.topics::contains);
            boolean told = full.told.isEmpty()
                    || group.told.isEmpty()
                    || full.told.stream().anyMatch(group.told::contains);
            boolean sure = Cast.isMediated(type) && !type.equals("AGREEMENT");
            return topics && told && (sure || full.similarity(group) >= Sketch.ALIKE);
        }

        private static int distance(Group full, Group group) {
            return (int) Math.abs(full.day().toEpochDay() - group.day().toEpochDay());
        }
    }
}
