package org.rasd.extract;

import java.util.Arrays;

/**
 * The features of one decision as hashed keys; reused from decision to decision.
 *
 * <p>A key is made of a template's name and up to three numbers that are stable across files (hashes of rule, type and
 * class names, small buckets), so that a model outlives edits of the lists. Not thread-safe.
 */
final class Features {
    private long[] keys = new long[512];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    long[] copy() {
        return Arrays.copyOf(keys, size);
    }

    void add(String template) {
        put(mix(template.hashCode()));
    }

    void add(String template, int a) {
        put(mix(mix(template.hashCode()) + a));
    }

    void add(String template, int a, int b) {
        put(mix(mix(mix(template.hashCode()) + a) + b));
    }

    void add(String template, int a, int b, int c) {
        put(mix(mix(mix(mix(template.hashCode()) + a) + b) + c));
    }

    private void put(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }

    private static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
