package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.rasd.extract.GoldArticle;
import org.rasd.extract.annotate.NerDlTraining;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.TaggerCorpus;
import org.rasd.extract.ner.TaggerData;
import org.rasd.extract.ner.TaggerTraining;
import org.rasd.job.bench.NerComparison;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.run.SparkSessions;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train tagger}: the tagger of names from ANERcorp and plain text, ours or Spark NLP's. */
@Command(
        name = "tagger",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the tagger of persons, places and organisations; writes tagger.bin, tagger-clusters.tsv and the card."
                    + " The same data give the same files.",
            "With --engine spark-nlp: word vectors and a NerDL network of Spark NLP's on all but the last tenth of the labelled"
                    + " sentences, saved as a pipeline that `run --set extract.pipeline=DIR` takes; then both engines"
                    + " beside each other on the last tenth and on AQMAR: F1, speed, size."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  jobs/rasd train tagger --data ../shared/data",
            "  jobs/rasd train tagger --engine spark-nlp --data ../shared/data"
        })
final class TrainTaggerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TrainingOptions project = new TrainingOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with ner/anercorp-camel/train.txt, ner/aqmar/aqmar_all.conll and news/antcorpus-*.tar.gz.")
    private Path data = Path.of("..", "shared", "data");

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "rasd (default) or spark-nlp, which needs TensorFlow (jobs/rasd brings it).")
    private String engine = "rasd";

    @Option(
            names = "--pipeline",
            paramLabel = "DIR",
            description = "Where the pipeline of --engine spark-nlp goes (default: ${DEFAULT-VALUE}).")
    private Path pipeline = Path.of("target", "ner-dl");

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes of --engine spark-nlp over the labelled sentences (default: ${DEFAULT-VALUE});"
                    + " 0 trains nothing and compares the pipeline that is there.")
    private int epochs = NerDlTraining.Settings.DEFAULT.epochs();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        TaggerCorpus corpus = corpus();
        TaggerTraining training = new TaggerTraining(ConfRoot.folder(project.at("conf")), corpus);
        switch (engine) {
            case "rasd" -> {
                training.write(project.folder()).forEach(out::println);
                out.println("written: " + project.folder().resolve("tagger.bin"));
                out.flush();
            }
            case "spark-nlp" -> sparkNlp(corpus, training, out);
            default ->
                throw new ConfigurationException("Cannot train: --engine, got " + engine + "; give rasd or spark-nlp");
        }
        return 0;
    }

    private TaggerCorpus corpus() throws IOException {
        TaggerCorpus corpus = new TaggerCorpus(BioSentence.read(data.resolve("ner/anercorp-camel/train.txt")));
        Path wikipedia = data.resolve("ner/aqmar/aqmar_all.conll");
        if (Files.exists(wikipedia)) {
            corpus.addOther(BioSentence.read(wikipedia));
        }
        Path news = data.resolve("news/antcorpus-2015-2017.tar.gz");
        if (Files.exists(news)) {
            corpus.addTagged(news);
        }
        for (Path file : project.articles()) {
            GoldArticle.read(file).forEach(article -> article.sentences().forEach(corpus::addPlain));
        }
        return corpus;
    }

    private void sparkNlp(TaggerCorpus corpus, TaggerTraining training, PrintWriter out) throws IOException {
        NerDlTraining.Settings usual = NerDlTraining.Settings.DEFAULT;
        NerDlTraining.Settings settings =
                new NerDlTraining.Settings(usual.dimension(), usual.atLeast(), usual.rounds(), epochs);
        String place = pipeline.toAbsolutePath().toString();
        Map<String, List<BioSentence>> sets = new LinkedHashMap<>();
        sets.put("held-out tenth", corpus.heldOut());
        if (!corpus.other().isEmpty()) {
            sets.put("AQMAR", corpus.other());
        }
        NerComparison comparison = new NerComparison(sets, out);
        // One session for all: Spark NLP keeps the first that it meets.
        try (SparkSession spark = SparkSessions.start(Optional.of("local[2]"), EvaluateNerCommand.SETTINGS)) {
            if (epochs > 0) {
                new NerDlTraining(spark, settings).write(corpus.most(), corpus.sentences(), place);
                out.println("written: " + pipeline);
            }
            comparison.add(training.ofMost(), TaggerData.bytes(ConfRoot.folder(project.at("conf"))));
            EvaluateNerCommand.addPipeline(comparison, spark, place);
        } catch (LinkageError e) {
            throw new ConfigurationException(
                    List.of("Cannot train with --engine spark-nlp: TensorFlow is not on the class path ("
                            + e.getMessage() + "); set RASD_PROFILE=spark-nlp-native"));
        }
        comparison.table();
    }
}
