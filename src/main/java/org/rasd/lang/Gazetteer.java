package org.rasd.lang;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rasd.lang.GazetteerEntry.Kind;
import org.rasd.model.ConfRoot;

/**
 * Names of countries, cities, people, organisations and groups with the code each stands for.
 *
 * <p>Source: every list of conf/lexicon/ar that has a column entity_id, and conf/lexicon/entities.tsv for names.
 */
public final class Gazetteer {
    private static final String FOLDER = "lexicon/ar";

    private final List<GazetteerEntry> entries;
    private final Map<String, String> namesAr;

    private Gazetteer(List<GazetteerEntry> entries, Map<String, String> namesAr) {
        this.entries = List.copyOf(entries);
        this.namesAr = Map.copyOf(namesAr);
    }

    /** Reads all lists; problems are handed to {@code problem} as place and message. */
    public static Gazetteer load(ConfRoot conf, BiConsumer<String, String> problem) {
        Map<String, String> names = new LinkedHashMap<>();
        if (conf.list("lexicon").contains("entities.tsv")) {
            Tsv.read(conf, "lexicon/entities.tsv").forEach(row -> names.put(row.get("entity_id"), row.get("name_ar")));
        }
        List<GazetteerEntry> entries = new ArrayList<>();
        for (String file : conf.list(FOLDER)) {
            if (file.endsWith(".tsv")) {
                for (Tsv.Row row : Tsv.read(conf, FOLDER + "/" + file)) {
                    if (row.columns().containsKey("entity_id")) {
                        read(row, problem).ifPresent(entries::add);
                    }
                }
            }
        }
        return new Gazetteer(entries, names);
    }

    private static Optional<GazetteerEntry> read(Tsv.Row row, BiConsumer<String, String> problem) {
        String place = row.file() + ":" + row.line();
        try {
            Kind kind = Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
            String surface = row.get("surface");
            if (Folding.phrase(surface).length() < 2) {
                problem.accept(place, "surface is too short, got \"" + surface + "\"");
                return Optional.empty();
            }
            return Optional.of(new GazetteerEntry(
                    surface,
                    row.get("entity_id"),
                    row.get("entity_type"),
                    kind,
                    day(row.get("from")),
                    day(row.get("to"))));
        } catch (IllegalArgumentException e) {
            problem.accept(place, "unknown kind, got \"" + row.get("kind") + "\"");
        } catch (DateTimeParseException e) {
            problem.accept(place, "from and to are ISO dates, got \"" + row.get("from") + "\", \"" + row.get("to") + "\"");
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    /** All rows. */
    public List<GazetteerEntry> entries() {
        return entries;
    }

    /** The Arabic name of a code; the code itself where none is listed. */
    public String name(String code) {
        return namesAr.getOrDefault(code, code);
    }

    /** The folded forms under which {@code entry} is found. */
    public static List<Surface> forms(GazetteerEntry entry) {
        String word = Folding.phrase(entry.surface());
        List<Surface> out = new ArrayList<>();
        put(out, word);
        if (entry.kind() == Kind.DEMONYM) {
            demonym(out, word);
        }
        return out;
    }

    private static void put(List<Surface> out, String word) {
        out.add(new Surface(word, Attach.NAME, Tense.NONE));
        if (word.startsWith("ال") && word.length() > 3) {
            out.add(new Surface("لل" + word.substring(2), Attach.FIXED, Tense.NONE));
        }
    }

    /** Feminine, dual and plural of أوكراني, and the accusative أوكرانيا, which is the country's name too. */
    private static void demonym(List<Surface> out, String word) {
        if (!word.endsWith("ي") || word.indexOf(' ') >= 0) {
            return;
        }
        for (String ending : new String[] {"ه", "ين", "ون", "ان", "ات", "تين", "تان", "ا"}) {
            put(out, word + ending);
        }
    }
}
