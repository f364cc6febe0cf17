package org.rasd.extract.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.LightPipeline;
import com.johnsnowlabs.nlp.annotators.ChunkTokenizer;
import com.johnsnowlabs.nlp.annotators.RegexMatcher;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.ExtractSettings;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.testing.LocalSpark;

/** Our stages among Spark NLP's own, before them and after them, fresh and loaded. */
class MixedPipelineTest {
    private static final String DAY = "2024-06-03";
    private static final List<String> TEXTS = List.of(
            "أعلنت وزارة الدفاع الروسية أن موسكو وكييف تبادلتا 190 أسيراً. والتقى محمود منصور وفداً من القاهرة؟ نعم.",
            "وقّعت مصر والأردن اتفاقية للتعاون في مجال الطاقة.\nودعا الرئيس الفرنسي إلى وقف إطلاق النار في غزة.",
            "");

    private static Dataset<Row> texts(List<String> texts) {
        SparkSession spark = LocalSpark.session();
        return spark.createDataset(texts, Encoders.STRING()).toDF("text").coalesce(1);
    }

    private static DocumentAssembler documents() {
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("text");
        documents.setOutputCol("document");
        return documents;
    }

    private static <S extends TextAnnotator<S>> S between(S stage, String output, String... inputs) {
        stage.setInputCols(inputs);
        stage.setOutputCol(output);
        return stage;
    }

    private static PipelineModel fitted(PipelineStage... stages) {
        return new Pipeline().setStages(stages).fit(texts(TEXTS));
    }

    private static List<String> annotations(PipelineModel pipeline, String column, List<String> texts) {
        return pipeline.transform(texts(texts))
                .selectExpr("monotonically_increasing_id() AS n", "explode(" + column + ") AS a")
                .selectExpr("to_json(struct(n, a.annotatorType, a.begin, a.`end`, a.result,"
                        + " map_from_entries(array_sort(map_entries(a.metadata))) AS metadata))")
                .as(Encoders.STRING())
                .collectAsList();
    }

    private static PipelineModel savedAndLoaded(PipelineModel pipeline, Path folder) throws java.io.IOException {
        pipeline.write().overwrite().save(folder.toUri().toString());
        return PipelineModel.load(folder.toUri().toString());
    }

    @Test
    void ourStagesFeedSparkNlpAndAreFedByIt(@TempDir Path folder) throws java.io.IOException {
        SentenceDetector theirSentences = new SentenceDetector();
        theirSentences.setInputCols(new String[] {"document"});
        theirSentences.setOutputCol("their_sentence");
        ChunkTokenizer words = new ChunkTokenizer();
        words.setInputCols(new String[] {"entity"});
        words.setOutputCol("entity_word");
        PipelineModel pipeline = fitted(
                documents(),
                between(new SentenceAnnotator(), "sentence", "document"),
                between(new TokenAnnotator(), "token", "sentence"),
                theirSentences,
                between(new EntityAnnotator().setPublishedOn(DAY), "entity", "their_sentence"),
                words,
                between(new EventAnnotator().setPublishedOn(DAY), "event", "document", "entity"));
        PipelineModel loaded = savedAndLoaded(pipeline, folder.resolve("mixed"));
        assertThat(List.of(loaded.stages()).stream().map(stage -> stage.uid()))
                .as("names of the stages survive")
                .isEqualTo(List.of(pipeline.stages()).stream()
                        .map(stage -> stage.uid())
                        .toList());
        for (String column : List.of("sentence", "token", "entity", "entity_word", "event")) {
            List<String> fresh = annotations(pipeline, column, TEXTS);
            assertThat(fresh).as(column).isNotEmpty();
            assertThat(annotations(loaded, column, TEXTS))
                    .as("%s, loaded", column)
                    .isEqualTo(fresh);
        }
    }

    @Test
    void stagesFindWhatTheJobFinds() {
        PipelineModel pipeline = fitted(
                documents(),
                between(new EntityAnnotator().setPublishedOn(DAY), "entity", "document"),
                between(new EventAnnotator().setPublishedOn(DAY), "event", "document", "entity"));
        ArticleExtractor job = new ArticleExtractor(
                ConfRoot.classpath(),
                new ExtractSettings(ExtractSettings.DEFAULT.minConfidence(), ExtractSettings.Entities.TAGGER));
        for (String text : TEXTS) {
            var found = job.extract(article(text));
            assertThat(places(pipeline, "entity", text, "metadata['entity_id']"))
                    .as("names in %s", text)
                    .containsExactlyInAnyOrderElementsOf(found.mentions().stream()
                            .map(MixedPipelineTest::place)
                            .toList());
            assertThat(places(pipeline, "event", text, "metadata['source_actors']"))
                    .as("events in %s", text)
                    .containsExactlyInAnyOrderElementsOf(found.eventMentions().stream()
                            .map(MixedPipelineTest::place)
                            .toList());
        }
    }

