package org.rasd.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The groups of some days that name both sides, by party and day: for one that lacks a side, or names a mediator as one.
 *
 * <p>Cost: a group is compared with at most {@value #COMPARED} fuller ones.
 */
final class FullerGroups {
    private static final int COMPARED = 64;

    /** So many words in common make it likely that two sentences tell of one incident. */
    private static final int ALIKE = 4;

    private final ResolveSettings settings;
    private final Map<String, TreeMap<LocalDate, List<SideGroup>>> byParty = new HashMap<>();
    private final Map<String, Set<String>> mediatorsByBlock = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Set<String>>> storiesByBlock = new HashMap<>();

    /** Those of {@code groups}, all of one type. */
    FullerGroups(List<SideGroup> groups, ResolveSettings settings) {
        this.settings = settings;
        groups.forEach(this::add);
    }

    private void add(SideGroup group) {
        Set<String> between = mediatorsByBlock.computeIfAbsent(group.blockKey(), any -> new TreeSet<>());
        group.members().forEach(member -> between.addAll(member.mediators()));
        if (group.sides().areFull(group.eventType(), settings)) {
            storiesByBlock
                    .computeIfAbsent(group.blockKey(), any -> new TreeMap<>())
                    .computeIfAbsent(group.day(), any -> new HashSet<>())
                    .addAll(group.stories());
            Set<String> codes =
                    Sides.isTwoSided(group.eventType()) ? group.sides().source() : group.targets();
            codes.forEach(code -> byParty.computeIfAbsent(code, any -> new TreeMap<>())
                    .computeIfAbsent(group.day(), any -> new ArrayList<>())
                    .add(group));
        }
    }

    /**
     * The fuller group whose event {@code group} seems to tell of; empty where it is full itself. Deals are told by their
     * side and days; of others the words must be alike.
     */
    Optional<SideGroup> find(SideGroup group) {
        String type = group.eventType();
        boolean full = group.sides().areFull(type, settings);
        Set<String> known = known(group);
        if (known.isEmpty() || full && !Cast.isMediated(type)) {
            return Optional.empty();
        }
        boolean twoSided = Sides.isTwoSided(type);
        return near(group, known)
                .limit(COMPARED)
                .filter(other -> covers(other, known, twoSided, full)
                        && (twoSided || !other.sharesStory(group))
                        && !other.blockKey().equals(group.blockKey())
                        && !other.isOfOtherTopics(group)
                        && !other.tellsOtherDays(group))
                .map(other -> new Fit(other, group))
                .filter(fit -> fit.similarity >= ALIKE
                        || Cast.isDeal(type) && twoSided && !full && isSure(fit.full, group.day()))
                .min(Fit.BEST)
                .map(Fit::full);
    }

    /** Who alone is named with a truce often calls for it only: whose truce it is, two stories near {@code day} have to tell. */
    private boolean isSure(SideGroup full, LocalDate day) {
        int lag = settings.lagDays(full.eventType());
        return !full.eventType().equals("CEASEFIRE")
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
    private Set<String> known(SideGroup group) {
        String type = group.eventType();
        if (!Sides.isTwoSided(type)) {
            return group.sides().target();
        }
        Set<String> known = new TreeSet<>(group.sides().source());
        known.removeIf(code -> Cast.mayMediate(code, type, settings));
        return known;
    }

    private Stream<SideGroup> near(SideGroup group, Set<String> known) {
        int lag = settings.lagDays(group.eventType());
        LocalDate first = group.day().minusDays(lag);
        LocalDate last = group.day().plusDays(lag);
        return known.stream()
                .map(code -> byParty.getOrDefault(code, new TreeMap<>()))
                .map(days -> days.subMap(first, true, last, true))
                .min(Comparator.comparingInt(Map::size))
                .stream()
                .flatMap(days -> days.values().stream())
                .flatMap(Collection::stream);
    }

    /**
     * True where {@code other} names all of {@code known}, or where one that is full itself lacks there but one, whom the
     * other's block knows as a mediator.
     */
    private boolean covers(SideGroup other, Set<String> known, boolean twoSided, boolean full) {
        if (!twoSided) {
            return other.targets().containsAll(known);
        }
        Set<String> parties = other.sides().source();
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

    /**
     * How well a fuller group fits one that lacks a side.
     *
     * @param sameDay 0 where both tell one day
     * @param similarity words in common
     * @param days between their publications
     */
    private record Fit(SideGroup full, int sameDay, int similarity, long days) {
        private static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::sameDay)
                .thenComparingInt(fit -> -fit.similarity)
                .thenComparingLong(Fit::days)
                .thenComparing(fit -> fit.full.first(), Sighting.ORDER);

        Fit(SideGroup full, SideGroup lacking) {
            this(full, full.tellsADayOf(lacking) ? 0 : 1, full.similarity(lacking), full.daysFrom(lacking));
        }
    }
}
