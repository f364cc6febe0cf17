package org.rasd.job.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigLoader.Option;
import org.rasd.job.run.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
            "  jobs/rasd run --input archive/2025 --from 2025-01-01 --to 2025-12-31 --step 31 --resume",
            "  jobs/rasd run --config my.conf --from 2024-01-01 --to 2024-01-31 --dry-run"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @picocli.CommandLine.Option(
            names = "--input",
            paramLabel = "PATH",
            description = "A file, a folder or a URI (hdfs:, s3a:); may be given several times.")
    private List<String> inputs = new ArrayList<>();

    @picocli.CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "What the input holds: auto (default: found by content), warc, arc, html, json, jsonl, csv, parquet, ant or"
                            + " text.")
    private @Nullable String format;

    @picocli.CommandLine.Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The field mapping, by its name under rasd.input.profiles.")
    private @Nullable String profile;

    @picocli.CommandLine.Option(names = "--warehouse", paramLabel = "DIR", description = "Where the tables lie.")
    private @Nullable String warehouse;

    @picocli.CommandLine.Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day of publication, YYYY-MM-DD.")
    private @Nullable String from;

    @picocli.CommandLine.Option(names = "--to", paramLabel = "DAY", description = "Last day of publication.")
    private @Nullable String to;

    @picocli.CommandLine.Option(
            names = "--date",
            paramLabel = "DAY",
            description = "One day: the same as --from and --to.")
    private @Nullable String date;

    @picocli.CommandLine.Option(
            names = "--step",
            paramLabel = "DAYS",
            description = "Publish --from to --to in pieces of so many days, one after another.")
    private @Nullable Integer stepDays;

    @picocli.CommandLine.Option(
            names = "--resume",
            description = "Go on with a broken run in steps, after the last day that it published.")
    private boolean resume;

    @picocli.CommandLine.Option(
            names = "--dry-run",
            description = "Check everything, tell what the run would do, write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Loaded loaded = configuration.load(options());
        Runs runs = new Runs(spec.commandLine().getOut());
        Steps.Start start = resume ? Steps.Start.AFTER_LAST_PUBLISHED : Steps.Start.FIRST_DAY;
        return dryRun ? runs.dryRun(loaded, start) : runs.run(loaded, start);
    }

    /** The options as configuration, so that one place checks both. */
    private List<Option> options() {
        List<Option> options = new ArrayList<>();
        if (!inputs.isEmpty()) {
            options.add(new Option(
                    "--input",
                    "rasd.input.sources",
                    inputs.stream().map(this::source).toList()));
        } else if (format != null || profile != null) {
            throw new ParameterException(
                    spec.commandLine(), "Cannot run: --format and --profile go with --input, got none; name the input");
        }
        if (date != null && (from != null || to != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Cannot run: --date, got --from or --to too; give one or the other");
        }
        put(options, "--warehouse", "rasd.warehouse", warehouse);
        put(options, date == null ? "--from" : "--date", "rasd.run.from", date == null ? from : date);
        put(options, date == null ? "--to" : "--date", "rasd.run.to", date == null ? to : date);
        put(options, "--step", "rasd.run.step_days", stepDays);
        return options;
    }

    private Map<String, String> source(String path) {
        Map<String, String> source = new TreeMap<>();
        source.put("path", path);
        if (format != null) {
            source.put("format", format);
        }
        if (profile != null) {
            source.put("profile", profile);
        }
        return source;
    }

    private static void put(List<Option> options, String name, String key, @Nullable Object value) {
        if (value != null) {
            options.add(new Option(name, key, value));
        }
    }
}
