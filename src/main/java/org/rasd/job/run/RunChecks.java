package org.rasd.job.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rasd.job.config.RasdConfig;
import org.rasd.read.ReadStage;

/** What can be found wrong with a run before Spark starts. */
public final class RunChecks {
    private RunChecks() {}

    /** Every problem, each with what to do; empty where the run may begin. */
    public static List<String> problems(RasdConfig config) {
        List<String> problems = new ArrayList<>(input(config));
        warehouse(config.warehouse(), problems);
        config.pipeline().ifPresent(pipeline -> pipeline(pipeline.place(), problems));
        return problems;
    }

    /** What is wrong with the input alone; archives are looked for once their settings are right. */
    public static List<String> input(RasdConfig config) {
        List<String> problems = config.read().problems();
        return problems.isEmpty() ? new ReadStage(config.read()).problems(SparkSessions.hadoop(config)) : problems;
    }

    private static void pipeline(String place, List<String> problems) {
        if (place.contains("/") && !place.contains(":") && !Files.isDirectory(Path.of(place, "stages"))) {
            problems.add("Cannot use rasd.extract.pipeline: got " + place
                    + ", where no saved pipeline is; name a folder that PipelineModel.save wrote");
        }
    }

    private static void warehouse(String warehouse, List<String> problems) {
        if (warehouse.isEmpty()) {
            problems.add("Cannot publish: rasd.warehouse, got nothing; name a folder or URI with --warehouse");
        } else if (!warehouse.contains(":")) {
            local(Path.of(warehouse), problems);
        }
    }

    private static void local(Path folder, List<String> problems) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            problems.add("Cannot publish: the warehouse, got " + folder + ", where " + existing
                    + " is no folder; name a folder");
        } else if (!Files.isReadable(existing) || !Files.isWritable(existing)) {
            problems.add("Cannot publish: the warehouse, got " + folder + ", where " + existing
                    + " may not be read and written; change its rights or name another folder");
        }
    }
}
