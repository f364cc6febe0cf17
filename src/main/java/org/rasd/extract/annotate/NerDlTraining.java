package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.ner.NerConverter;
import com.johnsnowlabs.nlp.annotators.ner.dl.NerDLApproach;
import com.johnsnowlabs.nlp.annotators.ner.dl.NerDLModel;
import com.johnsnowlabs.nlp.embeddings.WordEmbeddings;
import com.johnsnowlabs.nlp.embeddings.WordEmbeddingsModel;
import com.johnsnowlabs.nlp.util.io.ReadAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Word2Vec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.Tags;
import org.rasd.extract.ner.Tokens;

/**
 * Trains Spark NLP's NerDL: word vectors from plain text (skip-gram), then a network over vectors and letters.
 *
 * <p>Shape of what it makes: DocumentAssembler, our sentences and folded tokens, WordEmbeddingsModel, NerDLModel,
 * NerConverter; input column {@code text}, chunks in {@code entity}. The vectors are held in memory and sent to executors:
 * Spark NLP's files of vectors lie in a folder of the driver, which executors of a cluster do not see.
 *
 * <p>Needs TensorFlow on the class path. Cost: on two cores some minutes for the vectors of two million words, and half a
 * minute an epoch for 100,000 labelled words.
 */
public final class NerDlTraining {
    private static final String WORDS = "words";
    private static final String SENTENCES = "sentence";
    private static final String TOKENS = "token";
    private static final String VECTORS = "vectors";
    private static final String LABELS = "label";
    private static final String NAMES = "ner";
    private static final String NAMED_ENTITY = "named_entity";
    private static final int RANDOM_SEED = 20240607;
    private static final int PARTITIONS = 2;
    private static final int BATCH = 16;
    private static final float LEARNING_RATE = 0.002f;
    private static final float DROPOUT = 0.5f;

    private final SparkSession spark;
    private final Settings settings;

    /**
     * How much is learned.
     *
     * @param dimension of the vectors: 100, 128, 200 or 300, for which Spark NLP has networks
     * @param atLeast times that a word stands in the text to get a vector
     * @param rounds over the plain text
     * @param epochs over the labelled sentences
     */
    public record Settings(int dimension, int atLeast, int rounds, int epochs) {
        /** What the README's scores were made with. */
        public static final Settings DEFAULT = new Settings(100, 2, 2, 6);
    }

    /** A training in {@code spark}. */
    public NerDlTraining(SparkSession spark, Settings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /**
     * Trains on {@code labelled}, with vectors from {@code sentences} of folded words, and saves the pipeline to
     * {@code place}, over what is there.
     */
    public void write(List<BioSentence> labelled, List<List<String>> sentences, String place) throws IOException {
        pipeline(labelled, sentences).write().overwrite().save(place);
    }

    private PipelineModel pipeline(List<BioSentence> labelled, List<List<String>> sentences) {
        Dataset<Row> rows = rows(labelled).cache();
        WordEmbeddingsModel vectors = vectors(sentences, rows);
        NerDLModel names = names(vectors.transform(rows));
        rows.unpersist();
        DocumentAssembler documents = new DocumentAssembler();
        documents.setInputCol("text");
        documents.setOutputCol("document");
        SentenceAnnotator split = new SentenceAnnotator();
        split.setInputCols(new String[] {"document"});
        split.setOutputCol(SENTENCES);
        TokenAnnotator tokens = new TokenAnnotator().setFolded(true);
        tokens.setInputCols(new String[] {SENTENCES});
        tokens.setOutputCol(TOKENS);
        NerConverter chunks = new NerConverter();
        chunks.setInputCols(new String[] {SENTENCES, TOKENS, NAMES});
        chunks.setOutputCol("entity");
        return new Pipeline()
                .setStages(new PipelineStage[] {documents, split, tokens, vectors, names, chunks})
                .fit(spark.emptyDataFrame().selectExpr("'' AS text"));
    }

    private NerDLModel names(Dataset<Row> rows) {
        NerDLApproach network = new NerDLApproach();
        network.setInputCols(new String[] {SENTENCES, TOKENS, VECTORS});
        network.setOutputCol(NAMES);
        network.setLabelColumn(LABELS);
        network.setMaxEpochs(settings.epochs());
        network.setBatchSize(BATCH);
        network.setLr(LEARNING_RATE);
        network.setDropout(DROPOUT);
        network.setRandomSeed(RANDOM_SEED);
        network.setVerbose(0);
        network.setEnableOutputLogs(false);
        return network.fit(rows);
    }

    private WordEmbeddingsModel vectors(List<List<String>> sentences, Dataset<Row> rows) {
        Path file = null;
        try {
            file = Files.createTempFile("rasd-vectors", ".txt");
            Files.write(file, learned(sentences));
            WordEmbeddings vectors = new WordEmbeddings();
            vectors.setInputCols(new String[] {SENTENCES, TOKENS});
            vectors.setOutputCol(VECTORS);
            vectors.setDimension(settings.dimension());
            vectors.setStoragePath(file.toString(), ReadAs.TEXT());
            vectors.setStorageRef("rasd_vectors");
            vectors.setEnableInMemoryStorage(true);
            WordEmbeddingsModel model = vectors.fit(rows);
            model.setEnableInMemoryStorage(true);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep word vectors in the folder for temporary files", e);
        } finally {
            delete(file);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file + "; remove it", e);
        }
    }

