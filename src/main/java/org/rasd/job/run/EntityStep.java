package org.rasd.job.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.ExtractStage;
import org.rasd.extract.annotate.EntityPipeline;
import org.rasd.extract.annotate.PipelineExtractStage;
import org.rasd.extract.annotate.PipelineSettings;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;

/**
 * Extraction with what the configuration names as its finder of names: our lists, our tagger, or a pipeline of Spark NLP's.
 *
 * <p>Lists and tagger run as a plain function of an article, not as a pipeline of DocumentAssembler and our stage: the names
 * are the same, and events need the words that were read on the way.
 */
public final class EntityStep {
    private final UnaryOperator<Dataset<Row>> extraction;

    private EntityStep(UnaryOperator<Dataset<Row>> extraction) {
        this.extraction = extraction;
    }

    /** The step of {@code config}, its pipeline loaded; a ConfigurationException tells what is wrong with that. */
    public static EntityStep of(RasdConfig config) {
        return config.pipeline()
                .map(pipeline -> withPipeline(config, pipeline))
                .orElseGet(() -> new EntityStep(new ExtractStage(config.conf(), config.extract())::run));
    }

    private static EntityStep withPipeline(RasdConfig config, PipelineSettings pipeline) {
        ExtractSettings lists =
                new ExtractSettings(config.extract().minConfidence(), ExtractSettings.Entities.GAZETTEER);
        try {
            return new EntityStep(new PipelineExtractStage(config.conf(), lists, EntityPipeline.load(pipeline))::run);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(List.of("Cannot use rasd.extract.pipeline: got " + pipeline.place()
                    + ", but Spark NLP is not on the class path (" + e.getMessage()
                    + "); submit the jar that -Pcluster,spark-nlp builds"));
        }
    }

    /** Mentions and event mentions of {@code articles}. */
    Dataset<Row> extract(Dataset<Row> articles) {
        return extraction.apply(articles);
    }
}
