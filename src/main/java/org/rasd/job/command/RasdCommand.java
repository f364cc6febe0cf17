package org.rasd.job.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: names the others. */
@Command(
        name = "rasd",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Turns a news archive, Arabic first, into event tables in Parquet.",
        footerHeading = "%nExit codes: 0 good, 1 failed, 2 wrong usage or configuration, 3 rejects over the limit.%n"
                + "%nExample:%n",
        footer = {"  jobs/rasd demo", "  jobs/rasd sql \"SELECT * FROM exchanges_over_time WHERE grain = 'month'\""},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            EvaluateNerCommand.class,
            ExplainCommand.class,
            SqlCommand.class,
            ReportCommand.class,
            TrainCommand.class,
            TraceCommand.class,
            TablesCommand.class,
            ConfigCommand.class,
            LintCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class RasdCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Cannot run rasd: no command given; choose one of the commands below");
    }
}
