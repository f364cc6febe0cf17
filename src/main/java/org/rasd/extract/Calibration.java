package org.rasd.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the model's own probability into the share of such rows that are right: a rising line through points found by
 * isotonic regression on held-out labels.
 *
 * @param points from the lowest raw value on; empty where nothing is known, and the raw value stands
 */
record Calibration(List<Point> points) {
    /** Raw values stand as they are. */
    static final Calibration NONE = new Calibration(List.of());

    private static final int BIN = 60;

    /** One point of the line. */
    record Point(double raw, double right) {}

    /** One held-out row. */
    record Judged(double raw, boolean right) {}

    Calibration {
        points = List.copyOf(points);
    }

    double of(double raw) {
        if (points.isEmpty()) {
            return raw;
        }
        Point below = new Point(0, 0);
        for (Point point : points) {
            if (raw < point.raw()) {
                double share = (raw - below.raw()) / Math.max(1e-9, point.raw() - below.raw());
                return below.right() + share * (point.right() - below.right());
            }
            below = point;
        }
        double share = (raw - below.raw()) / Math.max(1e-9, 1 - below.raw());
        return below.right() + share * (1 - below.right()) * 0.5;
    }

    /** Fits the line: means of bins of equal size, neighbours merged until they rise. */
    static Calibration fit(List<Judged> rows) {
        List<Judged> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(Judged::raw).thenComparing(Judged::right))
                .toList();
        List<double[]> blocks = new ArrayList<>();
        for (int from = 0; from + BIN <= sorted.size(); from += BIN) {
            double[] block = new double[3];
            for (Judged row : sorted.subList(from, from + BIN)) {
                block[0] += row.raw();
                block[1] += row.right() ? 1 : 0;
                block[2]++;
            }
            blocks.add(block);
            merge(blocks);
        }
        return new Calibration(blocks.stream()
                .map(b -> new Point(round(b[0] / b[2]), round(b[1] / b[2])))
                .toList());
    }

    private static void merge(List<double[]> blocks) {
        while (blocks.size() > 1) {
            double[] last = blocks.get(blocks.size() - 1);
            double[] before = blocks.get(blocks.size() - 2);
            if (before[1] / before[2] < last[1] / last[2]) {
                return;
            }
            blocks.remove(blocks.size() - 1);
            for (int i = 0; i < before.length; i++) {
                before[i] += last[i];
            }
        }
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
