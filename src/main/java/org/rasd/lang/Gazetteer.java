package org.rasd.lang;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.rasd.lang.GazetteerEntry.Kind;
import org.rasd.model.ConfRoot;

/**
 * Names of countries, cities, people, organisations and groups with the code each stands for.
 *
 * <p>Source: every list of conf/lexicon/ar that has a column entity_id, and conf/lexicon/entities.tsv for names.
 */
public final class Gazetteer {
    private static final String FOLDER = "lexicon/ar";
    private static final List<String> ENDINGS = List.of("", "ه", "ين", "ون", "ان", "ات", "تين", "تان", "ا");
    private static final List<String> SOUND_ENDINGS = List.of("ه", "ا", "ين", "ون", "ات", "يان", "تان");

    private final List<GazetteerEntry> entries;
    private final List<AmbiguousName> ambiguous;
    private final Map<String, String> namesAr;
    private final Set<String> countries;

    private Gazetteer(
            List<GazetteerEntry> entries,
            List<AmbiguousName> ambiguous,
            Map<String, String> namesAr,
            Set<String> countries) {
        this.entries = List.copyOf(entries);
        this.ambiguous = List.copyOf(ambiguous);
        this.namesAr = Map.copyOf(namesAr);
        this.countries = Set.copyOf(countries);
    }

    /** Reads all lists; problems are handed to {@code problem} as place and message. */
    public static Gazetteer load(ConfRoot conf, BiConsumer<String, String> problem) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> countries = new LinkedHashSet<>();
        for (Tsv.Row row : Tsv.read(conf, "lexicon/entities.tsv")) {
            names.put(row.get("entity_id"), row.get("name_ar"));
            if (row.get("entity_type").equals("LOC")) {
                countries.add(row.get("entity_id"));
            }
        }
        List<GazetteerEntry> entries = new ArrayList<>();
        List<String> files =
                conf.list(FOLDER).stream().filter(f -> f.endsWith(".tsv")).toList();
        for (String file : files) {
            for (Tsv.Row row : Tsv.read(conf, FOLDER + "/" + file)) {
                if (row.columns().containsKey("entity_id")) {
                    read(row, problem).ifPresent(entries::add);
                } else if (row.columns().containsKey("phrase")) {
                    entries.add(blocked(row.get("phrase")));
                }
            }
        }
        List<AmbiguousName> ambiguous =
                files.contains("ambiguous.tsv") ? AmbiguousNames.read(conf, problem) : List.of();
        return new Gazetteer(entries, ambiguous, names, countries);
    }

    private static GazetteerEntry blocked(String phrase) {
        return new GazetteerEntry(phrase, "", "", Kind.BLOCKED, Optional.empty(), Optional.empty());
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
            problem.accept(
                    place, "from and to are ISO dates, got \"" + row.get("from") + "\", \"" + row.get("to") + "\"");
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

    /** Names whose reading depends on what stands around them. */
    public List<AmbiguousName> ambiguous() {
        return ambiguous;
    }

    /** True for a code of entities.tsv. */
    public boolean isKnown(String code) {
        return namesAr.containsKey(code);
    }

    /** True for the code of a country, false for that of an organisation or group. */
    public boolean isCountry(String code) {
        return countries.contains(code);
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
        if (entry.kind() == Kind.DEMONYM && !entry.surface().startsWith("ال")) {
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

    /**
     * Feminine, dual and plural of أوكراني, and the accusative أوكرانيا, which is the country's name too; of كوري جنوبي also
     * the forms with two articles; of a broken plural such as أفغان the accusative alone.
     */
    private static void demonym(List<Surface> out, String word) {
        if (word.endsWith("ي")) {
            for (String ending : ENDINGS) {
                String bent = bent(word, ending);
                put(out, bent);
                int last = bent.lastIndexOf(' ') + 1;
                if (last > 0) {
                    put(out, bent.substring(0, last) + "ال" + bent.substring(last));
                }
            }
        } else if (word.indexOf(' ') < 0
                && word.length() > 3
                && SOUND_ENDINGS.stream().noneMatch(word::endsWith)) {
            put(out, word + "ا");
        }
    }

    /** Every word in ya takes the ending: كورية جنوبية, but جنوب سودانية. */
    private static String bent(String demonym, String ending) {
        return Arrays.stream(demonym.split(" "))
                .map(word -> word.endsWith("ي") ? word + ending : word)
                .collect(Collectors.joining(" "));
    }
}
