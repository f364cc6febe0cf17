package org.rasd.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns to give out roles of an event together: a structured hinge loss (each wrong label costs one) with an L2 penalty, by
 * AdaGrad in a fixed shuffled order, weights averaged over all steps.
 */
final class RoleTrainer {
    private static final int EPOCHS = 12;
    private static final double RATE = 0.04;
    private static final double PENALTY = 0.003;
    private static final int MIN_COUNT = 3;
    private static final double SMALL = 0.002;

    /** Features of one event: a list for each code, for each pair of codes, and for the counts. */
    record Case(List<long[]> unary, List<long[]> pairs, long[] counts, List<RoleLabel> labels, List<RoleLabel> gold) {}

    /** Names of the weight tables, in the order of the outputs. */
    private static final List<String> TABLES = Stream.of("role", "pair", "count")
            .flatMap(group -> CoderModels.GROUPS.getOrDefault(group, List.of()).stream())
            .toList();

    private static final int UNARY = RoleLabel.ALL.size();
    private static final int WIDTH = UNARY + RoleProblem.PAIRS + RoleProblem.COUNTS * RoleProblem.COUNTS;

    private final List<Case> cases = new ArrayList<>();
    private final Map<Long, Integer> index = new HashMap<>();

    void add(Case one) {
        cases.add(one);
    }

    /** Weights by feature by table. */
    Map<String, Map<Long, Double>> fit() {
        Map<Long, Integer> counts = new HashMap<>();
        for (Case one : cases) {
            for (long[] keys : parts(one)) {
                for (long key : keys) {
                    counts.merge(key, 1, Integer::sum);
                }
            }
        }
        for (Case one : cases) {
            for (long[] keys : parts(one)) {
                for (long key : keys) {
                    if (counts.getOrDefault(key, 0) >= MIN_COUNT) {
                        index.putIfAbsent(key, index.size());
                    }
                }
            }
        }
        double[] averaged = descend();
        Map<String, Map<Long, Double>> out = new TreeMap<>();
        index.forEach((key, at) -> {
            for (int k = 0; k < WIDTH; k++) {
                double weight = averaged[at * WIDTH + k];
                if (Math.abs(weight) > SMALL) {
                    out.computeIfAbsent(TABLES.get(k), name -> new TreeMap<>())
                            .put(key, Math.round(weight * 1000) / 1000.0);
                }
            }
        });
        return out;
    }

    private static List<long[]> parts(Case one) {
        List<long[]> out = new ArrayList<>(one.unary());
        out.addAll(one.pairs());
        out.add(one.counts());
        return out;
    }

    private int[] rows(long[] keys) {
        return java.util.Arrays.stream(keys)
                .mapToInt(key -> index.getOrDefault(key, -1))
                .filter(at -> at >= 0)
                .map(at -> at * WIDTH)
                .toArray();
    }

    private double[] descend() {
        int size = index.size() * WIDTH;
        double[] w = new double[size];
        double[] squares = new double[size];
        double[] sum = new double[size];
        int[] since = new int[size];
        List<int[][]> compiled = new ArrayList<>();
        for (Case one : cases) {
            compiled.add(parts(one).stream().map(this::rows).toArray(int[][]::new));
        }
        int[] order = java.util.stream.IntStream.range(0, cases.size()).toArray();
        SplittableRandom random = new SplittableRandom(LogisticRegression.SEED);
        Step step = new Step(w, squares, sum, since);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            LogisticRegression.shuffle(order, random);
            for (int i : order) {
                step.take(cases.get(i), compiled.get(i));
            }
        }
        return step.average();
    }

    /** The state of the descent. */
    private static final class Step {
        private final double[] w;
        private final double[] squares;
        private final double[] sum;
        private final int[] since;
        private int time;

        Step(double[] w, double[] squares, double[] sum, int[] since) {
            this.w = w;
            this.squares = squares;
            this.sum = sum;
            this.since = since;
        }

        double[] average() {
            for (int i = 0; i < w.length; i++) {
                sum[i] += w[i] * (time - since[i]);
                sum[i] /= Math.max(1, time);
            }
            return sum;
        }

        void take(Case one, int[][] rows) {
            time++;
            RoleProblem problem = problem(one, rows);
            List<RoleLabel> guess = problem.solve();
            if (guess.equals(one.gold())) {
                return;
            }
            Map<Integer, Double> gradient = new TreeMap<>();
            move(gradient, one, rows, guess, 1);
            move(gradient, one, rows, one.gold(), -1);
            gradient.forEach((at, g) -> {
                if (g != 0) {
                    update(at, g + PENALTY * w[at]);
                }
            });
        }

        private void update(int at, double g) {
            sum[at] += w[at] * (time - since[at]);
            since[at] = time;
            squares[at] += g * g;
            w[at] -= RATE * g / Math.sqrt(squares[at] + 1e-6);
        }

        /** Scores of the case with every wrong label made better by one. */
        private RoleProblem problem(Case one, int[][] rows) {
            int codes = one.unary().size();
            double[] unary = new double[codes * UNARY];
            for (int c = 0; c < codes; c++) {
                for (int k = 0; k < UNARY; k++) {
                    unary[c * UNARY + k] =
                            total(rows[c], k) + (one.gold().get(c).ordinal() == k ? 0 : 1);
                }
            }
            double[] pair = new double[codes * codes * RoleProblem.PAIRS];
            int at = codes;
            for (int a = 0; a < codes; a++) {
                for (int b = a + 1; b < codes; b++) {
                    for (int k = 0; k < RoleProblem.PAIRS; k++) {
                        pair[(a * codes + b) * RoleProblem.PAIRS + k] = total(rows[at], UNARY + k);
                    }
                    at++;
                }
            }
            double[] counts = new double[RoleProblem.COUNTS * RoleProblem.COUNTS];
            for (int k = 0; k < counts.length; k++) {
                counts[k] = total(rows[at], UNARY + RoleProblem.PAIRS + k);
            }
            return new RoleProblem(codes, one.labels(), unary, pair, counts);
        }

        private double total(int[] rows, int k) {
            double out = 0;
            for (int row : rows) {
                out += w[row + k];
            }
            return out;
        }

        private static void move(
                Map<Integer, Double> gradient, Case one, int[][] rows, List<RoleLabel> labels, double by) {
            int codes = one.unary().size();
            for (int c = 0; c < codes; c++) {
                push(gradient, rows[c], labels.get(c).ordinal(), by);
            }
            int at = codes;
            for (int a = 0; a < codes; a++) {
                for (int b = a + 1; b < codes; b++) {
                    RoleLabel x = labels.get(a);
                    RoleLabel y = labels.get(b);
                    if (x.acts() && y.acts()) {
                        push(gradient, rows[at], UNARY, by);
                    }
                    if (x.receives() && y.receives()) {
                        push(gradient, rows[at], UNARY + 1, by);
                    }
                    if (x.acts() && y.receives()) {
                        push(gradient, rows[at], UNARY + 2, by);
                    }
                    if (x.receives() && y.acts()) {
                        push(gradient, rows[at], UNARY + 3, by);
                    }
                    at++;
                }
            }
            push(gradient, rows[at], UNARY + RoleProblem.PAIRS + RoleProblem.countIndex(labels), by);
        }

        private static void push(Map<Integer, Double> gradient, int[] rows, int k, double by) {
            for (int row : rows) {
                gradient.merge(row + k, by, Double::sum);
            }
        }
    }
}
