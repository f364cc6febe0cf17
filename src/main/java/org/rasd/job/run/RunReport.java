package org.rasd.job.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run did, as JSON beside the tables and as a summary for a person.
 *
 * @param records where every input record went; {@code records_in = articles + duplicates + rejected + out_of_range}
 * @param rejectedByReason reject reason to count
 * @param tableRows table to published rows
 * @param steps the stages of the job, in order
 * @param peakHeapBytes the most of any step
 * @param failure why a failed run ended; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
        Outcome outcome,
        String codeVersion,
        String startedAt,
        double seconds,
        List<String> inputs,
        String warehouse,
        @Nullable String firstDay,
        @Nullable String lastDay,
        int dayCount,
        Records records,
        Map<String, Long> rejectedByReason,
        Map<String, Long> tableRows,
        List<Progress.Step> steps,
        long peakHeapBytes,
        List<String> warnings,
        @Nullable String failure) {

    /** How a run ended, and the exit code that says so. */
    public enum Outcome {
        PUBLISHED(0),
        FAILED(1),
        REJECTS_OVER_LIMIT(3);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        /** What the process exits with. */
        public int exitCode() {
            return exitCode;
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The account of the input records. */
    public record Records(long recordsIn, long articles, long duplicates, long rejected, long outOfRange) {
        /** Rejected among all records, 0 where there are none. */
        public double rejectShare() {
            return recordsIn == 0 ? 0 : (double) rejected / recordsIn;
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    /** The report as JSON text. */
    public String toJson() {
        try {
            return mapper().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the run report: " + e.getMessage(), e);
        }
    }

    /** A few lines for a person. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d records: %,d articles, %,d duplicates, %,d rejected%s",
                records.recordsIn(),
                records.articles(),
                records.duplicates(),
                records.rejected(),
                records.outOfRange() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d outside the dates", records.outOfRange()));
        rejectedByReason.forEach((reason, count) -> line(text, "  rejected %s: %,d", reason, count));
        if (firstDay != null && lastDay != null) {
            line(text, "days replaced: %,d, %s to %s", dayCount, firstDay, lastDay);
        }
        steps(text);
        tableRows.forEach((table, rows) -> line(text, "  %-24s %,10d rows", table, rows));
        warnings.forEach(warning -> line(text, "warning: %s", warning));
        line(text, "%s in %.1f s", outcome, seconds);
        return text.toString();
    }

    private void steps(StringBuilder text) {
        line(
                text,
                "%-10s %8s %11s %11s %9s %9s %10s %8s %9s",
                "step",
                "seconds",
                "rows in",
                "rows out",
                "rows/s",
                "rejected",
                "shuffle MB",
                "spill MB",
                "heap MB");
        for (Progress.Step step : steps) {
            line(
                    text,
                    "%-10s %8.1f %,11d %,11d %,9.0f %,9d %,10d %,8d %,9d",
                    step.name(),
                    step.seconds(),
                    step.rowsIn(),
                    step.rowsOut(),
                    step.rowsPerSecond(),
                    step.rejected(),
                    step.shuffleBytes() >> 20,
                    step.spillBytes() >> 20,
                    step.peakHeapBytes() >> 20);
        }
    }

    /** Days as text, null where there are none. */
    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The moment as ISO text. */
    static String moment(Instant instant) {
        return instant.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
