package org.rasd.job.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.DryRun;
import org.rasd.job.run.EntityStep;
import org.rasd.job.run.MainJob;
import org.rasd.job.run.Progress;
import org.rasd.job.run.ReportChecks;
import org.rasd.job.run.RunChecks;
import org.rasd.job.run.RunReport;
import org.rasd.job.run.SparkSessions;
import org.rasd.job.run.Steps;

/** Runs the main job for the commands that do so, and turns its outcome into an exit code. */
final class Runs {
    private final PrintWriter out;

    /** Writes the summary to {@code out}; progress goes to standard error. */
    Runs(PrintWriter out) {
        this.out = out;
    }

    /** Checks everything first; then runs, step by step where so configured, until one step ends badly. */
    int run(Loaded loaded, Steps.Start start) {
        RasdConfig config = checked(loaded);
        List<Steps.Step> steps = Steps.of(config, start);
        if (steps.isEmpty()) {
            out.println("Nothing is left to do: the range is published to its last day");
            return 0;
        }
        try (SparkSession spark = SparkSessions.start(config.master(), config.sparkSettings())) {
            refuse(ReportChecks.problems(spark, config));
            int exitCode = 0;
            for (int i = 0; i < steps.size() && exitCode == 0; i++) {
                announce(steps.get(i), i + 1, steps.size());
                exitCode = run(spark, config, steps.get(i));
            }
            return exitCode;
        }
    }

    private void announce(Steps.Step step, int number, int count) {
        step.backfill()
                .flatMap(any -> step.days())
                .ifPresent(days ->
                        out.printf(Locale.ROOT, "step %d of %d: %s to %s%n", number, count, days.first(), days.last()));
        out.flush();
    }

    private int run(SparkSession spark, RasdConfig config, Steps.Step step) {
        try (Progress progress = new Progress(System.err, Progress.Terminal.detect())) {
            spark.sparkContext().addSparkListener(progress);
            RunReport report = new MainJob(spark, config, step, progress).run();
            spark.sparkContext().removeSparkListener(progress);
            out.print(report.summary());
            out.flush();
            return report.outcome().exitCode();
        }
    }

    /** Checks everything, tells what a run would do, writes nothing. */
    int dryRun(Loaded loaded, Steps.Start start) {
        RasdConfig config = checked(loaded);
        List<Steps.Step> steps = Steps.of(config, start);
        try (SparkSession spark = SparkSessions.start(config.master(), config.sparkSettings())) {
            refuse(ReportChecks.problems(spark, config));
            EntityStep.of(config);
        }
        out.print(DryRun.describe(config, steps));
        out.flush();
        return 0;
    }

    /** Checks everything first; then runs over all days at once. */
    int run(Loaded loaded) {
        return run(loaded, Steps.Start.FIRST_DAY);
    }

    private static RasdConfig checked(Loaded loaded) {
        List<String> problems = new ArrayList<>(loaded.problems());
        loaded.config().ifPresent(config -> problems.addAll(RunChecks.problems(config)));
        refuse(problems);
        return loaded.orThrow();
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
