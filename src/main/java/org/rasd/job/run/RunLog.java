package org.rasd.job.run;

import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.clean.Cleaned;
import org.rasd.job.config.DayRange;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.RunInfo;
import org.rasd.read.InputSpec;

/** Collects what one run did and turns it into its report. */
final class RunLog {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss.SSS'Z'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RasdConfig config;
    private final Progress progress;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Map<String, Long> tableRows = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private RunReport.Records records = new RunReport.Records(0, 0, 0, 0, 0);
    private Map<String, Long> rejectedByReason = Map.of();
    private SortedSet<LocalDate> days = new TreeSet<>();

    RunLog(RasdConfig config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    RunReport.Records records() {
        return records;
    }

    /** The days that the run replaces. */
    SortedSet<LocalDate> days() {
        return days;
    }

    /** Takes the account of the records; fails where it does not add up. */
    void cleaned(Cleaned cleaned) {
        Row sums = cleaned.files()
                .agg(sum("records_in"), sum("articles"), sum("duplicates"), sum("rejected"), sum("out_of_range"))
                .head();
        records = new RunReport.Records(
                number(sums, 0), number(sums, 1), number(sums, 2), number(sums, 3), number(sums, 4));
        rejectedByReason = counts(cleaned.rejected().groupBy("reason").count());
        days = config.days().filter(DayRange::isClosed).map(RunLog::all).orElseGet(() -> held(cleaned));
        if (!records.addsUp()) {
            throw new IllegalStateException("Cannot account for every record: got " + records
                    + "; this is a fault of the program, please report it");
        }
    }

    private static long number(Row row, int at) {
        return row.isNullAt(at) ? 0 : row.getLong(at);
    }

    private static Map<String, Long> counts(Dataset<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private static SortedSet<LocalDate> all(DayRange days) {
        return new TreeSet<>(days.first().datesUntil(days.last().plusDays(1)).toList());
    }

    private static SortedSet<LocalDate> held(Cleaned cleaned) {
        SortedSet<LocalDate> found = new TreeSet<>();
        cleaned.articles()
                .select("published_on")
                .distinct()
                .collectAsList()
                .forEach(row -> found.add(row.getLocalDate(0)));
        return found;
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
                Map.of("rasd", CodeVersion.current()));
    }

    RunReport report(RunReport.Outcome outcome) {
        return new RunReport(
                outcome,
                CodeVersion.current(),
                RunReport.moment(started),
                (System.nanoTime() - startedNanos) / 1e9,
                config.read().inputs().stream().map(InputSpec::path).toList(),
                config.warehouse(),
                RunReport.day(days.isEmpty() ? null : days.first()),
                RunReport.day(days.isEmpty() ? null : days.last()),
                days.size(),
                records,
                rejectedByReason,
                tableRows,
                progress.steps(),
                peakHeap(),
                warnings,
                null);
    }

    /** Leaves the report under the warehouse. */
    void write(RunReport report) {
        Path file = new Path(config.warehouse(), "_rasd/runs/" + runId() + ".json");
        try {
            FileSystem fs = file.getFileSystem(new Configuration());
            fs.setWriteChecksum(false);
            try (FSDataOutputStream out = fs.create(file, true)) {
                out.write(report.toJson().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the run report: " + file + "; the tables are published", e);
        }
    }

    private String runId() {
        return NAME.format(started);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
