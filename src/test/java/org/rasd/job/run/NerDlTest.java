package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.extract.ArticleStage;
import org.rasd.extract.annotate.NerDlTraining;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.Tokens;
import org.rasd.job.bench.NerComparison;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.RasdConfig;
import org.rasd.model.Article;
import org.rasd.model.Mention;
import org.rasd.table.RecordCodec;
import org.rasd.testing.Articles;
import org.rasd.testing.LocalSpark;

/** A NerDL of Spark NLP's is trained, saved, loaded and run through the job; needs {@code -Pspark-nlp-native}. */
class NerDlTest {
    private static final int PERSON = 1;
    private static final int PERSON_INSIDE = 2;
    private static final NerDlTraining.Settings TINY = new NerDlTraining.Settings(100, 1, 2, 15);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static boolean hasTensorFlow() {
        return NerDlTest.class.getClassLoader().getResource("org/tensorflow/Graph.class") != null;
    }

    /** "said Marwan Kandil to the paper" and the like, with and without a name. */
    private static List<BioSentence> sentences() {
        List<BioSentence> out = new ArrayList<>();
        for (String verb : List.of("قال", "أكد", "أعلن", "أضاف", "ذكر")) {
            for (String first : List.of("مروان", "سمير", "كمال", "وليد")) {
                for (String last : List.of("قنديل", "الحكيم", "منصور")) {
                    out.add(new BioSentence(
                            List.of(verb, first, last, "إن", "المطر", "غزير", "."),
                            new int[] {0, PERSON, PERSON_INSIDE, 0, 0, 0, 0}));
                }
            }
            out.add(new BioSentence(List.of(verb, "التقرير", "إن", "المطر", "غزير", "."), new int[6]));
        }
        return out;
    }

    private static void train(String place) throws IOException {
        List<BioSentence> labelled = sentences();
        List<List<String>> words = labelled.stream()
                .map(one -> one.tokens().stream().map(Tokens::fold).toList())
                .toList();
        new NerDlTraining(LocalSpark.session(), TINY).write(labelled, words, place);
    }

    @Test
    @EnabledIf("hasTensorFlow")
    void aTinyNetworkIsTrainedSavedLoadedAndRunByTheJob() throws IOException {
        String place = folder.resolve("ner").toString();
        train(place);
        RasdConfig config = ConfigLoader.ofProcess()
                .load(List.of(), Map.of("rasd.extract.pipeline", place), List.of())
                .orThrow();
        ArticleStage stage = EntityStep.of(config);
        RecordCodec<Article> codec = RecordCodec.of(Article.class);
        SparkSession spark = LocalSpark.session();
        Article article = Articles.of(
                "a1",
                "أعلن سمير قنديل إن المطر غزير",
                "قال مروان منصور إن المطر غزير. ذكر التقرير إن المطر غزير.",
                "ar",
                LocalDate.of(2024, 6, 3));
        List<Row> rows = stage.rows(spark.createDataFrame(List.of(codec.toRow(article)), codec.schema()))
                .collectAsList();
        List<Mention> found = rows.stream()
                .map(stage.open())
                .flatMap(one -> one.extraction().mentions().stream())
                .toList();
        assertThat(found)
                .filteredOn(one -> one.entityType().equals("PER"))
                .extracting(Mention::surface)
                .containsExactlyInAnyOrder("سمير قنديل", "مروان منصور");
        StringWriter told = new StringWriter();
        NerComparison comparison = new NerComparison(Map.of("own", sentences()), new PrintWriter(told));
        comparison.add(spark, config.pipeline().orElseThrow());
        comparison.table();
        String row = Arrays.stream(told.toString().split("\n"))
                .filter(line -> line.startsWith("| Spark NLP, ner | "))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(row.split("\\|")[2].strip()))
                .as("F1 on what it was trained on")
                .isGreaterThan(0.9);
    }

    @Test
    @DisabledIf("hasTensorFlow")
    void withoutTensorFlowTheErrorNamesWhatIsMissing() {
        assertThatThrownBy(() -> train(folder.resolve("ner").toString()))
                .isInstanceOf(LinkageError.class)
                .hasMessageContaining("org/tensorflow");
    }
}
