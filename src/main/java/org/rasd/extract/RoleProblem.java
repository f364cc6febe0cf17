package org.rasd.extract;

import java.util.ArrayList;
import java.util.Collections;
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
    private static final int BEAM = 10;

    private record Partial(List<RoleLabel> labels, double score) {}

    /** The labels with the best sum of scores that a beam finds. */
    List<RoleLabel> solve() {
        List<Partial> beam = new ArrayList<>(List.of(new Partial(List.of(), 0)));
        for (int code = 0; code < codes; code++) {
            List<Partial> next = new ArrayList<>();
            for (Partial partial : beam) {
                for (RoleLabel label : labels) {
                    List<RoleLabel> grown = new ArrayList<>(partial.labels());
                    grown.add(label);
                    next.add(new Partial(grown, partial.score() + step(partial.labels(), code, label)));
                }
            }
            next.sort((a, b) -> Double.compare(b.score(), a.score()));
            beam = next.size() > BEAM ? next.subList(0, BEAM) : next;
        }
        Partial best = Collections.max(
                beam, (a, b) -> Double.compare(a.score() + count(a.labels()), b.score() + count(b.labels())));
        return best.labels();
    }

    private double step(List<RoleLabel> before, int code, RoleLabel label) {
        double score = unary[code * RoleLabel.ALL.size() + label.ordinal()];
        for (int other = 0; other < before.size(); other++) {
            score += pairScore(other, code, before.get(other), label);
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
