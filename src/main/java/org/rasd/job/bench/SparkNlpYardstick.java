package org.rasd.job.bench;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.Tokenizer;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spark NLP's own first three stages over the same texts: what a pipeline of the field pays before it finds anything.
 *
 * <p>Cost: measured here at some 200 articles of 3.5 KB a second on two threads; run it on a part of the archive.
 */
final class SparkNlpYardstick {
    private SparkNlpYardstick() {}

    /** Splits and tokenises the column {@code body} of {@code articles}; the result is thrown away. */
    static void run(Dataset<Row> articles) {
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("body");
        documents.setOutputCol("document");
        SentenceDetector sentences = new SentenceDetector();
        sentences.setInputCols(new String[] {"document"});
        sentences.setOutputCol("sentence");
        Tokenizer tokens = new Tokenizer();
        tokens.setInputCols(new String[] {"sentence"});
        tokens.setOutputCol("token");
        new Pipeline()
                .setStages(new PipelineStage[] {documents, sentences, tokens})
                .fit(articles)
                .transform(articles)
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
    }
}
