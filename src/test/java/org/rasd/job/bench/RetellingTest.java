package org.rasd.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.ExtractSettings;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.testing.Articles;

/** The archive that {@code bench --scale} makes: other names, years and numbers in the same sentences. */
class RetellingTest {
    private static final LocalDate DAY = LocalDate.of(2021, 3, 4);

    private static final Retelling RETELLING = Retelling.of(
            List.of(article("تبادلت روسيا وأوكرانيا 190 أسيرا في 2024."), article("وقعت مصر والأردن اتفاقا في 2019.")),
            new ArticleExtractor(ConfRoot.folder(Path.of("conf")), ExtractSettings.DEFAULT));

    private static Article article(String body) {
        return Articles.of("a", "خبر", body, "ar", DAY);
    }

    private static Set<String> sentences(long seed, int count) {
        return sentences(RETELLING, seed, count);
    }

    private static Set<String> sentences(Retelling retelling, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> told = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            told.add(retelling.sentence(random, DAY));
        }
        return told;
    }

    @Test
    void quietLinesTellNoEvent() {
        Retelling quieter = Retelling.of(
                        List.of(article("وقعت مصر والأردن اتفاقا في 2019. كان الطقس جميلا في الحديقة.")),
                        new ArticleExtractor(ConfRoot.folder(Path.of("conf")), ExtractSettings.DEFAULT))
                .quieter(1);
        assertThat(sentences(quieter, 1, 50)).containsExactly("كان الطقس جميلا في الحديقة.");
    }

    @Test
    void namesStandForOneAnotherAndNumbersChange() {
        assertThat(sentences(1, 200))
                .hasSizeGreaterThan(100)
                .anyMatch(told -> told.startsWith("تبادلت مصر"))
                .allMatch(told -> told.contains("2021") && !told.contains("2024") && !told.contains("2019"));
    }

    @Test
    void oneSeedGivesTheSameArchive(@TempDir Path folder) throws IOException {
        new ScaleArchive(RETELLING, 7).write(folder.resolve("one"), 1_200);
        new ScaleArchive(RETELLING, 7).write(folder.resolve("again"), 1_200);
        new ScaleArchive(RETELLING, 8).nextDay(folder.resolve("day"));
        List<String> one = Files.readAllLines(folder.resolve("one/part-0.jsonl"));
        assertThat(one).hasSize(1_200).isEqualTo(Files.readAllLines(folder.resolve("again/part-0.jsonl")));
        assertThat(one).allMatch(line -> line.contains("\"2025-06-29\"") || line.contains("\"2025-06-30\""));
        assertThat(Files.readAllLines(folder.resolve("day/part-0.jsonl")))
                .hasSize(ScaleArchive.ARTICLES_A_DAY)
                .allMatch(line -> line.contains("\"2025-07-01\""));
    }
}
