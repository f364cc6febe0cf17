package org.rasd.job.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.SentenceExplainer;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: how a sentence is read, and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Shows how a text is read: words, names, triggers, what was suppressed, roles and status with reasons.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd explain \"أعلنت موسكو وكييف تبادل 200 أسير أمس\" --published 2025-11-16")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TEXT", description = "One sentence or several.")
    private String text = "";

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Day of publication, YYYY-MM-DD, that dates are resolved against (default: today).")
    private @Nullable LocalDate published;

    @Option(names = "--headline", paramLabel = "TEXT", description = "The headline above the text.")
    private String headline = "";

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "Rules, lists and models from here, not the packed ones.")
    private @Nullable Path conf;

    @Override
    public Integer call() {
        ConfRoot root = ConfRoot.folderOrPacked(conf);
        PrintWriter out = spec.commandLine().getOut();
        new SentenceExplainer(root, ExtractSettings.DEFAULT.minConfidence())
                .explain(headline, text, published == null ? LocalDate.now() : published)
                .forEach(out::println);
        out.flush();
        return 0;
    }
}
