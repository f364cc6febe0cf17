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
    private final Map<Character, Deque<Sighting>> byWord = new HashMap<>();
    private final ResolveSettings settings;
    private long comparisons;

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
        List<Character> rarest = rarest(sighting.sketch());
        Optional<Sighting> echoed = like(sighting, rarest);
        for (char word : rarest) {
            Deque<Sighting> recent = byWord.computeIfAbsent(word, any -> new ArrayDeque<>());
            recent.addFirst(sighting);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
        return echoed;
    }

    /** The known sighting that is most like {@code sighting}. */
    Optional<Sighting> like(Sighting sighting) {
        return like(sighting, rarest(sighting.sketch()));
    }

    private Optional<Sighting> like(Sighting sighting, List<Character> rarest) {
        return known(rarest).stream()
                .filter(earlier -> echoes(sighting, earlier))
                .max(Comparator.comparingInt((Sighting earlier) -> Sketch.shared(sighting.sketch(), earlier.sketch()))
                        .thenComparing(Sighting.ORDER.reversed()));
    }

    /** The first {@value #COMPARED} that have one of {@code words}; the same sighting is the same object here. */
    private Collection<Sighting> known(List<Character> words) {
        Map<Sighting, Boolean> seen = new IdentityHashMap<>();
        List<Sighting> found = new ArrayList<>();
        for (char word : words) {
            Deque<Sighting> recent = byWord.get(word);
            for (Sighting sighting : recent == null ? List.<Sighting>of() : recent) {
                if (found.size() < COMPARED && seen.put(sighting, true) == null) {
                    found.add(sighting);
                }
            }
        }
        comparisons += found.size();
        return found;
    }

    private boolean echoes(Sighting later, Sighting earlier) {
        long days = Math.abs(
                later.publishedOn().toEpochDay() - earlier.publishedOn().toEpochDay());
        return days <= DAYS
                && datesAgree(later, earlier)
                && Draft.numberAgrees(later.personsCount(), earlier.personsCount())
                && (!later.storyId().equals(earlier.storyId()) || canBeOneStorys(later, earlier))
                && wordsAgree(later, earlier, days);
    }

    /** A story tells apart what one sentence of it names twice. */
    private boolean canBeOneStorys(Sighting later, Sighting earlier) {
        boolean apart = later.sentenceIndex() != earlier.sentenceIndex()
                || !later.articleId().equals(earlier.articleId());
        return apart && Status.canBeOne(later, earlier) && rooted(later).compatible(rooted(earlier));
    }

    private Sides rooted(Sighting sighting) {
        return Sides.of(sighting).rooted(sighting.eventType(), settings.affiliations());
    }

    private boolean wordsAgree(Sighting later, Sighting earlier, long days) {
        if (Sketch.alike(later.sketch(), earlier.sketch(), 5, 0.5)) {
            return true;
        }
        return days <= settings.lagDays(later.eventType())
                && (rooted(later).isEmpty() || rooted(later).shares(rooted(earlier)))
                && Sketch.alike(later.sketch(), earlier.sketch(), 4, 0.33);
    }

    private static boolean datesAgree(Sighting a, Sighting b) {
        return a.ownDate().isEmpty()
                || b.ownDate().isEmpty()
                || a.ownDate().get().overlaps(b.ownDate().get());
    }

    private List<Character> rarest(String sketch) {
        List<Character> words = new ArrayList<>();
        sketch.chars().forEach(word -> words.add((char) word));
        words.sort(
                Comparator.comparingInt((Character word) -> frequency[word]).thenComparing(Comparator.naturalOrder()));
        return words.subList(0, Math.min(RAREST, words.size()));
    }
}
