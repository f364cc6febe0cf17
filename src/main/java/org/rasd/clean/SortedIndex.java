package org.rasd.clean;

import java.util.Arrays;

/** The order of numbers, without an object for each. */
final class SortedIndex {
    private static final long INDEX = (1L << Integer.SIZE) - 1;

    private SortedIndex() {}

    /** Indexes of {@code keys} such that equal keys stand together; among equal keys the index ascends. */
    static int[] of(long[] keys) {
        // A hash's upper half with the index below it sorts as fast as plain numbers; equal halves are put right after.
        long[] packed = new long[keys.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Signature.mix(keys[i]) & ~INDEX | i;
        }
        Arrays.sort(packed);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (packed[i] & INDEX);
        }
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && (packed[to] & ~INDEX) == (packed[from] & ~INDEX)) {
                to++;
            }
            if (to - from > 1) {
                untangle(keys, order, from, to);
            }
            from = to;
        }
        return order;
    }

    /** Keys whose hashes agree in the upper half only by chance come apart. */
    private static void untangle(long[] keys, int[] order, int from, int to) {
        boolean equal = true;
        for (int i = from + 1; i < to; i++) {
            equal &= keys[order[i]] == keys[order[from]];
        }
        if (!equal) {
            Integer[] some = new Integer[to - from];
            Arrays.setAll(some, i -> order[from + i]);
            Arrays.sort(some, (a, b) -> keys[a] != keys[b] ? Long.compare(keys[a], keys[b]) : Integer.compare(a, b));
            for (int i = from; i < to; i++) {
                order[i] = some[i - from];
            }
        }
    }
}
