package org.rasd.extract;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A labelled article: its sentences, the headline first, and the events that each reports. */
public record GoldArticle(String url, LocalDate published, List<String> sentences, List<GoldEvent> events) {
    /** One labelled event; {@code alternatives} are types that are as good, an optional event is neither asked nor counted. */
    public record GoldEvent(
            int sentence,
            String type,
            Status status,
            boolean historical,
            List<String> source,
            List<String> target,
            List<String> mediators,
            Optional<Integer> persons,
            Optional<String> date,
            String trigger,
            boolean optional,
            List<String> alternatives) {}

    /**
     * Reads labelled articles: JSON lines, or the project's own text form where the name ends in {@code .txt}; fails with the
     * file and line of what it cannot read.
     */
    public static List<GoldArticle> read(Path file) throws IOException {
        return file.toString().endsWith(".txt") ? TrainingText.read(file) : json(file);
    }

    /** The same, with the texts of labels that hold only offsets from the corpora in {@code archive}. */
    public static List<GoldArticle> read(Path file, Path archive) throws IOException {
        boolean offsets = !file.toString().endsWith(".txt")
                && Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .limit(1)
                        .anyMatch(OffsetLabels::isOffsets);
        return offsets ? OffsetLabels.read(file, new LabelArchive(archive)) : read(file);
    }

    private static List<GoldArticle> json(Path file) throws IOException {
        List<GoldArticle> out = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank()) {
                try {
                    out.add(article(ConfigFactory.parseString(
                            line, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))));
                } catch (RuntimeException e) {
                    throw new IOException(
                            "Cannot read labelled articles: " + file + ":" + number + ", got " + e.getMessage()
                                    + "; each line needs url, published, sentences and events",
                            e);
                }
            }
        }
        return out;
    }

    private static GoldArticle article(Config json) {
        List<GoldEvent> events = new ArrayList<>();
        for (Config one : json.getConfigList("events")) {
            events.add(event(one, has(one, "trigger") ? one.getString("trigger") : ""));
        }
        return new GoldArticle(
                json.getString("url"),
                LocalDate.parse(json.getString("published").substring(0, 10)),
                json.getStringList("sentences"),
                events);
    }

    /** One label as JSON has it. */
    static GoldEvent event(Config one, String trigger) {
        return new GoldEvent(
                one.getInt("s"),
                one.getString("type"),
                Status.of(one.getString("status")),
                has(one, "historical") && one.getBoolean("historical"),
                strings(one, "source"),
                strings(one, "target"),
                strings(one, "mediators"),
                has(one, "persons") ? Optional.of(one.getInt("persons")) : Optional.empty(),
                has(one, "date") ? Optional.of(one.getString("date")) : Optional.empty(),
                trigger,
                has(one, "optional") && one.getBoolean("optional"),
                strings(one, "alt"));
    }

    private static boolean has(Config json, String key) {
        return json.hasPath(key);
    }

    private static List<String> strings(Config json, String key) {
        return has(json, key) ? json.getStringList(key) : List.of();
    }

    /** The body as an archive would have it. */
    public String body() {
        return String.join("\n", sentences.subList(1, sentences.size()));
    }

    /** The label's sentence that position {@code at} of the body belongs to. */
    int sentenceAt(int at) {
        int end = 0;
        for (int i = 1; i < sentences.size(); i++) {
            end += sentences.get(i).length() + 1;
            if (at < end) {
                return i;
            }
        }
        return sentences.size() - 1;
    }

    /** Where sentence {@code i} begins in the body (0 for the headline, which has its own text). */
    int offset(int i) {
        int at = 0;
        for (int k = 1; k < i; k++) {
            at += sentences.get(k).length() + 1;
        }
        return i == 0 ? 0 : at;
    }
}
