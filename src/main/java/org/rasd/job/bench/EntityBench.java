package org.rasd.job.bench;

import com.johnsnowlabs.nlp.DocumentAssembler;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.SharedExtractor;
import org.rasd.extract.annotate.EntityAnnotator;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;

/**
 * What Spark NLP's way costs: the same lists and tagger called in a loop on threads, and as a pipeline of DocumentAssembler
 * and our stage, over texts of {@value #BYTES} bytes.
 */
final class EntityBench {
    static final int BYTES = 3_500;

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final int WARM_UP = 500;
    /** Passes of each, in turn: what else a machine does meets both. */
    private static final int PASSES = 3;

    private final List<String> texts;
    private final int threads;

    /** A bench over the bodies of {@code articles}. */
    EntityBench(List<Article> articles, int threads) {
        this.texts = pieces(articles);
        this.threads = threads;
    }

    /** What both took for the same {@code texts}, a text as often as it was passed, which have {@code bytes} in all. */
    record Times(long texts, long bytes, Taken direct, Taken pipeline) {}

    /** Seconds that passed, and seconds that all threads were on cores, which a busy machine does not lengthen. */
    record Taken(double seconds, double coreSeconds) {
        static final Taken NOTHING = new Taken(0, 0);

        Taken plus(Taken other) {
            return new Taken(seconds + other.seconds, coreSeconds + other.coreSeconds);
        }
    }

    /** Bodies one after another, cut at the first blank behind each {@value #BYTES} bytes. */
    private static List<String> pieces(List<Article> articles) {
        List<String> out = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        for (Article article : articles) {
            String body = article.body() + '\n';
            for (int i = 0; i < body.length(); i++) {
                char c = body.charAt(i);
                text.append(c);
                bytes += c < 0x80 ? 1 : 2;
                if (bytes >= BYTES && Character.isWhitespace(c)) {
                    out.add(text.toString());
                    text.setLength(0);
                    bytes = 0;
                }
            }
        }
        return out;
    }

    Times run(SparkSession spark) {
        long bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        ArticleExtractor extractor = SharedExtractor.get(
                ConfRoot.classpath(),
                new ExtractSettings(ExtractSettings.DEFAULT.minConfidence(), ExtractSettings.Entities.TAGGER));
        Dataset<Row> rows = rows(spark, texts);
        PipelineModel pipeline = pipeline(rows);
        List<String> few = texts.subList(0, Math.min(WARM_UP, texts.size()));
        Dataset<Row> fewRows = rows(spark, few);
        direct(extractor, few);
        sink(pipeline, fewRows);
        Taken direct = Taken.NOTHING;
        Taken piped = Taken.NOTHING;
        for (int pass = 0; pass < PASSES; pass++) {
            direct = direct.plus(timed(() -> direct(extractor, texts)));
            piped = piped.plus(timed(() -> sink(pipeline, rows)));
        }
        fewRows.unpersist();
        rows.unpersist();
        return new Times((long) PASSES * texts.size(), PASSES * bytes, direct, piped);
    }

    /** Rows in memory, a partition a thread. */
    private Dataset<Row> rows(SparkSession spark, List<String> some) {
        Dataset<Row> rows = spark.createDataset(some, Encoders.STRING())
                .toDF("text")
                .repartition(threads)
                .cache();
        rows.count();
        return rows;
    }

    private static PipelineModel pipeline(Dataset<Row> rows) {
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("text");
        documents.setOutputCol("document");
        EntityAnnotator entities = new EntityAnnotator().setPublishedOn(DAY.toString());
        entities.setInputCols(new String[] {"document"});
        entities.setOutputCol("entity");
        return new Pipeline()
                .setStages(new PipelineStage[] {documents, entities})
                .fit(rows);
    }

    private static void sink(PipelineModel pipeline, Dataset<Row> rows) {
        pipeline.transform(rows)
                .select("entity")
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
    }

    /** Each thread has every so-many-th text. */
    private void direct(ArticleExtractor extractor, List<String> some) {
        List<java.util.concurrent.Callable<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int part = i;
            parts.add(() -> IntStream.range(0, some.size())
                    .filter(at -> at % threads == part)
                    .map(at -> extractor.mentions(article(some.get(at))).size())
                    .sum());
        }
        BareLoop.onThreads(parts);
    }

    private static Article article(String text) {
        return new Article("", null, "", "", text, "ar", 1, DAY, null, "archive", null, null, "", 0, "", "", 0);
    }

    private static Taken timed(Runnable work) {
        long begin = System.nanoTime();
        double beginOnCores = CoreTime.seconds();
        work.run();
        return new Taken((System.nanoTime() - begin) / 1e9, CoreTime.seconds() - beginOnCores);
    }
}
