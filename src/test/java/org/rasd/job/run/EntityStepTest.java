package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.RegexMatcher;
import com.johnsnowlabs.nlp.util.io.ReadAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.extract.ArticleStage;
import org.rasd.extract.Extraction;
import org.rasd.extract.annotate.EntityAnnotator;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;
import org.rasd.model.Article;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.table.RecordCodec;
import org.rasd.testing.Articles;
import org.rasd.testing.LocalSpark;

/** Any saved pipeline that ends in chunks is the entity step; what does not fit is refused by name. */
class EntityStepTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final String DAY = "2024-06-03";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Dataset<Row> articles() {
        RecordCodec<Article> codec = RecordCodec.of(Article.class);
        List<Row> rows = new ArrayList<>();
        rows.add(codec.toRow(article(
                "a1",
                "لقاء في باريس بين محمود منصور وسمير الحكيم",
                "التقى محمود منصور في القاهرة وفداً من شركة النيل للملاحة. وتبادلت جبهة المرجان الأحمر الأسرى مع إسرائيل.",
                "ar")));
        rows.add(codec.toRow(article("a2", "تبادل أسرى", "تبادلت روسيا وأوكرانيا 190 أسيراً أمس.", "ar")));
        rows.add(codec.toRow(article("a3", "Paris", "A report from London about Paris.", "en")));
        return SPARK.createDataFrame(rows, codec.schema());
    }

    private static Article article(String id, String title, String body, String language) {
        return Articles.of(id, title, body, language, LocalDate.parse(DAY));
    }

    private static RasdConfig config(Map<String, String> pairs) {
        return ConfigLoader.ofProcess().load(List.of(), pairs, List.of()).orThrow();
    }

    private static List<String> rows(RasdConfig config, String kind) {
        ArticleStage stage = EntityStep.of(config);
        List<Extraction> given = stage.rows(articles()).collectAsList().stream()
                .map(stage.open())
                .map(ArticleStage.Extracted::extraction)
                .toList();
        return (kind.equals("mention")
                        ? table(Mention.class, given, Extraction::mentions)
                        : table(EventMention.class, given, Extraction::eventMentions))
                .drop("annotator").toJSON().collectAsList().stream().sorted().toList();
    }

    private static <T extends Record> Dataset<Row> table(
            Class<T> type, List<Extraction> given, Function<Extraction, List<T>> part) {
        RecordCodec<T> codec = RecordCodec.of(type);
        return SPARK.createDataFrame(
                given.stream()
                        .flatMap(one -> part.apply(one).stream())
                        .map(codec::toRow)
                        .toList(),
                codec.schema());
    }

    private static DocumentAssembler documents() {
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("text");
        documents.setOutputCol("document");
        return documents;
    }

    private String saved(PipelineStage... stages) throws IOException {
        String place = folder.resolve("pipeline").toString();
        new Pipeline()
                .setStages(stages)
                .fit(SPARK.sql("SELECT 'نص' AS text"))
                .write()
                .overwrite()
                .save(place);
        return place;
    }

    private RegexMatcher matcher(String label) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules"), "جبهة المرجان الأحمر~" + label);
        RegexMatcher matcher = new RegexMatcher();
        matcher.setExternalRules(
                rules.toUri().toString(), "~", ReadAs.TEXT(), scala.collection.immutable.Map$.MODULE$.empty());
        matcher.setInputCols(new String[] {"document"});
        matcher.setOutputCol("group");
        return matcher;
    }

    @Test
    void ourStageInAPipelineGivesWhatTheTaggerGivesDirectly() throws IOException {
        EntityAnnotator entities = new EntityAnnotator().setPublishedOn(DAY);
        entities.setInputCols(new String[] {"document"});
        entities.setOutputCol("entity");
        RasdConfig piped = config(Map.of("rasd.extract.pipeline", saved(documents(), entities)));
        RasdConfig direct = config(Map.of("rasd.extract.entities", "tagger"));
        assertThat(rows(direct, "mention"))
                .anyMatch(row -> row.contains("محمود منصور"))
                .isEqualTo(rows(piped, "mention"));
        assertThat(rows(piped, "event_mention")).isNotEmpty().isEqualTo(rows(direct, "event_mention"));
    }

    @Test
    void labelsAndCodesOfAnyPipelineAreTaken() throws IOException {
        RasdConfig config = config(Map.of(
                "rasd.extract.pipeline",
                saved(documents(), matcher("HEZBOLLAH")),
                "rasd.extract.labels.HEZBOLLAH",
                "ORG"));
        assertThat(rows(config, "mention"))
                .anyMatch(row -> row.contains("جبهة المرجان الأحمر")
                        && row.contains("\"entity_type\":\"ORG\"")
                        && row.contains("\"entity_id\":\"HEZBOLLAH\""));
        assertThat(rows(config, "event_mention")).anyMatch(row -> row.contains("HEZBOLLAH"));
    }

    @Test
    void aPipelineMayHoldPipelines() throws IOException {
        PipelineStage inner = new Pipeline().setStages(new PipelineStage[] {documents(), matcher("ORG")});
        RasdConfig config = config(Map.of("rasd.extract.pipeline", saved(inner)));
        assertThat(rows(config, "mention")).anyMatch(row -> row.contains("جبهة المرجان الأحمر"));
    }

    @Test
    void labelsMayBeLeftOut() throws IOException {
        RasdConfig config = config(Map.of(
                "rasd.extract.pipeline", saved(documents(), matcher("TOPIC")), "rasd.extract.labels.TOPIC", "-"));
        assertThat(rows(config, "mention")).noneMatch(row -> row.contains("المرجان"));
    }

    @Test
    void anUnknownLabelIsNamed() throws IOException {
        RasdConfig config = config(Map.of("rasd.extract.pipeline", saved(documents(), matcher("REEF"))));
        assertThatThrownBy(() -> rows(config, "mention"))
                .hasStackTraceContaining("got REEF, which rasd.extract.labels");
    }

    @Test
    void aPipelineWithoutChunksOrWithChangedTextIsRefused() throws IOException {
        RasdConfig bare = config(Map.of("rasd.extract.pipeline", saved(documents())));
        assertThatThrownBy(() -> EntityStep.of(bare))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no stage that writes chunks");
        DocumentAssembler shrinking = documents();
        shrinking.setCleanupMode("shrink");
        RasdConfig shrunk = config(Map.of("rasd.extract.pipeline", saved(shrinking, matcher("PER"))));
        assertThatThrownBy(() -> EntityStep.of(shrunk))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cleanupMode is shrink");
        RasdConfig missing = config(
                Map.of("rasd.extract.pipeline", folder.resolve("none/here").toString()));
        assertThatThrownBy(() -> EntityStep.of(missing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be loaded");
    }
}
