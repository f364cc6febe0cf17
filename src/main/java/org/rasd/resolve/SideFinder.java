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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** So many words in common make it likely that two sentences tell of one incident. */
    private static final int ALIKE = 4;

    private final ResolveSettings settings;

    /** A finder by {@code settings}. */
    public SideFinder(ResolveSettings settings) {
        this.settings = settings;
    }

    /** The stretch of days that {@code sighting} belongs to. */
    static String home(Sighting sighting) {
        return key(sighting, stretch(sighting.groupOn()));
    }

    /** The first of the days whose groups may be needed in the stretch {@code key}. */
    static LocalDate firstDay(String key) {
        return LocalDate.ofEpochDay((stretch(key) - 1) * STRETCH_DAYS);
    }

    /** The last of those days. */
    static LocalDate lastDay(String key) {
        return LocalDate.ofEpochDay((stretch(key) + 2) * STRETCH_DAYS - 1);
    }

    private static long stretch(String key) {
        return Long.parseLong(key.substring(key.indexOf('|') + 1));
    }

    /** The stretches in which {@code sighting} is needed: its home first, then those in which it is a guest. */
    public List<String> keys(Sighting sighting) {
        List<String> keys = new ArrayList<>();
        LocalDate day = sighting.groupOn();
        keys.add(key(sighting, stretch(day)));
        keys.add(key(sighting, stretch(day) + 1));
        long before = stretch(day.minusDays(settings.lagDays(sighting.eventType())));
        if (before != stretch(day) && isFull(sighting.eventType(), Sides.ofBlock(sighting.storyBlockKey()))) {
            keys.add(key(sighting, stretch(day) - 1));
        }
        return keys;
    }

    /**
     * The sightings of the stretch {@code key}, without its guests, with the block that they belong to; that is empty where
     * no party is known.
     *
     * @param stretch sightings of whole groups that need {@code key}, in any order
     */
    public List<Sighting> resolve(String key, List<Sighting> stretch) {
        Map<String, List<Sighting>> byGroup = new TreeMap<>();
        stretch.forEach(s -> byGroup.computeIfAbsent(s.storyGroupId(), any -> new ArrayList<>())
                .add(s));
        List<Group> groups = byGroup.values().stream().map(Group::new).toList();
        Fuller fuller = new Fuller(groups);
        follow(groups);
        List<Sighting> resolved = new ArrayList<>();
        for (Group group : groups) {
            if (key(group.first, stretch(group.day)).equals(key)) {
                Group leader = group.leader;
                String block = leader.block(fuller);
                String known = Sides.ofBlock(block).isEmpty() ? "" : block;
                group.members.forEach(s -> resolved.add(s.inGroup(leader.first.storyGroupId(), known)));
            }
        }
        return resolved;
    }

    /** Groups that tell again what an earlier one told follow it: they share its block and become one group with it. */
    private void follow(List<Group> groups) {
        Map<String, Group> bySighting = new HashMap<>();
        groups.forEach(group -> group.members.forEach(s -> bySighting.put(s.eventMentionId(), group)));
        List<Sighting> inOrder = groups.stream()
                .flatMap(group -> group.members.stream())
                .sorted(Sighting.ORDER)
                .toList();
        Echoes echoes = new Echoes(inOrder, settings);
        for (boolean namesSomebody : List.of(true, false)) {
            for (Sighting sighting : inOrder) {
                Group group = Objects.requireNonNull(bySighting.get(sighting.eventMentionId()));
                if (group.sides.isEmpty() != namesSomebody) {
                    (namesSomebody ? echoes.hear(sighting) : echoes.like(sighting))
                            .map(other -> Objects.requireNonNull(bySighting.get(other.eventMentionId())).leader)
                            .filter(leader -> group.leader == group && leader != group && canFollow(group, leader))
                            .ifPresent(leader -> group.leader = leader);
                }
            }
        }
        groups.forEach(group -> group.leader = group.leader.leader);
    }

    private boolean canFollow(Group group, Group leader) {
        return leader.leader == leader
                && daysApart(group, leader) <= 2 * STRETCH_DAYS
                && !differ(leader.told, group.told)
                && (group.isLike(leader, Sketch::repeated) || canJoin(group, leader));
    }

    /**
     * A leader is often not the group whose words were heard again, but the one that it follows: whoever joins it by so
     * roundabout a way names no other sides, and of what recurs daily is close to it in words and days.
     */
    private boolean canJoin(Group group, Group leader) {
        String type = group.first.eventType();
        return group.sides.compatible(leader.sides)
                && (settings.rareTypes().contains(type)
                        || daysApart(group, leader) <= settings.lagDays(type) && group.isLike(leader, Sketch::akin));
    }

    private static long daysApart(Group group, Group other) {
        return Math.abs(group.day.toEpochDay() - other.day.toEpochDay());
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

    private static long stretch(LocalDate day) {
        return Math.floorDiv(day.toEpochDay(), STRETCH_DAYS);
    }

    private static String key(Sighting sighting, long stretch) {
        return sighting.eventType() + "|" + stretch;
    }

    /** Tells of two sketches, and how many words they share, whether they are like. */
    private interface Likeness {
        boolean holds(int shared, String mine, String its);
    }

    /** The sightings of one group. */
    private static final class Group {
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
        private @Nullable String block;
        private Group leader = this;

        Group(List<Sighting> members) {
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

        String blockKey() {
            return first.storyBlockKey();
        }

        /** The block that it belongs to; looked up for those that lead, when it is asked for. */
        String block(Fuller fuller) {
            String known = block;
            if (known == null) {
                known = fuller.find(this).map(Group::blockKey).orElseGet(this::blockKey);
                block = known;
            }
            return known;
        }

        LocalDate day() {
            return day;
        }

        boolean isLike(Group other, Likeness likeness) {
            return members.stream()
                    .limit(COMPARED_MEMBERS)
                    .map(Sighting::sketch)
                    .anyMatch(mine -> other.members.stream()
                            .limit(COMPARED_MEMBERS)
                            .map(Sighting::sketch)
                            .anyMatch(its -> likeness.holds(Sketch.shared(mine, its), mine, its)));
        }

        int similarity(Group other) {
            int most = 0;
            for (int i = 0; i < Math.min(HEARD, members.size()); i++) {
                for (int j = 0; j < Math.min(HEARD, other.members.size()); j++) {
                    most = Math.max(
                            most,
                            Sketch.shared(
                                    members.get(i).sketch(),
                                    other.members.get(j).sketch()));
                }
            }
            return most;
        }

        boolean sharesStory(Group other) {
            return meet(stories, other.stories);
        }
    }

    /** True where both sets are not empty and have nothing in common. */
    private static <T> boolean differ(Set<T> some, Set<T> others) {
        return !some.isEmpty() && !others.isEmpty() && !meet(some, others);
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        for (T one : some) {
            if (others.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** The groups with both sides, by party and day. */
    private final class Fuller {
        private final Map<String, TreeMap<LocalDate, List<Group>>> byParty = new HashMap<>();
        private final Map<String, Set<String>> mediatorsByBlock = new HashMap<>();
        private final Map<String, TreeMap<LocalDate, Set<String>>> storiesByBlock = new HashMap<>();

        Fuller(List<Group> groups) {
            for (Group group : groups) {
                Set<String> between = mediatorsByBlock.computeIfAbsent(group.blockKey(), any -> new TreeSet<>());
                group.members.forEach(member -> between.addAll(member.mediators()));
                if (isFull(group.first.eventType(), group.sides)) {
                    storiesByBlock
                            .computeIfAbsent(group.blockKey(), any -> new TreeMap<>())
                            .computeIfAbsent(group.day(), any -> new HashSet<>())
                            .addAll(group.stories);
                    Set<String> codes =
                            Sides.isTwoSided(group.first.eventType()) ? group.sides.source() : group.targets;
                    codes.forEach(code -> byParty.computeIfAbsent(code, any -> new TreeMap<>())
                            .computeIfAbsent(group.day(), any -> new ArrayList<>())
                            .add(group));
                }
            }
        }

        /**
         * The fuller group whose event {@code group} seems to tell of; empty where it is full itself. Deals are told by their
         * side and days; of others the words must be alike.
         */
        Optional<Group> find(Group group) {
            String type = group.first.eventType();
            Set<String> known = known(group);
            if (known.isEmpty() || isFull(type, group.sides) && !Cast.isMediated(type)) {
                return Optional.empty();
            }
            boolean twoSided = Sides.isTwoSided(type);
            boolean full = isFull(type, group.sides);
            return near(group, known, settings.lagDays(type))
                    .limit(COMPARED)
                    .filter(other -> covers(other, known, twoSided, full)
                            && (twoSided || !other.sharesStory(group))
                            && !other.blockKey().equals(group.blockKey())
                            && !differ(other.topics, group.topics)
                            && !differ(other.told, group.told))
                    .map(other -> new Fit(other, group))
                    .filter(fit -> fit.similarity >= ALIKE
                            || Cast.isDeal(type) && twoSided && !full && isSure(fit.full, group.day()))
                    .min(Fit.BEST)
                    .map(Fit::full);
        }

        /** Who alone is named with a truce often calls for it only: whose truce it is, two stories near {@code day} have to tell. */
        private boolean isSure(Group full, LocalDate day) {
            int lag = settings.lagDays(full.first.eventType());
            return !full.first.eventType().equals("CEASEFIRE")
                    || Objects.requireNonNull(storiesByBlock.get(full.blockKey()))
                                    .subMap(day.minusDays(lag), true, day.plusDays(lag), true)
                                    .values()
                                    .stream()
                                    .flatMap(Collection::stream)
                                    .distinct()
                                    .limit(2)
                                    .count()
                            > 1;
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

        /**
         * True where {@code other} names all of {@code known}, or where one that is full itself lacks there but one, whom the
         * other's block knows as a mediator.
         */
        private boolean covers(Group other, Set<String> known, boolean twoSided, boolean full) {
            if (!twoSided) {
                return other.targets.containsAll(known);
            }
            Set<String> parties = other.sides.source();
            if (!full) {
                return parties.containsAll(known);
            }
            String lacking = null;
            for (String code : known) {
                if (!parties.contains(code)) {
                    if (lacking != null) {
                        return false;
                    }
                    lacking = code;
                }
            }
            return lacking != null
                    && mediatorsByBlock.getOrDefault(other.blockKey(), Set.of()).contains(lacking);
        }
    }

    /**
     * How well a fuller group fits one that lacks a side.
     *
     * @param sameDay 0 where both tell one day
     * @param similarity words in common
     * @param days between their publications
     */
    private record Fit(Group full, int sameDay, int similarity, long days) {
        private static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::sameDay)
                .thenComparingInt(fit -> -fit.similarity)
                .thenComparingLong(Fit::days)
                .thenComparing(fit -> fit.full.first, Sighting.ORDER);

        Fit(Group full, Group lacking) {
            this(
                    full,
                    meet(full.told, lacking.told) ? 0 : 1,
                    full.similarity(lacking),
                    Math.abs(full.day().toEpochDay() - lacking.day().toEpochDay()));
        }
    }
}
