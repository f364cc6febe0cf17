package org.rasd.job.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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

/** Runs the main job for the commands that do so, and turns its outcome into an exit code. */
final class Runs {
    private final PrintWriter out;

    /** Writes the summary to {@code out}; progress goes to standard error. */
    Runs(PrintWriter out) {
        this.out = out;
    }

    /** Checks everything first; then runs. */
    int run(Loaded loaded) {
        RasdConfig config = checked(loaded);
        try (SparkSession spark = SparkSessions.start(config.master(), config.sparkSettings());
                Progress progress = new Progress(System.err, Progress.Terminal.detect())) {
            spark.sparkContext().addSparkListener(progress);
            refuse(ReportChecks.problems(spark, config));
            RunReport report = new MainJob(spark, config, progress).run();
            out.print(report.summary());
            out.flush();
            return report.outcome().exitCode();
        }
    }

    /** Checks everything, tells what a run would do, writes nothing. */
    int dryRun(Loaded loaded) {
        RasdConfig config = checked(loaded);
        try (SparkSession spark = SparkSessions.start(config.master(), config.sparkSettings())) {
            refuse(ReportChecks.problems(spark, config));
            EntityStep.of(config);
        }
        out.print(DryRun.describe(config));
        out.flush();
        return 0;
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
