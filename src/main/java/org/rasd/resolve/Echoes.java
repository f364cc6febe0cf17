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
 * <p>Takes sightings of one type in the order of telling. Cost: linear; a sighting is looked up by up to {@value #WORDS} words
 * that others have too, the rarest first, and compared with at most {@value #COMPARED} earlier ones.
 */
final class Echoes {
    private static final int COMPARED = 64;
    private static final int WORDS = 24;
    private static final int RECENT = 16;
    private static final int DAYS = 8;
    private static final int LEAST_SHARED = 4;
    /** A word in common weighs more than whatever sides have in common. */
    private static final int SIDES_WEIGH = 3;

    private static final int SIDES_AT_MOST = 2;

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
        private final char[] sketch;
        private final char[] words;

        /** The question for which it was looked at last. */
        private int asked;

        Heard(Sighting sighting, Sides rooted, char[] words) {
            this.sighting = sighting;
            this.rooted = rooted;
            this.told = sighting.ownDate().orElse(null);
            this.day = sighting.publishedOn().toEpochDay();
            this.sketch = sighting.sketch().toCharArray();
            this.words = words;
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param sightings all that will be looked up, so that it is known how rare a word is
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
        remember(heard);
        return echoed;
    }

    /** Knows {@code sighting} from now on, whatever it echoes. */
    void remember(Sighting sighting) {
        remember(heard(sighting));
    }

    private void remember(Heard heard) {
        for (char word : heard.words) {
            Deque<Heard> recent = byWord.computeIfAbsent(word, any -> new ArrayDeque<>(2));
            recent.addFirst(heard);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
    }

    /** The known sighting that is most like {@code sighting}. */
    Optional<Sighting> like(Sighting sighting) {
        return like(heard(sighting));
    }

    private Heard heard(Sighting sighting) {
        return new Heard(
                sighting,
                Sides.of(sighting).rooted(sighting.eventType(), settings.affiliations()),
                words(sighting.sketch()));
    }

    /** The best of the first {@value #COMPARED} that have one of its words. */
    private Optional<Sighting> like(Heard later) {
        Sighting best = null;
        int most = 0;
        int compared = 0;
        questions++;
        for (char word : later.words) {
            Deque<Heard> recent = byWord.get(word);
            if (recent == null || compared == COMPARED) {
                continue;
            }
            for (Heard earlier : recent) {
                if (earlier.asked == questions) {
                    continue;
                }
                if (compared == COMPARED) {
                    break;
                }
                earlier.asked = questions;
                compared++;
                int shared = Sketch.shared(later.sketch, earlier.sketch);
                if (shared < LEAST_SHARED || shared * SIDES_WEIGH + SIDES_AT_MOST < most) {
                    continue;
                }
                int likeness = shared * SIDES_WEIGH + sidesFit(later.rooted, earlier.rooted);
                if (isBetter(earlier.sighting, likeness, best, most) && echoes(later, earlier, shared)) {
                    best = earlier.sighting;
                    most = likeness;
                }
            }
        }
        comparisons += compared;
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Sighting earlier, int likeness, @Nullable Sighting best, int most) {
        return best == null || likeness > most || likeness == most && Sighting.ORDER.compare(earlier, best) < 0;
    }

    /** Of two events that one sentence tells, each is told again by the one between the same sides. */
    private static int sidesFit(Sides later, Sides earlier) {
        if (later.isEmpty() || earlier.isEmpty()) {
            return 0;
        }
        return later.equals(earlier) ? SIDES_AT_MOST : later.compatible(earlier) ? 1 : 0;
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

    /**
     * True where so much is told in the same words that it is one event. Sentences of other sides, and news and what is
     * background, are it only where they are repeated: who met whom is told in the same few words every day.
     */
    private boolean wordsAgree(Heard later, Heard earlier, long days, int shared) {
        int mine = later.sketch.length;
        int its = earlier.sketch.length;
        if (!later.rooted.compatible(earlier.rooted) || later.sighting.historical() != earlier.sighting.historical()) {
            return Sketch.repeated(shared, mine, its);
        }
        if (Sketch.retold(shared, mine, its)) {
            return true;
        }
        boolean bothNamed = !later.rooted.isEmpty() && !earlier.rooted.isEmpty();
        return days <= settings.lagDays(later.sighting.eventType())
                && (bothNamed || later.rooted.isEmpty())
                && (bothNamed ? Sketch.akin(shared, mine, its) : Sketch.alike(shared, mine, its, LEAST_SHARED, 0.33));
    }

    /** Words of {@code sketch} that other sightings have too, the rarest first. */
    private char[] words(String sketch) {
        long[] ranked = new long[sketch.length()];
        int known = 0;
        for (int i = 0; i < sketch.length(); i++) {
            char word = sketch.charAt(i);
            if (frequency[word] > 1) {
                ranked[known++] = ((long) frequency[word] << Character.SIZE) | word;
            }
        }
        Arrays.sort(ranked, 0, known);
        char[] words = new char[Math.min(WORDS, known)];
        for (int i = 0; i < words.length; i++) {
            words[i] = (char) ranked[i];
        }
        return words;
    }
}