    private List<String> learned(List<List<String>> sentences) {
        StructType schema = new StructType().add(WORDS, DataTypes.createArrayType(DataTypes.StringType));
        Dataset<Row> text = spark.createDataFrame(
                        sentences.stream()
                                .map(words -> RowFactory.create((Object) words.toArray(new String[0])))
                                .toList(),
                        schema)
                .repartition(PARTITIONS)
                .cache();
        List<Row> vectors = new Word2Vec()
                .setInputCol(WORDS)
                .setVectorSize(settings.dimension())
                .setMinCount(settings.atLeast())
                .setMaxIter(settings.rounds())
                .setNumPartitions(PARTITIONS)
                .setSeed(RANDOM_SEED)
                .fit(text)
                .getVectors()
                .collectAsList();
        text.unpersist();
        return vectors.stream().map(NerDlTraining::line).sorted().toList();
    }

    private static String line(Row row) {
        double[] vector = ((org.apache.spark.ml.linalg.Vector) row.get(1)).toArray();
        return row.getString(0)
                + IntStream.range(0, vector.length)
                        .mapToObj(i -> String.format(Locale.ROOT, " %.5f", vector[i]))
                        .collect(Collectors.joining());
    }

    /** Labelled sentences as annotations of sentence, tokens and tags. */
    private Dataset<Row> rows(List<BioSentence> labelled) {
        StructType schema = new StructType(new StructField[] {
            column(SENTENCES, Types.DOCUMENT), column(TOKENS, Types.TOKEN), column(LABELS, NAMED_ENTITY)
        });
        return spark.createDataFrame(labelled.stream().map(NerDlTraining::row).toList(), schema);
    }

    private static StructField column(String name, String type) {
        Metadata metadata =
                new MetadataBuilder().putString("annotatorType", type).build();
        return new StructField(name, com.johnsnowlabs.nlp.Annotation.arrayType(), true, metadata);
    }

    private static Row row(BioSentence sentence) {
        List<Row> tokens = new ArrayList<>();
        List<Row> labels = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentence.tokens().size(); i++) {
            String token = sentence.tokens().get(i);
            int begin = text.length();
            text.append(token);
            tokens.add(annotation(Types.TOKEN, begin, text.length(), Tokens.fold(token)));
            labels.add(annotation(NAMED_ENTITY, begin, text.length(), Tags.text(sentence.tags()[i])));
            text.append(' ');
        }
        return RowFactory.create(
                List.of(annotation(Types.DOCUMENT, 0, text.length(), text.toString())), tokens, labels);
    }

    private static Row annotation(String type, int begin, int end, String text) {
        return RowFactory.create(type, begin, end - 1, text, Map.of(Types.SENTENCE, "0"), new float[0]);
    }
}
