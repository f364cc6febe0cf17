package org.rasd.resolve;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
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
    private static final int LEAST_SHARED = 4;

    private final int[] frequency = new int[Character.MAX_VALUE + 1];
    private final Map<Character, Deque<Heard>> byWord = new HashMap<>();
    private final ResolveSettings settings;
    private long comparisons;
    private int questions;

    /** A sighting with what comparisons need of it, worked out once. */
    private static final class Heard {
        private final Sighting sighting;
        private final Sides rooted;
        private final @Nullable Span told;
        private final long day;
        private final char[] rarest;

        /** The question for which it was looked at last. */
        private int asked;

        Heard(Sighting sighting, Sides rooted, char[] rarest) {
            this.sighting = sighting;
            this.rooted = rooted;
            this.told = sighting.ownDate().orElse(null);
            this.day = sighting.publishedOn().toEpochDay();
            this.rarest = rarest;
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param sightings all that will be looked up, so that rare words are known
     */
    Echoes(List<Sighting> sightings, ResolveSettings settings) {
        this.settings = settings;
        for (Sighting sighting : sightings) {
            String sketch = sighting.sketch();
            for (int i = 0; i < sketch.length(); i++) {
                frequency[sketch.charAt(i)]++;
            }
        }
    }

    /** Pairs of sightings compared so far. */
    long comparisons() {
        return comparisons;
    }

    /** The earlier sighting that {@code sighting} echoes most closely; it is known itself from now on. */
    Optional<Sighting> hear(Sighting sighting) {
        Heard heard = heard(sighting);
        Optional<Sighting> echoed = like(heard);
        for (char word : heard.rarest) {
            Deque<Heard> recent = byWord.computeIfAbsent(word, any -> new ArrayDeque<>(2));
            recent.addFirst(heard);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
        return echoed;
    }

    /** The known sighting that is most like {@code sighting}. */
    Optional<Sighting> like(Sighting sighting) {
        return like(heard(sighting));
    }

    private Heard heard(Sighting sighting) {
        return new Heard(
                sighting,
                Sides.of(sighting).rooted(sighting.eventType(), settings.affiliations()),
                rarest(sighting.sketch()));
    }

    /** The best of the first {@value #COMPARED} that have one of its rarest words. */
    private Optional<Sighting> like(Heard later) {
        Sighting best = null;
        int most = 0;
        int compared = 0;
        questions++;
        for (char word : later.rarest) {
            Deque<Heard> recent = byWord.get(word);
            if (recent == null) {
                continue;
            }
            for (Heard earlier : recent) {
                if (earlier.asked == questions || compared == COMPARED) {
                    continue;
                }
                earlier.asked = questions;
                compared++;
                int shared = Sketch.shared(later.sighting.sketch(), earlier.sighting.sketch());
                if (isBetter(earlier.sighting, shared, best, most) && echoes(later, earlier, shared)) {
                    best = earlier.sighting;
                    most = shared;
                }
            }
        }
        comparisons += compared;
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Sighting earlier, int shared, @Nullable Sighting best, int most) {
        return shared >= LEAST_SHARED
                && (best == null || shared > most || shared == most && Sighting.ORDER.compare(earlier, best) < 0);
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
        return Sketch.alike(shared, mine, its, LEAST_SHARED + 1, 0.5)
                || Sketch.alike(shared, mine, its, LEAST_SHARED, 0.33)
                        && days <= settings.lagDays(later.sighting.eventType())
                        && (later.rooted.isEmpty() || later.rooted.shares(earlier.rooted));
    }

    private char[] rarest(String sketch) {
        long[] words = new long[sketch.length()];
        for (int i = 0; i < words.length; i++) {
            words[i] = ((long) frequency[sketch.charAt(i)] << Character.SIZE) | sketch.charAt(i);
        }
        Arrays.sort(words);
        char[] rarest = new char[Math.min(RAREST, words.length)];
        for (int i = 0; i < rarest.length; i++) {
            rarest[i] = (char) words[i];
        }
        return rarest;
    }
}
