package org.rasd.job.run;

import java.util.List;
import org.rasd.extract.ArticleStage;
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
    private EntityStep() {}

    /** The step of {@code config}, its pipeline loaded; a ConfigurationException tells what is wrong with that. */
    public static ArticleStage of(RasdConfig config) {
        return config.pipeline()
                .map(pipeline -> withPipeline(config, pipeline))
                .orElseGet(() -> new ExtractStage(config.conf(), config.extract()));
    }

    private static ArticleStage withPipeline(RasdConfig config, PipelineSettings pipeline) {
        ExtractSettings lists =
                new ExtractSettings(config.extract().minConfidence(), ExtractSettings.Entities.GAZETTEER);
        try {
            return new PipelineExtractStage(config.conf(), lists, EntityPipeline.load(pipeline));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(
                    List.of(
                            "Cannot use rasd.extract.pipeline: got " + pipeline.place()
                                    + ", but Spark NLP is not on the class path (" + e.getMessage()
                                    + "); set RASD_PROFILE=spark-nlp for jobs/rasd, or submit the jar that -Pcluster,spark-nlp builds"));
        }
    }
}
