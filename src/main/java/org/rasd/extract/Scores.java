package org.rasd.extract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How rows compare with labels.
 *
 * @param types detection by type: one count for each article, sentence and type
 * @param statusHits detected pairs with the right status, of {@code pairs}
 * @param historicalHits detected pairs rightly told from background, of {@code pairs}
 * @param record type, status and the set of parties all right
 * @param bins by confidence in tenths: rows that are right, and rows that are not
 */
public record Scores(
        Map<String, Tally> types,
        int pairs,
        int statusHits,
        int historicalHits,
        Tally parties,
        Tally roles,
        Tally mediators,
        Tally dates,
        Tally persons,
        Tally record,
        int unaligned,
        Map<Integer, Tally> bins,
        List<ScoredError> errors) {
    /** The types that the project is for. */
    public static final List<String> MISSION =
            List.of("PRISONER_EXCHANGE", "PRISONER_RELEASE", "CEASEFIRE", "AGREEMENT");

    /** Keeps the maps in order and unchangeable. */
    public Scores {
        types = java.util.Collections.unmodifiableMap(new TreeMap<>(types));
        bins = java.util.Collections.unmodifiableMap(new TreeMap<>(bins));
        errors = List.copyOf(errors);
    }

    /** All types together. */
    public Tally all() {
        return types.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The types of {@link #MISSION} together. */
    public Tally mission() {
        return types.entrySet().stream()
                .filter(e -> MISSION.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    /** Share of detected pairs with the right status, 0 to 1. */
    public double statusAccuracy() {
        return pairs == 0 ? 0 : (double) statusHits / pairs;
    }

    /** Share of detected pairs rightly told from background, 0 to 1. */
    public double historicalAccuracy() {
        return pairs == 0 ? 0 : (double) historicalHits / pairs;
    }
}
