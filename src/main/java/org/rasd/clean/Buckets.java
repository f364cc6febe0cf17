package org.rasd.clean;

import java.util.Arrays;

/**
 * Compares the articles that share a band and joins those that are copies.
 *
 * <p>Keeps true: whether two articles are compared depends on the articles of their two days alone, so the stories do not
 * depend on which other days are looked at in the same run. Cost: in a bucket each article meets the {@value #HEADS} first
 * of each day within reach, so a bucket of n articles costs n comparisons times a constant, not n².
 */
final class Buckets {
    /** Where an entry's bits begin, after key, id, place, shingles and kind. */
    private static final int BITS = 4;

    /** Longs of an entry. */
    static final int ENTRY = BITS + Signature.BIT_WORDS;

    private static final int HEADS = 4;
    private static final int KINDS = 2;

    private final CleanSettings settings;
    private final Forest forest = new Forest();
    private long comparisons;

    /** What an article is to this run. */
    enum Kind {
        /** Of a day that is replaced: all its pairs are looked at. */
        FRESH,
        /** Of another day, in a story that loses articles: its pairs with others of the kind are looked at again. */
        DIRTY,
        /** Of another day: its story stands. */
        STANDING
    }

    Buckets(CleanSettings settings) {
        this.settings = settings;
    }

    /** Writes entry {@code band} of an article to {@code entry}. */
    static void fill(long[] entry, int band, long id, long place, Kind kind, Signature signature) {
        entry[0] = signature.band(band);
        entry[1] = id;
        entry[2] = place;
        entry[3] = (long) signature.shingles() << KINDS | kind.ordinal();
        for (int word = 0; word < Signature.BIT_WORDS; word++) {
            entry[BITS + word] = signature.bits(word);
        }
    }

    /** Joins the copies among {@code entries}, {@link #ENTRY} longs each, in any order. */
    Forest join(long[] entries) {
        int count = entries.length / ENTRY;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = entries[i * ENTRY];
        }
        int[] sorted = SortedIndex.of(keys);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[sorted[to]] == keys[sorted[from]]) {
                to++;
            }
            if (to - from > 1) {
                bucket(entries, Arrays.copyOfRange(sorted, from, to));
            }
            from = to;
        }
        return forest;
    }

    /** Pairs looked at so far. */
    long comparisons() {
        return comparisons;
    }

    private void bucket(long[] entries, int[] members) {
        Integer[] inOrder = Arrays.stream(members).boxed().toArray(Integer[]::new);
        Arrays.sort(inOrder, (a, b) -> {
            int order = Long.compare(entries[a * ENTRY + 2], entries[b * ENTRY + 2]);
            return order != 0 ? order : Long.compareUnsigned(entries[a * ENTRY + 1], entries[b * ENTRY + 1]);
        });
        int[] days = dayStarts(entries, inOrder);
        for (int day = 0; day + 1 < days.length; day++) {
            meet(entries, inOrder, days, day, day);
            for (int later = day + 1; later + 1 < days.length; later++) {
                if (Place.day(entries[inOrder[days[later]] * ENTRY + 2])
                                - Place.day(entries[inOrder[days[day]] * ENTRY + 2])
                        > settings.storyDays()) {
                    break;
                }
                meet(entries, inOrder, days, day, later);
                meet(entries, inOrder, days, later, day);
            }
        }
    }

    /** Where each day begins among articles in order, and the end. */
    private static int[] dayStarts(long[] entries, Integer[] inOrder) {
        int[] starts = new int[inOrder.length + 1];
        int days = 0;
        for (int i = 0; i < inOrder.length; i++) {
            if (i == 0
                    || Place.day(entries[inOrder[i] * ENTRY + 2]) != Place.day(entries[inOrder[i - 1] * ENTRY + 2])) {
                starts[days++] = i;
            }
        }
        starts[days] = inOrder.length;
        return Arrays.copyOf(starts, days + 1);
    }

    /** The first of one day meet all of another. */
    private void meet(long[] entries, Integer[] inOrder, int[] days, int heads, int others) {
        int lastHead = Math.min(days[heads] + HEADS, days[heads + 1]);
        for (int head = days[heads]; head < lastHead; head++) {
            for (int i = heads == others ? head + 1 : days[others]; i < days[others + 1]; i++) {
                compare(entries, inOrder[head] * ENTRY, inOrder[i] * ENTRY);
            }
        }
    }

    private void compare(long[] entries, int a, int b) {
        if (!isOpen(kind(entries, a), kind(entries, b))) {
            return;
        }
        comparisons++;
        double jaccard = Signature.jaccard(entries, a + BITS, b + BITS);
        long days = Math.abs(Place.day(entries[a + 2]) - Place.day(entries[b + 2]));
        if (settings.areCopies(jaccard, entries[a + 3] >> KINDS, entries[b + 3] >> KINDS, days)) {
            forest.join(forest.node(entries[a + 1], entries[a + 2]), forest.node(entries[b + 1], entries[b + 2]));
        }
    }

    private static Kind kind(long[] entries, int at) {
        return Kind.values()[(int) (entries[at + 3] & (1 << KINDS) - 1)];
    }

    private static boolean isOpen(Kind a, Kind b) {
        return a == Kind.FRESH || b == Kind.FRESH || (a == Kind.DIRTY && b == Kind.DIRTY);
    }
}
