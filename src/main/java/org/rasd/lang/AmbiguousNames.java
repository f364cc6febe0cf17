package org.rasd.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.rasd.lang.GazetteerEntry.Kind;
import org.rasd.model.ConfRoot;

/** Reads conf/lexicon/ar/ambiguous.tsv with the word groups of context.tsv. */
final class AmbiguousNames {
    private AmbiguousNames() {}

    static List<AmbiguousName> read(ConfRoot conf, BiConsumer<String, String> problem) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Tsv.Row row : Tsv.read(conf, "lexicon/ar/context.tsv")) {
            groups.computeIfAbsent(row.get("group"), key -> new LinkedHashSet<>())
                    .add(bare(row.get("word")));
        }
        List<AmbiguousName> out = new ArrayList<>();
        for (Tsv.Row row : Tsv.read(conf, "lexicon/ar/ambiguous.tsv")) {
            try {
                out.add(name(row, groups));
            } catch (IllegalArgumentException e) {
                problem.accept(row.file() + ":" + row.line(), "unknown kind, got \"" + row.get("kind") + "\"");
            }
        }
        return out;
    }

    private static AmbiguousName name(Tsv.Row row, Map<String, Set<String>> groups) {
        List<String> candidates =
                new ArrayList<>(Arrays.asList(row.get("candidates").split("\\|", -1)));
        boolean ordinary = candidates.remove("-");
        Kind kind = Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
        return new AmbiguousName(
                new GazetteerEntry(
                        row.get("surface"), "", row.get("entity_type"), kind, Optional.empty(), Optional.empty()),
                List.copyOf(candidates),
                ordinary,
                row.get("scope").equals("local"),
                words(row.get("needs_before"), groups),
                words(row.get("needs_after"), groups),
                words(row.get("unless_before"), groups),
                words(row.get("unless_after"), groups));
    }

    private static Set<String> words(String cell, Map<String, Set<String>> groups) {
        Set<String> out = new LinkedHashSet<>();
        for (String one : cell.split("\\|", -1)) {
            if (one.startsWith("@")) {
                out.addAll(groups.getOrDefault(one.substring(1), Set.of()));
            } else if (!one.isBlank()) {
                out.add(bare(one));
            }
        }
        return Set.copyOf(out);
    }

    private static String bare(String word) {
        String folded = Folding.phrase(word);
        return folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
    }
}
