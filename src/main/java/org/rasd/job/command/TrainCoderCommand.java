package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rasd.extract.CoderTraining;
import org.rasd.extract.GoldArticle;
import org.rasd.extract.ScoreReport;
import org.rasd.extract.Scores;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train coder}: the event coder from the project's own articles and the labels of the ANT corpus. */
@Command(
        name = "coder",
        mixinStandardHelpOptions = true,
        description = "Trains the event coder; writes event-coder.tsv and its card. The same data give the same files.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd train coder")
final class TrainCoderCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--root", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path root = Path.of("");

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of the ANT corpus; without it only the project's own articles are used.")
    private Path archive = Path.of("..", "shared", "data", "news");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the model goes (default: conf/models).")
    private Path folder = Path.of("conf", "models");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CoderTraining training = new CoderTraining(ConfRoot.folder(root.resolve("conf")));
        for (Path file : files(root.resolve("src/train/articles"), ".txt")) {
            training.add("src/train/articles (own)", GoldArticle.read(file));
        }
        Path sample = root.resolve("src/sample/truth/mentions.jsonl");
        if (Files.exists(sample)) {
            training.add("src/sample/truth (own)", GoldArticle.read(sample));
        }
        for (Path file : files(root.resolve("src/test/resources/labels"), "-train.jsonl")) {
            if (file.getFileName().toString().startsWith("ant-")) {
                training.add("ANT corpus, " + file.getFileName(), GoldArticle.read(file, archive));
            }
        }
        Scores scores = training.write(root.resolve(folder));
        ScoreReport.lines(scores, 0).forEach(out::println);
        out.println("written: " + root.resolve(folder).resolve("event-coder.tsv"));
        out.flush();
        return 0;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
