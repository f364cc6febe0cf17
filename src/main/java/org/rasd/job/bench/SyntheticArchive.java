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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.hadoop.conf.Configuration;
import org.rasd.lang.SentenceSplitter;
import org.rasd.lang.Span;
import org.rasd.model.RawRecord;
import org.rasd.read.LocalRecords;
import org.rasd.read.ReadSettings;

/**
 * An archive of any size in the default profile, made from the sentences of another, such as the bundled sample.
 *
 * <p>Shape: JSON lines of about {@value #BODY_CHARACTERS} characters of body, some {@value #ARTICLES_A_DAY} articles a day. The same seed gives the same bytes. Each
 * article draws its sentences anew and its numbers are changed, so that articles are no copies of one another; one in
 * twenty is a near copy of the one before, as in real archives.
 */
final class SyntheticArchive {
    private static final int BODY_CHARACTERS = 1_850;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int ARTICLES_A_DAY = 500;
    private static final int FILES = 8;

    private final List<String> headlines = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(20240607);

    /** Draws from the articles that {@code sample} holds. */
    SyntheticArchive(ReadSettings sample) throws IOException {
        try (LocalRecords records = LocalRecords.open(sample, new Configuration())) {
            records.forEachRemaining(this::take);
        }
        if (sentences.isEmpty()) {
            throw new IOException("Cannot make an archive: the sample, got no article; take a whole checkout");
        }
    }

    private void take(RawRecord record) {
        String title = record.title();
        String body = record.body();
        if (title != null && body != null) {
            headlines.add(title);
            for (Span span : SentenceSplitter.split(body)) {
                sentences.add(body.substring(span.begin(), span.end()));
            }
        }
    }

    /** Writes {@code count} articles into {@code folder}. */
    void write(Path folder, int count) {
        int days = Math.max(1, count / ARTICLES_A_DAY);
        try {
            Files.createDirectories(folder);
            int written = 0;
            for (int file = 0; file < FILES; file++) {
                int until = (int) ((long) count * (file + 1) / FILES);
                write(folder.resolve("part-" + file + ".jsonl"), written, until, days);
                written = until;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the archive of the bench: " + folder, e);
        }
    }

    private void write(Path file, int from, int until, int days) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            String body = "";
            for (int i = from; i < until; i++) {
                body = i % 20 == 19 ? body + "\n" + sentence() : body();
                article(json, i, body, days);
                json.writeRaw('\n');
            }
        }
    }

    private void article(JsonGenerator json, int number, String body, int days) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Integer.toString(number));
        json.writeStringField("url", "https://paper-" + number % 7 + ".example/news/" + number);
        json.writeStringField("title", headlines.get(random.nextInt(headlines.size())));
        json.writeStringField("body", body);
        json.writeStringField(
                "published", FIRST_DAY.plusDays(random.nextInt(days)).toString());
        json.writeEndObject();
    }

    private String body() {
        StringBuilder text = new StringBuilder(BODY_CHARACTERS + 300);
        while (text.length() < BODY_CHARACTERS) {
            text.append(sentence()).append(random.nextInt(3) == 0 ? '\n' : ' ');
        }
        return text.toString();
    }

    /** A sentence of the sample with other digits. */
    private String sentence() {
        String drawn = sentences.get(random.nextInt(sentences.size()));
        StringBuilder text = new StringBuilder(drawn.length());
        for (int i = 0; i < drawn.length(); i++) {
            char c = drawn.charAt(i);
            text.append(c >= '1' && c <= '9' ? (char) ('1' + random.nextInt(9)) : c);
        }
        return text.toString();
    }
}
