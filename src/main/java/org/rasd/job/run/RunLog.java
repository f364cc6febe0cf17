package org.rasd.job.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.rasd.clean.Account;
import org.rasd.clean.Cleaned;
import org.rasd.job.config.DayRange;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.config.Secrets;
import org.rasd.publish.Backfill;
import org.rasd.publish.RunInfo;
import org.rasd.publish.Warehouse;
import org.rasd.read.InputSpec;

/** Collects what one run did and turns it into its report. */
final class RunLog {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss.SSS'Z'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int DAYS_NAMED = 10;

    private final RasdConfig config;
    private final Progress progress;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Map<String, Long> tableRows = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private RunReport.Records records = new RunReport.Records(0, 0, 0, 0, 0);
    private Map<String, Long> rejectedByReason = Map.of();
    private SortedSet<LocalDate> days = new TreeSet<>();
    private Optional<Backfill> backfill;
    private final Map<String, String> rules = new TreeMap<>();

    /**
     * @param backfill how far a range has come with this run; empty where it is no part of one
     */
    RunLog(RasdConfig config, Optional<Backfill> backfill, Progress progress) {
        this.config = config;
        this.backfill = backfill;
        this.progress = progress;
    }

    RunReport.Records records() {
        return records;
    }

    /** Takes over what an earlier run in steps left in the manifest, so that another run does not end it. */
    void opened(Warehouse before) {
        RunInfo last = before.manifest().run();
        if (last != null) {
            rules.putAll(last.versions());
        }
        if (backfill.isEmpty() && last != null) {
            backfill = Optional.ofNullable(last.backfill());
        }
    }

    /** True where what is published of {@code part} was made by rules of the hash {@code now}, so that rows of it can stand. */
    boolean isMadeBy(String part, String now) {
        return version(now).equals(rules.get(part));
    }

    /** The manifest is to tell that this run makes {@code part} by rules of the hash {@code now}. */
    void makes(String part, String now) {
        rules.put(part, version(now));
    }

    private static String version(String hash) {
        return CodeVersion.current() + "-" + hash;
    }

    /** Takes the account of the records. */
    void cleaned(Cleaned cleaned) {
        Account.Counts total = cleaned.account().total();
        records = new RunReport.Records(
                total.recordsIn(), total.articles(), total.duplicates(), total.rejected(), total.outOfRange());
        rejectedByReason = cleaned.rejectedByReason();
        days = cleaned.days();
        if (!cleaned.staleDays().isEmpty()) {
            warnings.add(cleaned.staleDays().size()
                    + " days hold repeats of articles that this run removed; run them again so that these come back: "
                    + cleaned.staleDays().stream()
                            .limit(DAYS_NAMED)
                            .map(LocalDate::toString)
                            .collect(Collectors.joining(", ")));
        }
    }

    void warn(List<String> more) {
        warnings.addAll(more);
    }

    void staged(String table, long rows) {
        tableRows.put(table, rows);
    }

    /** What the manifest tells of the run. */
    RunInfo runInfo() {
        return new RunInfo(
                runId(),
                started,
                config.days().map(DayRange::first).orElse(null),
                config.days().map(DayRange::last).orElse(null),
                config.hash(),
                versions(),
                backfill.orElse(null));
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(rules);
        versions.put("rasd", CodeVersion.current());
        return versions;
    }

    RunReport report(RunReport.Outcome outcome) {
        return report(outcome, null);
    }

    /** The report of a run that {@code error} ended. */
    RunReport failed(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && !String.valueOf(cause.getMessage()).startsWith("Cannot ")) {
            cause = cause.getCause();
        }
        return report(RunReport.Outcome.FAILED, String.valueOf(cause.getMessage()));
    }

    private RunReport report(RunReport.Outcome outcome, @Nullable String failure) {
        return new RunReport(
                outcome,
                CodeVersion.current(),
                RunReport.moment(started),
                (System.nanoTime() - startedNanos) / 1e9,
                config.read().inputs().stream()
                        .map(InputSpec::path)
                        .map(Secrets::withoutUserInfo)
                        .toList(),
                Secrets.withoutUserInfo(config.warehouse()),
                RunReport.day(days.isEmpty() ? null : days.first()),
                RunReport.day(days.isEmpty() ? null : days.last()),
                days.size(),
                records,
                rejectedByReason,
                tableRows,
                progress.steps(),
                progress.steps().stream()
                        .mapToLong(Progress.Step::peakHeapBytes)
                        .max()
                        .orElse(0),
                warnings,
                failure);
    }

    /** Leaves the report under the warehouse. */
    void write(RunReport report) {
        Path file = new Path(config.warehouse(), "_rasd/runs/" + runId() + ".json");
        try {
            FileSystem fs = file.getFileSystem(SparkSessions.hadoop(config));
            fs.setWriteChecksum(false);
            try (FSDataOutputStream out = fs.create(file, true)) {
                out.write(report.toJson().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | FSError e) {
            throw new UncheckedIOException(
                    "Cannot write the run report: " + file + ", got " + e + "; its tables stand",
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    private String runId() {
        return NAME.format(started);
    }
}
