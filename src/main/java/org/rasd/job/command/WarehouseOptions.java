package org.rasd.job.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.SparkSessions;
import org.rasd.publish.WarehouseQuery;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read published tables. */
final class WarehouseOptions {
    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Option(names = "--warehouse", paramLabel = "DIR", description = "Where the tables lie.")
    private @Nullable String warehouse;

    /** The configuration with the named warehouse on top; fails with every problem in it. */
    RasdConfig config() {
        return configuration
                .load(
                        warehouse == null
                                ? List.of()
                                : List.of(new ConfigLoader.Option("--warehouse", "rasd.warehouse", warehouse)))
                .orThrow();
    }

    /** The tables of {@code config}'s warehouse, reached as the job reaches it. */
    static WarehouseQuery query(RasdConfig config) {
        return WarehouseQuery.open(config.warehouse(), () -> SparkSessions.hadoop(config));
    }
}
