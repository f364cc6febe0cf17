package org.rasd.job.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.annotate.PipelineSettings;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.TaggerData;
import org.rasd.job.bench.NerComparison;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.run.SparkSessions;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate-ner}: how well names are tagged, by exact span, on files of tokens with BIO tags. */
@Command(
        name = "evaluate-ner",
        mixinStandardHelpOptions = true,
        description = "Tags persons, places and organisations in labelled files and scores them by exact span."
                + " A line holds a token and its BIO tag; PERS is PER; MISC counts neither way.",
        footerHeading = "%nExample:%n",
        footer = {
            "  jobs/rasd evaluate-ner test.txt",
            "  RASD_PROFILE=spark-nlp-native jobs/rasd evaluate-ner test.txt --pipeline ./target/ner-dl"
        })
final class EvaluateNerCommand implements Callable<Integer> {
    /** Spark without its page, and with the driver's own address: nothing here goes over a network. */
    static final Map<String, String> SETTINGS = Map.of(
            "spark.ui.enabled", "false", "spark.driver.host", "127.0.0.1", "spark.driver.bindAddress", "127.0.0.1");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with a token and its tag a line.")
    private List<Path> files = List.of();

    @Option(names = "--conf", paramLabel = "DIR", description = "Lists and model from here, not the packed ones.")
    private @Nullable Path conf;

    @Option(
            names = "--pipeline",
            paramLabel = "PLACE",
            description =
                    "A pipeline of Spark NLP's to compare with, as extract.pipeline names it: F1, speed and size of both.")
    private @Nullable String pipeline;

    @Override
    public Integer call() throws IOException {
        ConfRoot root = ConfRoot.folderOrPacked(conf);
        TaggerData data = TaggerData.load(root);
        Map<String, List<BioSentence>> sets = new LinkedHashMap<>();
        for (Path file : files) {
            sets.put(String.valueOf(file.getFileName()), BioSentence.read(file));
        }
        NerComparison comparison = new NerComparison(sets, spec.commandLine().getOut());
        comparison.add(data, TaggerData.bytes(root));
        if (pipeline != null) {
            try (SparkSession spark = SparkSessions.start(Optional.of("local[1]"), SETTINGS)) {
                addPipeline(comparison, spark, pipeline);
            }
        }
        comparison.table();
        return 0;
    }

    /** Measures the pipeline at {@code place}. */
    static void addPipeline(NerComparison comparison, SparkSession spark, String place) {
        PipelineSettings settings = ConfigLoader.ofProcess()
                .load(List.of(), Map.of("rasd.extract.pipeline", place), List.of())
                .orThrow()
                .pipeline()
                .orElseThrow();
        try {
            comparison.add(spark, settings);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
        }
    }
}
