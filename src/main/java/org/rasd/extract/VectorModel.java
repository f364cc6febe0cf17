package org.rasd.extract;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Several linear models over the same features, looked up together. Unchangeable, for any number of threads. */
final class VectorModel {
    private final int width;
    private final long[] keys;
    private final float[] weights;
    private final int mask;

    /** One table of weights by hashed feature for each output. */
    VectorModel(List<Map<Long, Double>> tables) {
        width = tables.size();
        TreeSet<Long> all = new TreeSet<>();
        tables.forEach(table -> all.addAll(table.keySet()));
        int capacity = Integer.highestOneBit(Math.max(8, all.size() * 2)) * 2;
        keys = new long[capacity];
        weights = new float[capacity * width];
        mask = capacity - 1;
        for (long key : all) {
            int at = place(key == 0 ? 1 : key);
            keys[at] = key == 0 ? 1 : key;
            for (int k = 0; k < width; k++) {
                weights[at * width + k] = tables.get(k).getOrDefault(key, 0.0).floatValue();
            }
        }
    }

    private int place(long key) {
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Adds the sums of the weights of all features to {@code out}, from {@code from} on. */
    void score(Features features, double[] out, int from) {
        for (int i = 0; i < features.size(); i++) {
            int at = place(features.key(i));
            if (keys[at] != 0) {
                for (int k = 0; k < width; k++) {
                    out[from + k] += weights[at * width + k];
                }
            }
        }
    }
}
