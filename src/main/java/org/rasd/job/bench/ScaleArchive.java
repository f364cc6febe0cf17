package org.rasd.job.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Archives for {@link ScaleBench}: some {@value #ARTICLES_A_DAY} articles a day up to {@link #LAST_DAY}, and one day more.
 *
 * <p>Shape: JSON lines in the default profile, {@value #BODY_CHARACTERS} characters of body or a little more; one article in
 * twenty is a near copy of the one before. The same seed gives the same bytes.
 */
final class ScaleArchive {
    static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    static final int ARTICLES_A_DAY = 500;

    private static final int BODY_CHARACTERS = 1_850;
    private static final int ARTICLES_A_FILE = 50_000;
    private static final int COPY_EVERY = 20;

    private final Retelling retelling;
    private final SplittableRandom random;

    ScaleArchive(Retelling retelling, long seed) {
        this.retelling = retelling;
        this.random = new SplittableRandom(seed);
    }

    /** Writes {@code count} articles of the days up to {@link #LAST_DAY} into {@code folder}. */
    void write(Path folder, int count) {
        int days = Math.max(1, count / ARTICLES_A_DAY);
        write(folder, count, LAST_DAY.minusDays(days - 1L), days);
    }

    /** Writes the articles of the day after {@link #LAST_DAY} into {@code folder}. */
    void nextDay(Path folder) {
        write(folder, ARTICLES_A_DAY, LAST_DAY.plusDays(1), 1);
    }

    private void write(Path folder, int count, LocalDate first, int days) {
        try {
            Files.createDirectories(folder);
            for (int from = 0; from < count; from += ARTICLES_A_FILE) {
                Path file = folder.resolve("part-" + from / ARTICLES_A_FILE + ".jsonl");
                file(file, from, Math.min(count, from + ARTICLES_A_FILE), first, days);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the archive of the bench: " + folder, e);
        }
    }

    private void file(Path file, int from, int until, LocalDate first, int days) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            String body = "";
            LocalDate day = first;
            for (int i = from; i < until; i++) {
                boolean copy = i % COPY_EVERY == COPY_EVERY - 1;
                day = copy ? day : first.plusDays(random.nextInt(days));
                body = copy ? body + "\n" + retelling.sentence(random, day) : body(day);
                article(json, first.toEpochDay() + "-" + i, day, body);
                json.writeRaw('\n');
            }
        }
    }

    private void article(JsonGenerator json, String id, LocalDate day, String body) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("url", "https://paper-" + random.nextInt(7) + ".example/news/" + id);
        json.writeStringField("title", retelling.headline(random, day));
        json.writeStringField("body", body);
        json.writeStringField("published", day.toString());
        json.writeEndObject();
    }

    private String body(LocalDate day) {
        StringBuilder text = new StringBuilder(BODY_CHARACTERS + 300);
        while (text.length() < BODY_CHARACTERS) {
            text.append(retelling.sentence(random, day)).append(random.nextInt(3) == 0 ? '\n' : ' ');
        }
        return text.toString();
    }
}
