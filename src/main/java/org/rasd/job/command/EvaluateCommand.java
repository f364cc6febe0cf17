package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.Evaluation;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.GoldArticle;
import org.rasd.extract.ScoreReport;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how well events are read, measured on labelled articles. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Extracts events from labelled articles, without Spark, and scores them against the labels.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/rasd evaluate gold.jsonl --errors 20",
            "  jobs/rasd evaluate src/train/articles/*.txt",
            "  jobs/rasd evaluate src/test/resources/labels/ant-dev.jsonl --archive ../shared/data/news"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "GOLD",
            arity = "1..*",
            description = "Labelled articles: JSON lines, or the project's own text form (.txt).")
    private List<Path> files = List.of();

    @Option(names = "--errors", paramLabel = "N", description = "Also list N errors, by kind and type.")
    private int errors;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of the corpora that labels without text point into.")
    private @Nullable Path archive;

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "Rules, lists and models from here, not the packed ones.")
    private @Nullable Path conf;

    @Override
    public Integer call() throws IOException {
        List<GoldArticle> articles = new ArrayList<>();
        for (Path file : files) {
            articles.addAll(archive == null ? GoldArticle.read(file) : GoldArticle.read(file, archive));
        }
        ConfRoot root = ConfRoot.folderOrPacked(conf);
        ArticleExtractor extractor = new ArticleExtractor(root, ExtractSettings.DEFAULT);
        PrintWriter out = spec.commandLine().getOut();
        out.println(articles.size() + " articles");
        ScoreReport.lines(Evaluation.of(extractor, articles), errors).forEach(out::println);
        out.flush();
        return 0;
    }
}
