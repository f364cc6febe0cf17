package org.rasd.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rasd.extract.GoldArticle.GoldEvent;

/**
 * Reads the project's own labelled articles (src/train/articles): one sentence a line, labels under it.
 *
 * <p>Shape: {@code = id date} opens an article, the next line is its headline; {@code > TYPE status h src=A,B tgt= med= n= d=
 * t=trigger} labels the sentence above, {@code ~} the same where the label may be missing. Fails with every line that
 * cannot be read.
 */
final class TrainingText {
    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final List<GoldArticle> articles = new ArrayList<>();
    private String id = "";
    private LocalDate published = LocalDate.EPOCH;
    private List<String> sentences = new ArrayList<>();
    private List<GoldEvent> events = new ArrayList<>();

    private TrainingText(Path file) {
        this.file = file;
    }

    static List<GoldArticle> read(Path file) throws IOException {
        TrainingText reader = new TrainingText(file);
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                reader.line(line.strip(), number);
            }
        }
        reader.close();
        if (!reader.problems.isEmpty()) {
            throw new IOException("Cannot read labelled articles: " + reader.problems.size() + " problems\n  "
                    + String.join("\n  ", reader.problems));
        }
        return List.copyOf(reader.articles);
    }

    private void line(String line, int number) {
        try {
            switch (line.charAt(0)) {
                case '=' -> open(line.substring(1).strip());
                case '>' -> events.add(label(line.substring(1).strip(), false));
                case '~' -> events.add(label(line.substring(1).strip(), true));
                default -> sentences.add(line);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(file + ":" + number + ": " + e.getMessage());
        }
    }

    private void open(String heading) {
        close();
        int space = heading.lastIndexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("an article opens with \"= id YYYY-MM-DD\", got \"= " + heading + "\"");
        }
        id = heading.substring(0, space).strip();
        published = LocalDate.parse(heading.substring(space + 1));
    }

    private void close() {
        if (!sentences.isEmpty()) {
            articles.add(new GoldArticle(id, published, List.copyOf(sentences), List.copyOf(events)));
        }
        sentences = new ArrayList<>();
        events = new ArrayList<>();
    }

    private GoldEvent label(String text, boolean optional) {
        int at = text.indexOf(" t=");
        String trigger = at < 0 ? "" : text.substring(at + 3).strip();
        List<String> fields = List.of((at < 0 ? text : text.substring(0, at)).split("\\s+"));
        if (fields.size() < 2 || sentences.isEmpty()) {
            throw new IllegalArgumentException("a label is TYPE STATUS and fields, got \"" + text + "\"");
        }
        String sentence = sentences.get(sentences.size() - 1);
        if (!trigger.isEmpty() && !sentence.contains(trigger)) {
            throw new IllegalArgumentException("the trigger stands in the sentence above, got \"" + trigger + "\"");
        }
        return new GoldEvent(
                sentences.size() - 1,
                fields.get(0),
                Status.of(fields.get(1)),
                fields.contains("h"),
                codes(fields, "src="),
                codes(fields, "tgt="),
                codes(fields, "med="),
                value(fields, "n=").map(Integer::parseInt),
                value(fields, "d="),
                trigger,
                optional,
                List.of());
    }

    private static Optional<String> value(List<String> fields, String key) {
        return fields.stream()
                .filter(field -> field.startsWith(key) && field.length() > key.length())
                .map(field -> field.substring(key.length()))
                .findFirst();
    }

    private static List<String> codes(List<String> fields, String key) {
        return value(fields, key).map(list -> Arrays.asList(list.split(","))).orElse(List.of());
    }
}
