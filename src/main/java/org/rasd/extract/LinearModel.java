package org.rasd.extract;

import java.util.Map;
import java.util.TreeMap;

/** Weights by hashed feature, read from a model file; sums them up. Unchangeable, for any number of threads. */
final class LinearModel {
    private final long[] keys;
    private final float[] weights;
    private final int mask;

    LinearModel(Map<Long, Double> table) {
        int capacity = Integer.highestOneBit(Math.max(8, table.size() * 2)) * 2;
        keys = new long[capacity];
        weights = new float[capacity];
        mask = capacity - 1;
        new TreeMap<>(table).forEach((key, weight) -> put(key == 0 ? 1 : key, weight.floatValue()));
    }

    private void put(long key, float weight) {
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        weights[at] = weight;
    }

    /** The sum of the weights of all features. */
    double score(Features features) {
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weight(features.key(i));
        }
        return sum;
    }

    private float weight(long key) {
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return weights[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /** The logistic function. */
    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
