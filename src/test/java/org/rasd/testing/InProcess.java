package org.rasd.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.ConfigLoader.Option;
import org.rasd.job.run.MainJob;
import org.rasd.job.run.Progress;
import org.rasd.job.run.RunReport;

/** Whole runs in the JVM of the tests, on the session that they share: a fraction of the time that a process takes. */
public final class InProcess {
    private InProcess() {}

    /** Publishes what {@code input} holds of the days from {@code from} to {@code to} into {@code warehouse}; gives its report. */
    public static RunReport run(Path input, String warehouse, LocalDate from, LocalDate to, Option... more) {
        List<Option> options = new ArrayList<>(List.of(
                new Option("--input", "rasd.input.sources", List.of(Map.of("path", input.toString()))),
                new Option("--warehouse", "rasd.warehouse", warehouse),
                new Option("--from", "rasd.run.from", from.toString()),
                new Option("--to", "rasd.run.to", to.toString())));
        options.addAll(List.of(more));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(nowhere, Progress.Terminal.LOG)) {
            return new MainJob(
                            LocalSpark.session(),
                            ConfigLoader.ofProcess()
                                    .load(List.of(), Map.of(), options)
                                    .orThrow(),
                            progress)
                    .run();
        }
    }
}
