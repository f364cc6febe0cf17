package org.rasd.clean.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rasd.clean.ArticleCleaner;
import org.rasd.model.Article;
import org.rasd.model.BodyFormat;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectedRecord;

/** Every pair of files under src/test/resources/pages is a test. */
class GoldenPagesTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAsExpected(String name) throws IOException {
        String[] parts = Files.readString(PAGES.resolve(name + ".expected")).split("\n\n", 2);
        Map<String, String> expected = new HashMap<>();
        Arrays.stream(parts[0].strip().split("\n"))
                .map(line -> line.split(": ?", 2))
                .forEach(pair -> expected.put(pair[0], pair[1]));

        ArticleCleaner.Outcome outcome = new ArticleCleaner()
                .clean(page(
                        Files.readString(PAGES.resolve(name + ".html")),
                        expected.get("url"),
                        Instant.parse(expected.getOrDefault("captured", ""))));

        if (expected.containsKey("reject")) {
            RejectedRecord rejected = Objects.requireNonNull(outcome.rejected(), "an article was found");
            assertThat(rejected.reason()).as(rejected.detail()).isEqualTo(expected.get("reject"));
            return;
        }
        assertThat(outcome.rejected()).isNull();
        Article article = Objects.requireNonNull(outcome.article(), "no article was found");
        assertThat(article.title()).isEqualTo(expected.get("title"));
        assertThat(article.body()).isEqualTo(parts[1].strip());
        assertThat(article.author() == null ? "" : article.author()).isEqualTo(expected.get("author"));
        assertThat(article.source()).isEqualTo(expected.get("source"));
        assertThat(article.publishedOn() + " " + article.dateBasis()).isEqualTo(expected.get("day"));
        assertThat(article.language()).isEqualTo("ar");
    }

    private static RawRecord page(String html, @org.jspecify.annotations.Nullable String url, Instant captured) {
        return new RawRecord(
                "a.warc.gz",
                1,
                null,
                null,
                null,
                url,
                null,
                null,
                html,
                BodyFormat.PAGE.code(),
                null,
                null,
                null,
                captured,
                null,
                null);
    }
}
