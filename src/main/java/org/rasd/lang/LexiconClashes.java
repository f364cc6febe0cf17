package org.rasd.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * Surfaces that are listed twice, once the spelling variants that matching does not tell apart are folded.
 *
 * <p>Two rows of one surface may name different entities when their terms do not overlap (a minister who became the
 * head of an organisation). Any other surface of two entities belongs into the list of ambiguous ones, and there only.
 */
@NullMarked
final class LexiconClashes {
    private final Map<String, List<LexiconRow>> bySurface = new LinkedHashMap<>();
    private final Map<String, LexiconRow> ambiguous = new HashMap<>();
    private final Map<String, LexiconRow> blocked = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    void add(LexiconRow row) {
        bySurface
                .computeIfAbsent(LexiconFolding.fold(row.get("surface")), key -> new ArrayList<>())
                .add(row);
    }

    void addAmbiguous(LexiconRow row) {
        String reading = row.get("candidates") + " " + row.get("kind");
        LexiconRow first = ambiguous.putIfAbsent(LexiconFolding.fold(row.get("surface")), row);
        if (first != null && reading.equals(first.get("candidates") + " " + first.get("kind"))) {
            problems.add(twice(row, row.get("surface"), first));
        }
    }

    void addBlocked(LexiconRow row) {
        LexiconRow first = blocked.putIfAbsent(LexiconFolding.fold(row.get("phrase")), row);
        if (first != null) {
            problems.add(twice(row, row.get("phrase"), first));
        }
    }

    List<String> problems() {
        bySurface.forEach((surface, rows) -> {
            compare(rows);
            isElsewhere(rows.get(0), ambiguous.get(surface));
            isElsewhere(rows.get(0), blocked.get(surface));
        });
        blocked.forEach((surface, row) -> isElsewhere(row, ambiguous.get(surface)));
        return List.copyOf(problems);
    }

    private void isElsewhere(LexiconRow row, @org.jspecify.annotations.Nullable LexiconRow other) {
        if (other != null) {
            problems.add(row.problem(
                    "read surface one way",
                    row.get("surface") + row.get("phrase"),
                    "keep it here or at " + other.place()));
        }
    }

    private void compare(List<LexiconRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                compare(rows.get(j), rows.get(i));
            }
        }
    }

    private void compare(LexiconRow first, LexiconRow second) {
        String surface = second.get("surface");
        if (first.get("entity_id").equals(second.get("entity_id"))) {
            if (first.get("from").equals(second.get("from"))) {
                problems.add(twice(second, surface, first));
            }
        } else if (!apart(first, second) && !apart(second, first)) {
            problems.add(second.problem(
                    "resolve surface",
                    surface + "\" as \"" + second.get("entity_id"),
                    "it is " + first.get("entity_id") + " at " + first.place() + ": list it in ambiguous.tsv"));
        }
    }

    /** ISO dates sort as text. */
    private static boolean apart(LexiconRow early, LexiconRow late) {
        String end = early.get("to");
        return !end.isEmpty() && end.compareTo(late.get("from")) <= 0;
    }

    private static String twice(LexiconRow row, String surface, LexiconRow first) {
        return row.problem("list surface twice", surface, "take it out here or at " + first.place());
    }
}
