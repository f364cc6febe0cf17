package org.rasd.clean.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Articles to wrap: those of the sample archive always, those of the shared corpora where they are. */
final class SampleArticles {
    static final Path SHARED = Path.of("../shared/data/news");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 200;

    private SampleArticles() {}

    /** Articles of the sample archive's JSON lines. */
    static List<Sample> bundled() throws IOException {
        List<Sample> out = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/sample/archive"))) {
            for (Path file : files.filter(path -> path.toString().contains(".jsonl"))
                    .sorted()
                    .toList()) {
                out.addAll(read(file, "body", "published", 1));
            }
        }
        return out;
    }

    /** About {@code count} articles spread over the shared corpora; none where they are not there. */
    static List<Sample> shared(int count) throws IOException {
        List<Sample> out = new ArrayList<>();
        Path first = SHARED.resolve("almayadeen-2023-2024.jsonl.gz");
        Path second = SHARED.resolve("saudinewsnet-2015.jsonl.gz");
        if (Files.exists(first) && Files.exists(second)) {
            out.addAll(read(first, "body", "published", Math.max(1, 4700 / (count / 2))));
            out.addAll(read(second, "content", "date_extracted", Math.max(1, 15000 / (count / 2))));
        }
        return out;
    }

    private static List<Sample> read(Path file, String body, String date, int every) {
        List<Sample> out = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int good = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Sample sample =
                        line.startsWith("{") && line.endsWith("}") ? sample(JSON.readTree(line), body, date) : null;
                if (sample != null && good++ % every == 0) {
                    out.add(sample);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return out;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** Null for records without enough of an article; lines that lead elsewhere are left out of the text. */
    private static @Nullable Sample sample(JsonNode record, String body, String date) {
        String day = record.path(date).asText();
        String title = Parser.unescapeEntities(record.path("title").asText().strip(), false);
        List<String> paragraphs = Arrays.stream(
                        Parser.unescapeEntities(record.path(body).asText(), false)
                                .split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && RelatedMarker.kind(line) == RelatedMarker.Kind.NONE)
                .toList();
        int letters = paragraphs.stream().mapToInt(String::length).sum();
        boolean whole = !title.isEmpty() && letters >= SHORTEST && day.matches("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}.*");
        return whole
                ? new Sample(record.path("url").asText(), title, paragraphs, LocalDate.parse(day.substring(0, 10)))
                : null;
    }
}
