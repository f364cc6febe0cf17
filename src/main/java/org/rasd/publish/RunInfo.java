package org.rasd.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest tells about the run that published last.
 *
 * @param runId names the run in logs and reports
 * @param startedAt when the run began (UTC)
 * @param from first day of the run's interval, null for the whole archive
 * @param to last day of the run's interval, null for the whole archive
 * @param configurationHash hash of the effective configuration
 * @param versions of code, lexicon, models: a name and a version or hash each
 * @param backfill the last range that was published in pieces, by this run or an earlier one; null where there was none
 */
public record RunInfo(
        String runId,
        Instant startedAt,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String configurationHash,
        Map<String, String> versions,
        @Nullable Backfill backfill) {
    /** Sorts and copies. */
    public RunInfo {
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }
}
