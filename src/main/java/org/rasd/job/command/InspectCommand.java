package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigLoader.Option;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.Inspection;
import org.rasd.job.run.Progress.Terminal;
import org.rasd.job.run.RunChecks;
import org.rasd.job.run.SparkSessions;
import org.rasd.read.LocalRecords;
import org.rasd.read.ReadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: what an archive holds; writes nothing. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what an archive holds: formats, records, articles, languages, days, sources, rejects by reason, and ten"
                    + " articles drawn from all.",
            "",
            "Reads everything on one thread, as a run would, and writes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/rasd inspect archive/2025",
            "  jobs/rasd inspect crawl.warc.gz --limit 10000",
            "  jobs/rasd inspect s3a://news/2024 --format jsonl --profile almayadeen"
        })
final class InspectCommand implements Callable<Integer> {
    private static final int RECORDS_A_TICK = 500;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A file, a folder or a URI (hdfs:, s3a:).")
    private List<String> paths = new ArrayList<>();

    @picocli.CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "What the files hold: auto (default: found by content), warc, arc, html, json, jsonl, csv, parquet, ant or"
                            + " text.")
    private @Nullable String format;

    @picocli.CommandLine.Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The field mapping, by its name under rasd.input.profiles.")
    private @Nullable String profile;

    @picocli.CommandLine.Option(
            names = "--limit",
            paramLabel = "RECORDS",
            description = "Stop after so many records; without it everything is read.")
    private long limit = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        RasdConfig config = config();
        ReadSettings settings = config.read();
        Configuration hadoop = SparkSessions.hadoop(config);
        Inspection inspection = new Inspection();
        boolean watched = Terminal.detect() == Terminal.INTERACTIVE;
        try (LocalRecords records = LocalRecords.open(settings, hadoop, inspection)) {
            while (inspection.records() < limit && records.hasNext()) {
                inspection.add(records.next());
                if (watched && inspection.records() % RECORDS_A_TICK == 0) {
                    System.err.printf(Locale.ROOT, "\r\u001b[Krasd: %,d records", inspection.records());
                }
            }
            if (watched) {
                System.err.print("\r\u001b[K");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(inspection.summary());
            if (records.hasNext()) {
                out.printf(Locale.ROOT, "Stopped after %,d records; there are more.%n", limit);
            }
            out.flush();
        }
        return 0;
    }

    private RasdConfig config() {
        Option sources = new Option(
                "PATH", "rasd.input.sources", paths.stream().map(this::source).toList());
        Loaded loaded = configuration.load(List.of(sources));
        List<String> problems = new ArrayList<>(loaded.problems());
        loaded.config().ifPresent(config -> problems.addAll(RunChecks.input(config)));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return loaded.orThrow();
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
}
