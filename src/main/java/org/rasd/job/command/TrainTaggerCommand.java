package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rasd.extract.GoldArticle;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.TaggerTraining;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train tagger}: the tagger of names from ANERcorp and plain text. */
@Command(
        name = "tagger",
        mixinStandardHelpOptions = true,
        description =
                "Trains the tagger of persons, places and organisations; writes tagger.bin, tagger-clusters.tsv and the card."
                        + " The same data give the same files.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd train tagger --data ../shared/data")
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

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        TaggerTraining training = new TaggerTraining(
                ConfRoot.folder(project.at("conf")), BioSentence.read(data.resolve("ner/anercorp-camel/train.txt")));
        Path wikipedia = data.resolve("ner/aqmar/aqmar_all.conll");
        if (Files.exists(wikipedia)) {
            training.addOther(BioSentence.read(wikipedia));
        }
        Path news = data.resolve("news/antcorpus-2015-2017.tar.gz");
        if (Files.exists(news)) {
            training.addTagged(news);
        }
        for (Path file : project.articles()) {
            GoldArticle.read(file).forEach(article -> article.sentences().forEach(training::addPlain));
        }
        training.write(project.folder()).forEach(out::println);
        out.println("written: " + project.folder().resolve("tagger.bin"));
        out.flush();
        return 0;
    }
}
