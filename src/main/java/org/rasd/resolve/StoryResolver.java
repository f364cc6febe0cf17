package org.rasd.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Groups the sightings of one story and one event type that speak of one event, so that a sentence that names one side
 * only, or none, learns the other from its story.
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

    /** Sightings with one key are one story's of one type. */
    public static String key(Sighting sighting) {
        return sighting.storyId() + "|" + sighting.eventType();
    }

    /**
     * The sightings with their group and block filled in; sightings that no party is known for are left out.
     *
     * @param story sightings of one story and one type, in any order
     */
    public List<Sighting> resolve(List<Sighting> story) {
        List<Sighting> ordered = new ArrayList<>(story);
        ordered.sort(Comparator.comparingInt((Sighting s) -> -Sides.of(s).told(s.eventType()))
                .thenComparingInt(s -> s.ownDate().isPresent() ? 0 : 1)
                .thenComparing(Sighting.ORDER));
        List<Group> groups = new ArrayList<>();
        for (Sighting sighting : ordered) {
            Sides sides = Sides.of(sighting).rooted(sighting.eventType(), settings.affiliations());
            Optional<Group> best = best(groups, sighting, sides);
            best.ifPresentOrElse(group -> group.add(sighting), () -> groups.add(new Group(sighting, sides)));
        }
        return groups.stream().flatMap(group -> group.named().stream()).toList();
    }

    private static Optional<Group> best(List<Group> groups, Sighting sighting, Sides sides) {
        List<Group> compared = groups.subList(Math.max(0, groups.size() - COMPARED), groups.size());
        return compared.stream()
                .filter(group -> group.accepts(sighting, sides))
                .min(Comparator.comparingInt((Group group) -> group.distance(sighting, sides))
                        .thenComparing(group -> group.first, Sighting.ORDER));
    }

    /** Sightings of one event within a story. */
    private static final class Group {
        private final Sighting first;
        private final Sides sides;
        private final List<Sighting> members = new ArrayList<>();

        Group(Sighting first, Sides sides) {
            this.first = first;
            this.sides = sides;
            members.add(first);
        }

        void add(Sighting sighting) {
            members.add(sighting);
        }

        boolean accepts(Sighting other, Sides itsSides) {
            return sides.compatible(itsSides) && timesAgree(other) && contentAgrees(other);
        }

        /** Within a story a plan is another event than what happened, unless both have one date. */
        private boolean timesAgree(Sighting other) {
            Optional<Span> mine = first.ownDate();
            Optional<Span> its = other.ownDate();
            if (mine.isPresent() && its.isPresent()) {
                return mine.get().overlaps(its.get());
            }
            boolean negated = first.status().equals("negated") || other.status().equals("negated");
            boolean plansMix = first.isPlan() != other.isPlan() && !negated;
            return first.historical() == other.historical() && !plansMix;
        }

        private boolean contentAgrees(Sighting other) {
            return Draft.topicAgrees(first.topic(), other.topic())
                    && Draft.numberAgrees(first.personsCount(), other.personsCount());
        }

        int distance(Sighting other, Sides itsSides) {
            int parties = sides.equals(itsSides) ? 0 : 1000;
            int dates = first.ownDate().equals(other.ownDate()) ? 0 : 500;
            int status = first.status().equals(other.status()) ? 0 : 200;
            return parties + dates + status + Math.min(100, Math.abs(first.sentenceIndex() - other.sentenceIndex()));
        }

        List<Sighting> named() {
            if (sides.isEmpty()) {
                return List.of();
            }
            String key = sides.blockKey(first.eventType());
            String id = members.stream()
                    .map(Sighting::eventMentionId)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return members.stream().map(member -> member.inGroup(id, key)).toList();
        }
    }
}
