package org.rasd.clean.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rasd.clean.ArticleCleaner;
import org.rasd.model.Article;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectedRecord;
import org.rasd.read.Archive;

/** Pages of other projects' test data, where they are at hand. */
class RealPagesTest {
    private static final Path REAL = Path.of("../shared/data");

    @BeforeEach
    void isThere() {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "skipped: there is no " + REAL);
    }

    @Test
    void the_text_is_what_goose3_expects() throws IOException {
        String expected = new ObjectMapper()
                .readTree(REAL.resolve("html/goose3-cnn-arabic.json").toFile())
                .at("/expected/cleaned_text")
                .asText();
        Article article = onlyArticle("html/goose3-cnn-arabic.html");
        assertThat(expected).isNotBlank();
        assertThat(article.body().replaceAll("\\s+", " "))
                .startsWith(expected.strip().replaceAll("\\s+", " "));
        assertThat(article.publishedOn()).hasToString("2013-08-04");
        assertThat(article.language()).isEqualTo("ar");
    }

    @Test
    void error_pages_and_indexes_are_no_articles() throws IOException {
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> titles = new ArrayList<>();
        ArticleCleaner cleaner = new ArticleCleaner();
        for (RawRecord record : Archive.of(REAL.resolve("archives/aut-example.warc.gz"))) {
            ArticleCleaner.Outcome outcome = cleaner.clean(record);
            RejectedRecord rejected = outcome.rejected();
            if (rejected == null) {
                titles.add(Objects.requireNonNull(outcome.article()).title());
            } else {
                String detail = String.valueOf(rejected.detail()).replaceFirst(": .*", "");
                reasons.merge(rejected.reason().equals("not_article") ? detail : rejected.reason(), 1, Integer::sum);
            }
        }
        assertThat(titles)
                .hasSizeLessThan(25)
                .noneMatch(title -> title.contains("Error"))
                .doesNotContain("Most Downloaded Items", "Frequently Asked Questions");
        assertThat(reasons.get("an error page, or one that asks to log in")).isGreaterThanOrEqualTo(13);
        assertThat(reasons.values().stream().mapToInt(count -> count).sum() + titles.size())
                .isEqualTo(299);
    }

    private static Article onlyArticle(String file) throws IOException {
        List<RawRecord> records = Archive.of(REAL.resolve(file));
        assertThat(records).hasSize(1);
        return Objects.requireNonNull(new ArticleCleaner().clean(records.get(0)).article());
    }
}
