package org.rasd.job.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.job.config.ConfigurationException;
import org.rasd.lang.LexiconLint;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lint}: what is wrong in the entity lists. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description =
                "Checks the entity lists of lexicon/: rows given twice, surfaces that stand for two entities at the same time"
                        + " without being in ambiguous.tsv, unknown codes and kinds, wrong dates, missing source or licence."
                        + " Each problem is a line with file and row; exit code 2 where there is one.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd lint --conf my-conf")
final class LintCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--conf", paramLabel = "DIR", description = "Lists from here, not the packed ones.")
    private @Nullable Path conf;

    @Override
    public Integer call() {
        List<String> problems = LexiconLint.problems(ConfRoot.folderOrPacked(conf));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The entity lists are clean.");
        out.flush();
        return 0;
    }
}
