package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.HasOutputAnnotationCol;
import com.johnsnowlabs.nlp.HasOutputAnnotatorType;
import com.johnsnowlabs.nlp.embeddings.WordEmbeddingsModel;
import com.johnsnowlabs.nlp.pretrained.PretrainedPipeline;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A pipeline of Spark NLP's that ends in chunks, ready to run over articles.
 *
 * <p>It sees title and body of an article as one text with an empty line between them, in the input column of its own
 * DocumentAssembler.
 */
public final class EntityPipeline {
    static final String ARTICLE = "rasd_article";
    static final String CHUNKS = "rasd_chunks";
    static final String GAP = "\n\n";

    private final PipelineModel model;
    private final DocumentAssembler documents;
    private final String chunks;
    private final PipelineSettings settings;

    private EntityPipeline(PipelineModel model, DocumentAssembler documents, String chunks, PipelineSettings settings) {
        this.model = model;
        this.documents = documents;
        this.chunks = chunks;
        this.settings = settings;
    }

    /** Loads the pipeline; an IllegalArgumentException names what is wrong with the place, its stages or its labels. */
    public static EntityPipeline load(PipelineSettings settings) {
        PipelineModel model = model(settings.place());
        List<Transformer> stages = stages(model).toList();
        DocumentAssembler documents = stages.stream()
                .filter(DocumentAssembler.class::isInstance)
                .map(DocumentAssembler.class::cast)
                .findFirst()
                .orElseThrow(() -> wrong(settings.place(), "has no DocumentAssembler", "let it begin with one"));
        if (!documents.getCleanupMode().equals("disabled")) {
            throw wrong(
                    settings.place(),
                    "changes the text: cleanupMode is " + documents.getCleanupMode(),
                    "set it to disabled, so that offsets lead back to the article");
        }
        String chunks = stages.stream()
                .flatMap(stage -> chunkColumn(stage).stream())
                .reduce((first, second) -> second)
                .orElseThrow(() -> wrong(
                        settings.place(),
                        "has no stage that writes chunks",
                        "end it with NerConverter or another stage with chunks"));
        stages.forEach(EntityPipeline::holdVectors);
        stages.forEach(stage -> labels(stage).forEach(label -> refuseUnmapped(settings, label)));
        return new EntityPipeline(model, documents, chunks, settings);
    }

    /** The stages, those of pipelines within the pipeline too. */
    private static Stream<Transformer> stages(Transformer stage) {
        return stage instanceof PipelineModel many
                ? Arrays.stream(many.stages()).flatMap(EntityPipeline::stages)
                : Stream.of(stage);
    }

    /** Word vectors in memory, which Spark sends to executors: their files lie in a folder of the driver's machine. */
    private static void holdVectors(Transformer stage) {
        if (stage instanceof WordEmbeddingsModel vectors) {
            vectors.setEnableInMemoryStorage(true);
        }
    }

    private static PipelineModel model(String place) {
        try {
            if (isPath(place)) {
                return PipelineModel.load(place);
            }
            int at = place.indexOf('@');
            return new PretrainedPipeline(
                            at < 0 ? place : place.substring(0, at),
                            at < 0 ? "ar" : place.substring(at + 1),
                            "public/models",
                            false,
                            scala.Option.empty())
                    .model();
        } catch (LinkageError e) {
            throw wrong(
                    place,
                    "needs " + e.getMessage() + ", which is not on the class path",
                    "set RASD_PROFILE=spark-nlp-native for jobs/rasd, or build with -Pcluster,spark-nlp-native");
        } catch (Exception e) { // Scala's loaders throw checked exceptions that they do not declare
            throw wrong(
                    place,
                    "cannot be loaded (" + e.getMessage() + ")",
                    "name a folder that PipelineModel.save wrote",
                    e);
        }
    }

    private static boolean isPath(String place) {
        return place.contains("/") || place.contains(":");
    }

    private static IllegalArgumentException wrong(String place, String fault, String remedy) {
        return wrong(place, fault, remedy, null);
    }

    private static IllegalArgumentException wrong(
            String place, String fault, String remedy, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Cannot use rasd.extract.pipeline: got " + place + ", which " + fault + "; " + remedy, cause);
    }

    private static Optional<String> chunkColumn(Transformer stage) {
        return stage instanceof HasOutputAnnotatorType type
                        && stage instanceof HasOutputAnnotationCol column
                        && type.outputAnnotatorType().equals(Types.CHUNK)
                ? Optional.of(column.getOutputCol())
                : Optional.empty();
    }

    /** The labels that a model of names knows; models of all kinds have the method, but no type in common that has it. */
    private static List<String> labels(Transformer stage) {
        if (!(stage instanceof HasOutputAnnotatorType type)
                || !type.outputAnnotatorType().toLowerCase(Locale.ROOT).equals("named_entity")) {
            return List.of();
        }
        try {
            Object classes = stage.getClass().getMethod("getClasses").invoke(stage);
            return classes instanceof String[] labels ? List.of(labels) : List.of();
        } catch (NoSuchMethodException e) {
            return List.of(); // a model that does not tell its labels: they are met when it runs
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read the labels of " + stage.uid() + ": " + e, e);
        }
    }

    private static void refuseUnmapped(PipelineSettings settings, String tag) {
        String label = tag.length() > 2 && (tag.charAt(1) == '-' || tag.charAt(1) == '_') ? tag.substring(2) : tag;
        if (!label.equals("O") && !settings.labels().containsKey(label)) {
            throw new IllegalArgumentException(settings.unmapped(label));
        }
    }

    PipelineSettings settings() {
        return settings;
    }

    /** Each article as a struct with the chunks that the pipeline found. */
    Dataset<Row> chunks(Dataset<Row> articles) {
        Dataset<Row> texts = articles.select(
                functions.struct(functions.col("*")).as(ARTICLE),
                functions
                        .concat(functions.col("title"), functions.lit(GAP), functions.col("body"))
                        .as(documents.getInputCol()));
        return model.transform(texts)
                .select(functions.col(ARTICLE), functions.col(chunks).as(CHUNKS));
    }
}
