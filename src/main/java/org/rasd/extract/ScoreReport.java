package org.rasd.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Scores as text for people: a line a question, then the errors asked for. */
public final class ScoreReport {
    private ScoreReport() {}

    /** The lines, with at most {@code errorCount} errors. */
    public static List<String> lines(Scores scores, int errorCount) {
        List<String> out = new ArrayList<>();
        scores.types().forEach((type, tally) -> out.add(tally.line(type)));
        out.add(scores.mission().line("mission types"));
        out.add(scores.all().line("all types"));
        out.add(scores.parties().line("parties"));
        out.add(scores.roles().line("roles"));
        out.add(scores.mediators().line("mediators"));
        out.add(scores.persons().line("persons"));
        out.add(scores.dates().line("dates"));
        out.add(scores.record().line("whole record"));
        out.add(String.format(
                Locale.ROOT,
                "status accuracy %.3f  background accuracy %.3f  of %d pairs; rows that match no sentence %d",
                scores.statusAccuracy(),
                scores.historicalAccuracy(),
                scores.pairs(),
                scores.unaligned()));
        scores.bins()
                .forEach((tenth, tally) -> out.add(String.format(
                        Locale.ROOT,
                        "confidence %.1f and over: %4d rows, right %.3f",
                        tenth / 10.0,
                        tally.hits() + tally.falseAlarms(),
                        tally.precision())));
        scores.errors().stream()
                .sorted(Comparator.comparing(ScoredError::kind)
                        .thenComparing(ScoredError::type)
                        .thenComparing(ScoredError::url)
                        .thenComparingInt(ScoredError::sentence))
                .limit(errorCount)
                .forEach(e -> out.add(e.kind() + " " + e.type() + " " + e.detail() + "\n    " + e.url() + " ["
                        + e.sentence() + "] " + e.text()));
        return out;
    }
}