    @Test
    void chunksOfSparkNlpTakePartInEvents(@TempDir Path folder) throws java.io.IOException {
        String text = "تبادلت جبهة المرجان الأحمر الأسرى مع إسرائيل أمس.";
        Path rules = folder.resolve("rules.txt");
        Files.writeString(rules, "جبهة المرجان الأحمر~HEZBOLLAH");
        RegexMatcher matcher = new RegexMatcher();
        matcher.setExternalRules(
                rules.toUri().toString(), "~", com.johnsnowlabs.nlp.util.io.ReadAs.TEXT(), noOptions());
        matcher.setInputCols(new String[] {"document"});
        matcher.setOutputCol("group");
        PipelineModel with = fitted(
                documents(), matcher, between(new EventAnnotator().setPublishedOn(DAY), "event", "document", "group"));
        PipelineModel without =
                fitted(documents(), between(new EventAnnotator().setPublishedOn(DAY), "event", "document"));
        String actors = "concat_ws('>', metadata['source_actors'], metadata['target_actors'])";
        assertThat(places(without, "event", text, actors))
                .as("a group that no list has")
                .noneMatch(place -> place.contains("HEZBOLLAH"));
        assertThat(places(with, "event", text, actors))
                .as("the same group as a chunk of RegexMatcher's")
                .anyMatch(place -> place.contains("HEZBOLLAH"));
        PipelineModel loaded = savedAndLoaded(with, folder.resolve("saved"));
        assertThat(annotations(loaded, "event", List.of(text))).isEqualTo(annotations(with, "event", List.of(text)));
    }

    @Test
    void lightPipelinesRunOurStages() {
        PipelineModel pipeline =
                fitted(documents(), between(new EntityAnnotator().setPublishedOn(DAY), "entity", "document"));
        Map<String, List<String>> found = new LightPipeline(pipeline, false).annotateJava(TEXTS.get(1));
        assertThat(found.get("entity")).contains("مصر", "غزة").anyMatch(name -> name.contains("الأردن"));
    }

    @Test
    void aDocumentWithoutADayIsRefused() {
        PipelineModel pipeline = fitted(documents(), between(new EntityAnnotator(), "entity", "document"));
        assertThatThrownBy(() -> annotations(pipeline, "entity", TEXTS))
                .rootCause()
                .hasMessageContaining("Text '' could not be parsed");
        assertThatThrownBy(() -> annotations(pipeline, "entity", TEXTS))
                .hasStackTraceContaining("give YYYY-MM-DD as metadata published_on or with setPublishedOn");
    }

    @Test
    void theDayComesWithTheDocument() {
        DocumentAssembler documents = documents();
        documents.setMetadataCol("about");
        PipelineModel pipeline = fitted(documents, between(new EntityAnnotator(), "entity", "document"));
        Dataset<Row> dated = texts(List.of("وصل أوباما إلى القاهرة."))
                .selectExpr("text", "map('published_on', '2012-02-03') AS about");
        assertThat(pipeline.transform(dated)
                        .selectExpr("explode(entity) AS a")
                        .selectExpr("a.metadata['entity_id']")
                        .as(Encoders.STRING())
                        .collectAsList())
                .contains("USA", "EGY");
    }

    private static scala.collection.immutable.Map<String, String> noOptions() {
        return scala.collection.immutable.Map$.MODULE$.empty();
    }

    private static List<String> places(PipelineModel pipeline, String column, String text, String what) {
        return pipeline.transform(texts(List.of(text)))
                .selectExpr("explode(" + column + ") AS a")
                .selectExpr("a.begin", "a.`end`", "a.result", "a.metadata")
                .selectExpr("concat_ws('|', begin, `end` + 1, result, metadata['entity'], coalesce(" + what + ", ''))")
                .as(Encoders.STRING())
                .collectAsList();
    }

    private static String place(Mention one) {
        return String.join(
                "|",
                Integer.toString(one.begin()),
                Integer.toString(one.end()),
                one.surface(),
                one.entityType(),
                one.entityId() == null ? "" : one.entityId());
    }

    private static String place(EventMention one) {
        return String.join(
                "|",
                Integer.toString(one.evidenceBegin()),
                Integer.toString(one.evidenceEnd()),
                one.trigger(),
                one.eventType(),
                String.join(",", one.sourceActors()));
    }

    private static Article article(String text) {
        return new Article(
                "", null, "", "", text, "ar", 1, LocalDate.parse(DAY), null, "archive", null, null, "", 0, "", "", 0);
    }
}
