package org.rasd.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds sentences that tell again what an earlier one told, in nearly its words: wire copy within longer articles,
 * summaries of yesterday's news, updates.
 *
 * <p>Takes sightings of one type in the order of telling. Cost: linear; a sighting is looked up by its rarest words and
 * compared with at most {@value #COMPARED} earlier ones.
 */
final class Echoes {
    private static final int COMPARED = 64;
    private static final int RAREST = 6;
    private static final int RECENT = 16;
    private static final int DAYS = 8;

    private final int[] frequency = new int[Character.MAX_VALUE + 1];
    private final Map<Character, Deque<Heard>> byWord = new HashMap<>();
    private final ResolveSettings settings;
    private long comparisons;

    /** A sighting with what comparisons need of it, worked out once. */
    private record Heard(
            Sighting sighting, Sides rooted, @Nullable Span told, long day) {}

    /**
     * Knows nothing yet.
     *
     * @param sightings all that will be looked up, so that rare words are known
     */
    Echoes(List<Sighting> sightings, ResolveSettings settings) {
        this.settings = settings;
        sightings.forEach(sighting -> sighting.sketch().chars().forEach(word -> frequency[word]++));
    }

    /** Pairs of sightings compared so far. */
    long comparisons() {
        return comparisons;
    }

    /** The earlier sighting that {@code sighting} echoes most closely; it is known itself from now on. */
    Optional<Sighting> hear(Sighting sighting) {
        Heard heard = heard(sighting);
        List<Character> rarest = rarest(sighting.sketch());
        Optional<Sighting> echoed = like(heard, rarest);
        for (char word : rarest) {
            Deque<Heard> recent = byWord.computeIfAbsent(word, any -> new ArrayDeque<>());
            recent.addFirst(heard);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
        return echoed;
    }

    /** The known sighting that is most like {@code sighting}. */
    Optional<Sighting> like(Sighting sighting) {
        return like(heard(sighting), rarest(sighting.sketch()));
    }

    private Heard heard(Sighting sighting) {
        return new Heard(
                sighting,
                Sides.of(sighting).rooted(sighting.eventType(), settings.affiliations()),
                sighting.ownDate().orElse(null),
                sighting.publishedOn().toEpochDay());
    }

    private Optional<Sighting> like(Heard later, List<Character> rarest) {
        Sighting best = null;
        int most = 0;
        for (Heard earlier : known(rarest)) {
            int shared = Sketch.shared(later.sighting.sketch(), earlier.sighting.sketch());
            boolean better = best == null
                    || shared > most
                    || shared == most && Sighting.ORDER.compare(earlier.sighting, best) < 0;
            if (better && echoes(later, earlier, shared)) {
                best = earlier.sighting;
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The first {@value #COMPARED} that have one of {@code words}. */
    private Collection<Heard> known(List<Character> words) {
        Map<Heard, Boolean> seen = new IdentityHashMap<>();
        List<Heard> found = new ArrayList<>();
        for (char word : words) {
            Deque<Heard> recent = byWord.get(word);
            for (Heard heard : recent == null ? List.<Heard>of() : recent) {
                if (found.size() < COMPARED && seen.put(heard, true) == null) {
                    found.add(heard);
                }
            }
        }
        comparisons += found.size();
        return found;
    }

    private boolean echoes(Heard later, Heard earlier, int shared) {
        long days = Math.abs(later.day - earlier.day);
        return days <= DAYS
                && wordsAgree(later, earlier, days, shared)
                && (later.told == null || earlier.told == null || later.told.overlaps(earlier.told))
                && Draft.numberAgrees(later.sighting.personsCount(), earlier.sighting.personsCount())
                && (!later.sighting.storyId().equals(earlier.sighting.storyId()) || canBeOneStorys(later, earlier));
    }

    /** A story tells apart what one sentence of it names twice. */
    private static boolean canBeOneStorys(Heard later, Heard earlier) {
        boolean apart = later.sighting.sentenceIndex() != earlier.sighting.sentenceIndex()
                || !later.sighting.articleId().equals(earlier.sighting.articleId());
        return apart && Status.canBeOne(later.sighting, earlier.sighting) && later.rooted.compatible(earlier.rooted);
    }

    private boolean wordsAgree(Heard later, Heard earlier, long days, int shared) {
        String mine = later.sighting.sketch();
        String its = earlier.sighting.sketch();
        return Sketch.alike(shared, mine, its, 5, 0.5)
                || Sketch.alike(shared, mine, its, 4, 0.33)
                        && days <= settings.lagDays(later.sighting.eventType())
                        && (later.rooted.isEmpty() || later.rooted.shares(earlier.rooted));
    }

    private List<Character> rarest(String sketch) {
        List<Character> words = new ArrayList<>();
        sketch.chars().forEach(word -> words.add((char) word));
        words.sort(
                Comparator.comparingInt((Character word) -> frequency[word]).thenComparing(Comparator.naturalOrder()));
        return words.subList(0, Math.min(RAREST, words.size()));
    }
}
