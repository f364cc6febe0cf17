package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.TaggerTraining;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
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

    @Option(names = "--root", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path root = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with ner/anercorp-camel/train.txt, ner/aqmar/aqmar_all.conll and news/antcorpus-*.tar.gz.")
    private Path data = Path.of("..", "shared", "data");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the model goes (default: conf/models).")
    private Path folder = Path.of("conf", "models");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        TaggerTraining training = new TaggerTraining(
                ConfRoot.folder(root.resolve("conf")), BioSentence.read(data.resolve("ner/anercorp-camel/train.txt")));
        Path wikipedia = data.resolve("ner/aqmar/aqmar_all.conll");
        if (Files.exists(wikipedia)) {
            training.addOther(BioSentence.read(wikipedia));
        }
        Path news = data.resolve("news/antcorpus-2015-2017.tar.gz");
        if (Files.exists(news)) {
            training.addTagged(news);
        }
        for (Path file : articles()) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.filter(line -> !line.isEmpty() && ">=~".indexOf(line.charAt(0)) < 0)
                        .forEach(training::addPlain);
            }
        }
        training.write(root.resolve(folder)).forEach(out::println);
        out.println("written: " + root.resolve(folder).resolve("tagger.bin"));
        out.flush();
        return 0;
    }

    private List<Path> articles() throws IOException {
        Path own = root.resolve("src/train/articles");
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(own)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }
}
