package org.rasd.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rasd.lang.Attach;
import org.rasd.lang.ClassWord;
import org.rasd.lang.DateWord;
import org.rasd.lang.Entry;
import org.rasd.lang.Folding;
import org.rasd.lang.Gazetteer;
import org.rasd.lang.NumberWord;
import org.rasd.lang.PhraseAutomaton;
import org.rasd.lang.Surface;
import org.rasd.lang.Tense;
import org.rasd.lang.Tsv;
import org.rasd.model.ConfRoot;

/**
 * Everything that conf/events and conf/lexicon say, compiled once: event types, word classes, the gazetteer and one
 * automaton over all of them.
 *
 * <p>Fails when: any file is malformed, with an IllegalArgumentException that tells all problems with file and line.
 */
public final class CoderLexicon {
    private final Map<String, EventTypeSpec> types;
    private final WordClasses classes;
    private final Gazetteer gazetteer;
    private final PhraseAutomaton<Entry> automaton;

    private CoderLexicon(
            Map<String, EventTypeSpec> types,
            WordClasses classes,
            Gazetteer gazetteer,
            PhraseAutomaton<Entry> automaton) {
        this.types = types;
        this.classes = classes;
        this.gazetteer = gazetteer;
        this.automaton = automaton;
    }

    /** Reads and compiles all files. */
    public static CoderLexicon load(ConfRoot conf) {
        ConfProblems problems = new ConfProblems();
        WordClasses classes = new WordClasses();
        Map<Integer, List<String>> classWords = readClasses(conf, classes, problems);
        Map<String, EventTypeSpec> types = readTypes(conf, classes, classWords, problems);
        Gazetteer gazetteer = Gazetteer.load(conf, (place, what) -> problems.add(place, 0, what));
        PhraseAutomaton.Builder<Entry> builder = new PhraseAutomaton.Builder<>();
        classWords.forEach((id, words) -> words.forEach(word -> builder.addWord(word, new ClassWord(id))));
        types.values()
                .forEach(type -> type.triggers().forEach(rule -> rule.words().forEach(w -> builder.addWord(w, rule))));
        gazetteer.entries().forEach(e -> Gazetteer.forms(e).forEach(form -> builder.add(form, e)));
        gazetteer.ambiguous().forEach(name -> Gazetteer.forms(name.base()).forEach(form -> builder.add(form, name)));
        readCalendar(conf, builder, problems);
        readNumbers(conf, builder, problems);
        problems.throwIfAny("load event types and lexicon");
        return new CoderLexicon(types, classes, gazetteer, builder.build());
    }

    private static Map<Integer, List<String>> readClasses(ConfRoot conf, WordClasses classes, ConfProblems problems) {
        Map<Integer, List<String>> out = new LinkedHashMap<>();
        List<Tsv.Row> rows = new ArrayList<>(Tsv.read(conf, "lexicon/ar/classes.tsv"));
        rows.addAll(Tsv.read(conf, "lexicon/ar/topics.tsv"));
        for (Tsv.Row row : rows) {
            String word = row.get("word");
            if (Folding.phrase(word).length() < 2) {
                problems.add(row.file(), row.line(), "word is too short, got \"" + word + "\"");
                continue;
            }
            out.computeIfAbsent(classes.declare(row.get("class")), k -> new ArrayList<>())
                    .add(word);
        }
        return out;
    }

    private static Map<String, EventTypeSpec> readTypes(
            ConfRoot conf, WordClasses classes, Map<Integer, List<String>> classWords, ConfProblems problems) {
        Map<String, EventTypeSpec> out = new LinkedHashMap<>();
        for (String file : conf.list("events")) {
            if (file.endsWith(".conf")) {
                String relative = "events/" + file;
                EventTypeReader reader = new EventTypeReader(conf.describe(relative), classes, classWords, problems);
                Optional<EventTypeSpec> spec = reader.read(conf, relative);
                spec.ifPresent(one -> {
                    if (out.putIfAbsent(one.name(), one) != null) {
                        problems.add(conf.describe(relative), 1, "type is defined twice, got \"" + one.name() + "\"");
                    }
                });
            }
        }
        return out;
    }

    private static void readCalendar(ConfRoot conf, PhraseAutomaton.Builder<Entry> builder, ConfProblems problems) {
        for (Tsv.Row row : Tsv.read(conf, "lexicon/ar/calendar.tsv")) {
            try {
                DateWord.Role role = DateWord.Role.valueOf(row.get("role").toUpperCase(Locale.ROOT));
                addNameLike(builder, row.get("word"), new DateWord(role, Integer.parseInt(row.get("value"))));
            } catch (IllegalArgumentException e) {
                problems.add(
                        row.file(),
                        row.line(),
                        "role and whole number wanted, got \"" + row.get("role") + "\", \"" + row.get("value") + "\"");
            }
        }
    }

    private static void readNumbers(ConfRoot conf, PhraseAutomaton.Builder<Entry> builder, ConfProblems problems) {
        for (Tsv.Row row : Tsv.read(conf, "lexicon/ar/numbers.tsv")) {
            try {
                NumberWord.Rank rank = NumberWord.Rank.valueOf(row.get("rank").toUpperCase(Locale.ROOT));
                addNameLike(builder, row.get("word"), new NumberWord(Integer.parseInt(row.get("value")), rank));
            } catch (IllegalArgumentException e) {
                problems.add(
                        row.file(),
                        row.line(),
                        "rank and whole number wanted, got \"" + row.get("rank") + "\", \"" + row.get("value") + "\"");
            }
        }
    }

    /** Calendar and number words take clitics before them but no endings. */
    private static void addNameLike(PhraseAutomaton.Builder<Entry> builder, String word, Entry entry) {
        String bare = word.startsWith("=") || word.startsWith("+") ? word.substring(1) : word;
        String folded = Folding.phrase(bare);
        builder.add(new Surface(folded, Attach.NAME, Tense.NONE), entry);
        if (folded.startsWith("ال") && folded.length() > 4) {
            builder.add(new Surface("لل" + folded.substring(2), Attach.FIXED, Tense.NONE), entry);
        }
    }

    /** Event types by name, in the order of their files. */
    public Map<String, EventTypeSpec> types() {
        return types;
    }

    /** The type that a rule of these files names. */
    EventTypeSpec type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    /** Word classes. */
    public WordClasses classes() {
        return classes;
    }

    /** The gazetteer. */
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    /** The automaton over all lists. */
    PhraseAutomaton<Entry> automaton() {
        return automaton;
    }
}
