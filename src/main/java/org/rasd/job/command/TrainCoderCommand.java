package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rasd.extract.CoderTraining;
import org.rasd.extract.GoldArticle;
import org.rasd.extract.ScoreReport;
import org.rasd.extract.Scores;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    /** How often the project's own articles count: the types that it is for are rare in the ANT corpus. */
    private static final int OWN = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TrainingOptions project = new TrainingOptions();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of the ANT corpus; without it only the project's own articles are used.")
    private Path archive = Path.of("..", "shared", "data", "news");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CoderTraining training = new CoderTraining(ConfRoot.folder(project.at("conf")));
        for (Path file : project.articles()) {
            training.add("src/train/articles (own)", OWN, GoldArticle.read(file));
        }
        Path sample = project.at("src/sample/truth/mentions.jsonl");
        if (Files.exists(sample)) {
            training.add("src/sample/truth (own)", OWN, GoldArticle.read(sample));
        }
        for (Path file : project.files("src/test/resources/labels", "-train.jsonl")) {
            if (file.getFileName().toString().startsWith("ant-")) {
                training.add("ANT corpus, " + file.getFileName(), 1, GoldArticle.read(file, archive));
            }
        }
        Scores scores = training.write(project.folder());
        ScoreReport.lines(scores, 0).forEach(out::println);
        out.println("written: " + project.folder().resolve("event-coder.tsv"));
        out.flush();
        return 0;
    }
}
