package org.rasd.extract;

import java.util.Arrays;
import java.util.List;

/**
 * One event whose roles are to be given out: codes in reach with scores for each label, and scores of pairs of labels.
 *
 * <p>Shape: {@code unary[code * 5 + label]}; {@code pair[(a * codes + b) * 4 + kind]} for a before b, where kind is 0 for two
 * sources, 1 two targets, 2 source and target, 3 target and source; {@code counts[sources * 4 + targets]} (up to 3 each).
 */
record RoleProblem(int codes, List<RoleLabel> labels, double[] unary, double[] pair, double[] counts) {
    static final int PAIRS = 4;
    static final int COUNTS = 4;
    private static final int WIDTH = 10;

    /** The labels with the best sum of scores that a beam finds. */
    List<RoleLabel> solve() {
        Beam beam = new Beam(codes);
        for (int code = 0; code < codes; code++) {
            for (int partial = 0; partial < beam.size; partial++) {
                for (RoleLabel label : labels) {
                    beam.offer(partial, label, beam.score[partial] + step(beam.chosen[partial], code, label));
                }
            }
            beam.advance(code);
        }
        List<RoleLabel> best = List.of();
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int partial = 0; partial < beam.size; partial++) {
            List<RoleLabel> chosen = Arrays.asList(beam.chosen[partial]).subList(0, codes);
            double score = beam.score[partial] + count(chosen);
            if (score > bestScore) {
                best = chosen;
                bestScore = score;
            }
        }
        return best;
    }

    /** The best labellings of the first codes, best first; of equals, the one offered first. */
    private static final class Beam {
        private int size = 1;
        private double[] score = new double[WIDTH];
        private RoleLabel[][] chosen;
        private RoleLabel[][] spare;
        private double[] offered = new double[WIDTH];
        private final int[] from = new int[WIDTH];
        private final RoleLabel[] last = new RoleLabel[WIDTH];
        private int offers;

        Beam(int codes) {
            chosen = new RoleLabel[WIDTH][codes];
            spare = new RoleLabel[WIDTH][codes];
        }

        void offer(int partial, RoleLabel label, double value) {
            if (offers == WIDTH && value <= offered[WIDTH - 1]) {
                return;
            }
            int at = offers == WIDTH ? WIDTH - 1 : offers++;
            while (at > 0 && value > offered[at - 1]) {
                offered[at] = offered[at - 1];
                from[at] = from[at - 1];
                last[at] = last[at - 1];
                at--;
            }
            offered[at] = value;
            from[at] = partial;
            last[at] = label;
        }

        /** What was offered becomes the beam. */
        void advance(int code) {
            for (int i = 0; i < offers; i++) {
                System.arraycopy(chosen[from[i]], 0, spare[i], 0, code);
                spare[i][code] = last[i];
            }
            RoleLabel[][] labelled = spare;
            spare = chosen;
            chosen = labelled;
            double[] scored = offered;
            offered = score;
            score = scored;
            size = offers;
            offers = 0;
        }
    }

    private double step(RoleLabel[] before, int code, RoleLabel label) {
        double score = unary[code * RoleLabel.ALL.size() + label.ordinal()];
        for (int other = 0; other < code; other++) {
            score += pairScore(other, code, before[other], label);
        }
        return score;
    }

    private double pairScore(int a, int b, RoleLabel x, RoleLabel y) {
        double score = 0;
        int from = (a * codes + b) * PAIRS;
        score += x.acts() && y.acts() ? pair[from] : 0;
        score += x.receives() && y.receives() ? pair[from + 1] : 0;
        score += x.acts() && y.receives() ? pair[from + 2] : 0;
        score += x.receives() && y.acts() ? pair[from + 3] : 0;
        return score;
    }

    private double count(List<RoleLabel> chosen) {
        return counts[countIndex(chosen)];
    }

    /** Which entry of {@code counts} an assignment has. */
    static int countIndex(List<RoleLabel> chosen) {
        int sources = 0;
        int targets = 0;
        for (RoleLabel label : chosen) {
            sources += label.acts() ? 1 : 0;
            targets += label.receives() ? 1 : 0;
        }
        return Math.min(COUNTS - 1, sources) * COUNTS + Math.min(COUNTS - 1, targets);
    }
}
