package org.rasd.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns the weights of one yes-or-no decision: logistic loss with an L2 penalty, by AdaGrad in a fixed shuffled order, so
 * that the same examples always give the same weights.
 */
final class LogisticRegression {
    private static final int EPOCHS = 20;
    private static final double RATE = 0.03;
    static final long SEED = 20240607L;
    private static final double SMALL = 0.004;

    private final double penalty;
    private final int minCount;
    private final List<long[]> features = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    LogisticRegression(double penalty, int minCount) {
        this.penalty = penalty;
        this.minCount = minCount;
    }

    void add(long[] keys, boolean label, double weight) {
        features.add(keys);
        labels.add(label ? 1.0 : 0.0);
        weights.add(weight);
    }

    int size() {
        return features.size();
    }

    Map<Long, Double> fit() {
        Map<Long, Integer> index = index();
        int[][] rows = rows(index);
        double[] w = new double[index.size()];
        double[] squares = new double[index.size()];
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                step(rows[i], labels.get(i), weights.get(i), w, squares);
            }
        }
        Map<Long, Double> out = new HashMap<>();
        index.forEach((key, at) -> {
            if (Math.abs(w[at]) > SMALL) {
                out.put(key, Math.round(w[at] * 1000) / 1000.0);
            }
        });
        return out;
    }

    private Map<Long, Integer> index() {
        Map<Long, Integer> counts = new HashMap<>();
        for (long[] keys : features) {
            for (long key : keys) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        Map<Long, Integer> index = new HashMap<>();
        for (long[] keys : features) {
            for (long key : keys) {
                if (counts.getOrDefault(key, 0) >= minCount) {
                    index.putIfAbsent(key, index.size());
                }
            }
        }
        return index;
    }

    private int[][] rows(Map<Long, Integer> index) {
        int[][] rows = new int[features.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = java.util.Arrays.stream(features.get(i))
                    .mapToInt(key -> index.getOrDefault(key, -1))
                    .filter(at -> at >= 0)
                    .toArray();
        }
        return rows;
    }

    private void step(int[] row, double label, double weight, double[] w, double[] squares) {
        double sum = 0;
        for (int at : row) {
            sum += w[at];
        }
        double error = (EventCoder.sigmoid(sum) - label) * weight;
        for (int at : row) {
            double gradient = error + penalty * w[at];
            squares[at] += gradient * gradient;
            w[at] -= RATE * gradient / Math.sqrt(squares[at] + 1e-6);
        }
    }

    static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
