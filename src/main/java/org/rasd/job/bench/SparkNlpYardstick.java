package org.rasd.job.bench;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.Tokenizer;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spark NLP's own sentence and token stages over the same articles, as a yardstick.
 *
 * <p>Shape: a dataset with a column {@code text}. Writes to Spark's noop sink, so that all columns are computed and
 * nothing is stored.
 */
final class SparkNlpYardstick {
    private SparkNlpYardstick() {}

    /** Runs DocumentAssembler, SentenceDetector and Tokenizer; gives the seconds that they took. */
    static double seconds(Dataset<Row> articles) {
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("text");
        documents.setOutputCol("document");
        SentenceDetector sentences = new SentenceDetector();
        sentences.setInputCols(new String[] {"document"});
        sentences.setOutputCol("sentence");
        Tokenizer tokens = new Tokenizer();
        tokens.setInputCols(new String[] {"sentence"});
        tokens.setOutputCol("token");
        Dataset<Row> annotated = new Pipeline()
                .setStages(new PipelineStage[] {documents, sentences, tokens})
                .fit(articles)
                .transform(articles);
        long started = System.nanoTime();
        annotated.write().format("noop").mode("overwrite").save();
        return (System.nanoTime() - started) / 1e9;
    }
}
