package org.rasd.job.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.job.config.ConfigLoader.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: an archive becomes tables. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads an archive, finds its events and publishes the tables.",
            "",
            "A run replaces exactly the days that it covers: those of --from/--to or --date, or else every day that the"
                    + " input holds articles of. Running it again changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/rasd run --input archive/2025 --warehouse warehouse",
            "  jobs/rasd run --input day.jsonl.gz --format jsonl --profile almayadeen --date 2024-07-01",
            "  jobs/rasd run --config my.conf --from 2024-01-01 --to 2024-01-31 --dry-run"
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "A file, a folder or a URI (hdfs:, s3a:); may be given several times.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the input holds: auto (default: found by content), jsonl, text or ant.")
    private @Nullable String format;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The field mapping, by its name under rasd.input.profiles.")
    private @Nullable String profile;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "Where the tables lie.")
    private @Nullable String warehouse;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of publication, YYYY-MM-DD.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of publication.")
    private @Nullable String to;

    @Option(names = "--date", paramLabel = "DAY", description = "One day: the same as --from and --to.")
    private @Nullable String date;

    @Option(names = "--dry-run", description = "Check everything, tell what the run would do, write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Loaded loaded = configuration.load(pairs());
        return new Runs(spec.commandLine().getOut(), spec.commandLine().getErr())
                .run(loaded, dryRun ? Runs.Kind.DRY : Runs.Kind.REAL);
    }

    /** The options as configuration, so that one place checks both. */
    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        put(pairs, "warehouse", warehouse);
        put(pairs, "run.from", date == null ? from : date);
        put(pairs, "run.to", date == null ? to : date);
        return pairs;
    }

    private static void put(Map<String, String> pairs, String key, @Nullable String value) {
        if (value != null) {
            pairs.put(key, value);
        }
    }
}
