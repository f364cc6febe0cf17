package org.rasd.resolve;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups the sightings of one story that speak of one event, so that a sentence that names one side only, none, or the
 * mediator, learns the sides from its story.
 *
 * <p>Cost: linear; a sighting is compared with at most {@value #COMPARED} groups.
 */
public final class StoryResolver implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int COMPARED = 64;

    private final ResolveSettings settings;

    /** A resolver by {@code settings}. */
    public StoryResolver(ResolveSettings settings) {
        this.settings = settings;
    }

    /** Sightings with one key are one story's. */
    public static String key(Sighting sighting) {
        return sighting.storyId();
    }

    /**
     * The sightings with their group and block filled in.
     *
     * @param story sightings of one story, in any order
     */
    public List<Sighting> resolve(List<Sighting> story) {
        Cast cast = new Cast(story, settings);
        Map<String, List<Sighting>> byType = new TreeMap<>();
        story.forEach(s ->
                byType.computeIfAbsent(s.eventType(), any -> new ArrayList<>()).add(s));
        return byType.values().stream()
                .flatMap(told -> groups(told, cast).stream())
                .flatMap(group -> group.named(cast).stream())
                .toList();
    }

    private List<Group> groups(List<Sighting> told, Cast cast) {
        List<Told> ordered = new ArrayList<>();
        told.forEach(sighting -> ordered.add(told(sighting, cast)));
        ordered.sort(Told.FULLEST_FIRST);
        String type = told.get(0).eventType();
        boolean rare = settings.rareTypes().contains(type);
        List<Group> groups = new ArrayList<>();
        for (Told next : ordered) {
            best(groups, next)
                    .ifPresentOrElse(group -> group.members.add(next), () -> groups.add(new Group(next, rare)));
        }
        return groups;
    }

    private Told told(Sighting sighting, Cast cast) {
        Sighting inRoles = cast.inRoles(sighting);
        Map<String, String> affiliations = settings.affiliations();
        return new Told(
                inRoles,
                Sides.of(inRoles).rooted(sighting.eventType(), affiliations),
                sighting,
                Sides.of(sighting).rooted(sighting.eventType(), affiliations));
    }

    private static Optional<Group> best(List<Group> groups, Told told) {
        List<Group> compared = groups.subList(Math.max(0, groups.size() - COMPARED), groups.size());
        return compared.stream()
                .filter(group -> group.accepts(told))
                .min(Comparator.comparingInt((Group group) -> group.distance(told))
                        .thenComparing(group -> group.first.sighting, Sighting.ORDER));
    }

    /**
     * A sighting and its sides by country.
     *
     * @param sighting without mediators among its parties
     * @param sides what it then names
     * @param printed with them
     * @param asPrinted what it names with them
     */
    private record Told(Sighting sighting, Sides sides, Sighting printed, Sides asPrinted) {
        private static final Comparator<Told> FULLEST_FIRST = Comparator.comparingInt(
                        (Told told) -> -told.sides.told(told.sighting.eventType()))
                .thenComparingInt(told -> told.sighting.ownDate().isPresent() ? 0 : 1)
                .thenComparing(Told::sighting, Sighting.ORDER);
    }

    /** Sightings of one event within a story. */
    private static final class Group {
        private final Told first;
        private final boolean rare;
        private final List<Told> members = new ArrayList<>();

        Group(Told first, boolean rare) {
            this.first = first;
            this.rare = rare;
            members.add(first);
        }

        boolean accepts(Told other) {
            return first.sides.compatible(other.sides)
                    && timesAgree(other.sighting)
                    && contentAgrees(first.sighting, other.sighting)
                    && (rare
                            || members.stream()
                                    .limit(COMPARED)
                                    .anyMatch(member -> tells(member.sighting, other.sighting)));
        }

        /**
         * Of what recurs daily a story tells several: the headline and its sentence, or two that share a good part of
         * their words, tell one.
         */
        private static boolean tells(Sighting mine, Sighting other) {
            int apart = Math.abs(mine.sentenceIndex() - other.sentenceIndex());
            return apart == 0
                    || Sketch.alike(mine.sketch(), other.sketch(), apart == 1 ? 2 : 4, 0.25)
                    || Math.min(mine.sentenceIndex(), other.sentenceIndex()) == 0
                            && Sketch.shared(mine.sketch(), other.sketch()) >= 2;
        }

        /** Within a story a plan is another event than what happened, unless both have one date. */
        private boolean timesAgree(Sighting other) {
            Sighting mine = first.sighting;
            if (mine.ownDate().isPresent() && other.ownDate().isPresent()) {
                return mine.ownDate().get().overlaps(other.ownDate().get());
            }
            return mine.historical() == other.historical() && Status.canBeOne(mine, other);
        }

        /** A lesser number is a part of the whole: one side's share, or the bodies among them. */
        private static boolean contentAgrees(Sighting mine, Sighting other) {
            Integer all = mine.personsCount();
            Integer some = other.personsCount();
            boolean part =
                    all != null && some != null && some < all && mine.status().equals(other.status());
            return Draft.topicAgrees(mine.topic(), other.topic()) && (part || Draft.numberAgrees(all, some));
        }

        int distance(Told other) {
            Sighting mine = first.sighting;
            Sighting its = other.sighting;
            int parties = first.sides.equals(other.sides) || other.sides.isEmpty() ? 0 : 1000;
            boolean datesDiffer = its.ownDate().isPresent() && !mine.ownDate().equals(its.ownDate());
            int status = mine.status().equals(its.status()) ? 0 : 200;
            return parties
                    + (datesDiffer ? 500 : 0)
                    + status
                    + Math.min(100, Math.abs(mine.sentenceIndex() - its.sentenceIndex()));
        }

        /** The members with group and block, which names nobody where nobody tells of whom they speak. */
        List<Sighting> named(Cast cast) {
            String type = first.sighting.eventType();
            Optional<Set<String>> learned = cast.sides(type, first.sides);
            Sides own = learned.map(cast::rooted).orElse(first.sides);
            Sides sides = own.isEmpty() ? first.asPrinted : own;
            String key = sides.blockKey(type);
            LocalDate day = members.stream()
                    .map(Told::sighting)
                    .min(Sighting.ORDER)
                    .orElseThrow()
                    .publishedOn();
            String id = day + " " + least();
            return members.stream()
                    .map(member -> own.isEmpty() ? member.printed : member.sighting)
                    .map(member -> learned.map(member::between).orElse(member).inStory(id, day, key))
                    .toList();
        }

        private String least() {
            return members.stream()
                    .map(member -> member.sighting.eventMentionId())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
