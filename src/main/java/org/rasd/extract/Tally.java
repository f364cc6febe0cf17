package org.rasd.extract;

import java.util.Locale;

/** Hits, false alarms and misses of one question. */
public record Tally(int hits, int falseAlarms, int misses) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Both counts together. */
    public Tally plus(Tally other) {
        return new Tally(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
    }

    /** Share of what was found that is right, 0 to 1. */
    public double precision() {
        return share(hits, hits + falseAlarms);
    }

    /** Share of what is there that was found, 0 to 1. */
    public double recall() {
        return share(hits, hits + misses);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** How many labels asked. */
    public int asked() {
        return hits + misses;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** One line: precision, recall, F1, number of labels. */
    public String line(String name) {
        return String.format(
                Locale.ROOT, "%-22s P %.3f  R %.3f  F1 %.3f  gold %d", name, precision(), recall(), f1(), asked());
    }
}
