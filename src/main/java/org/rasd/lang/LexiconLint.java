package org.rasd.lang;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.rasd.model.ConfRoot;

/**
 * Finds what is wrong in the entity lists: {@code lexicon/entities.tsv} and the files of {@code lexicon/ar} that name
 * entities.
 *
 * <p>Looks for a missing source or licence, unknown entities and kinds, malformed or reversed dates, surfaces that no
 * text can match or that no one would print so, duplicate rows, and surfaces that stand for two entities at the same
 * time without being in {@code ambiguous.tsv}. Cost: one pass over the rows.
 */
@NullMarked
public final class LexiconLint {
    private static final String FOLDER = "lexicon/ar/";
    private static final Set<String> TYPES = Set.of("PER", "LOC", "ORG", "MISC");
    private static final Set<String> SCOPES = Set.of("local", "article");
    private static final Set<String> KINDS = Set.of(
            "name", "demonym", "capital", "seat", "city", "region", "leader", "minister", "org", "group", "alias");

    private final ConfRoot conf;
    private final List<String> problems = new ArrayList<>();

    private LexiconLint(ConfRoot conf) {
        this.conf = conf;
    }

    /** Everything that is wrong, in the order of files and lines; empty where the lists are clean. */
    public static List<String> problems(ConfRoot conf) {
        LexiconLint lint = new LexiconLint(conf);
        lint.check();
        return List.copyOf(lint.problems);
    }

    private void check() {
        Set<String> entities = checkEntities();
        LexiconClashes clashes = new LexiconClashes();
        for (String name : conf.list("lexicon/ar")) {
            LexiconFile file = name.endsWith(".tsv") ? LexiconFile.read(conf, FOLDER + name) : LexiconFile.EMPTY;
            if (file.hasColumn("entity_id")) {
                checkHead(file, "surface", "entity_id", "entity_type", "kind", "from", "to");
                file.rows().forEach(row -> checkRow(row, entities));
                file.rows().forEach(clashes::add);
            } else if (file.hasColumn("candidates")) {
                checkHead(file, "surface", "candidates", "entity_type", "kind", "scope");
                file.rows().forEach(row -> checkReading(row, entities));
                file.rows().forEach(clashes::addAmbiguous);
            } else if (file.hasColumn("phrase")) {
                checkHead(file, "phrase", "reason");
                file.rows().forEach(row -> checkSurface(row, row.get("phrase")));
                file.rows().forEach(clashes::addBlocked);
            }
        }
        problems.addAll(clashes.problems());
    }

    private Set<String> checkEntities() {
        LexiconFile file = LexiconFile.read(conf, "lexicon/entities.tsv");
        checkHead(file, "entity_id", "entity_type", "name_en", "name_ar");
        Set<String> ids = new LinkedHashSet<>();
        for (LexiconRow row : file.rows()) {
            if (!ids.add(row.get("entity_id"))) {
                problems.add(row.problem("use lexicon row", row.get("entity_id"), "name each entity once"));
            }
            known(row, "entity_type", TYPES);
            filled(row, "name_en");
            filled(row, "name_ar");
        }
        return ids;
    }

    private void checkHead(LexiconFile file, String... columns) {
        for (String note : List.of("source:", "licence:")) {
            if (!file.states(note)) {
                problems.add("Cannot ship lexicon: " + file.path() + ", got no line \"# " + note
                        + "\"; say where the rows come from and under which licence");
            }
        }
        for (String column : columns) {
            if (!file.hasColumn(column)) {
                problems.add("Cannot read lexicon: " + file.path() + ", got no column " + column + "; add it");
            }
        }
    }

    private void checkRow(LexiconRow row, Set<String> entities) {
        checkSurface(row, row.get("surface"));
        known(row, "entity_id", entities);
        known(row, "entity_type", TYPES);
        known(row, "kind", KINDS);
        checkDates(row);
    }

    private void checkReading(LexiconRow row, Set<String> entities) {
        checkSurface(row, row.get("surface"));
        for (String id : row.get("candidates").split("\\|", -1)) {
            if (!id.equals("-") && !entities.contains(id)) {
                problems.add(row.problem("resolve lexicon row", id, "use an entity_id of entities.tsv, or -"));
            }
        }
        known(row, "entity_type", TYPES);
        known(row, "kind", KINDS);
        known(row, "scope", SCOPES);
    }

    private void checkSurface(LexiconRow row, String surface) {
        if (!row.isWhole()) {
            problems.add(row.problem("read lexicon row", row.cellCount() + " cells", "give one for each column"));
        }
        if (LexiconFolding.fold(surface).length() < 2) {
            problems.add(row.problem("match surface", surface, "write at least two letters"));
        }
        if (!surface.equals(surface.strip()) || surface.contains("  ")) {
            problems.add(row.problem("match surface", surface, "take out the blanks at its edges and doubled blanks"));
        }
        if (surface.chars().anyMatch(c -> LexiconFolding.vanishes((char) c))) {
            problems.add(row.problem("match surface", surface, "take out tatweel, diacritics and control characters"));
        }
    }

    private void checkDates(LexiconRow row) {
        try {
            if (!row.get("from").isEmpty()
                    && !row.get("to").isEmpty()
                    && LocalDate.parse(row.get("from")).isAfter(LocalDate.parse(row.get("to")))) {
                problems.add(row.problem("date a term", row.get("from"), "let it begin before it ends"));
            }
            for (String column : List.of("from", "to")) {
                if (!row.get(column).isEmpty()) {
                    LocalDate.parse(row.get(column));
                }
            }
        } catch (DateTimeParseException e) {
            problems.add(row.problem("date a term", e.getParsedString(), "write YYYY-MM-DD, or leave it empty"));
        }
    }

    private void filled(LexiconRow row, String column) {
        if (row.get(column).isBlank()) {
            problems.add(row.problem("use lexicon row", "no " + column, "give one"));
        }
    }

    private void known(LexiconRow row, String column, Set<String> allowed) {
        if (!allowed.contains(row.get(column))) {
            String choice = allowed.size() > 20 ? "a code of entities.tsv" : "one of " + new TreeSet<>(allowed);
            problems.add(row.problem("use " + column, row.get(column), "write " + choice));
        }
    }
}
