package org.rasd.publish;

import java.time.Duration;

/**
 * How tables are written.
 *
 * @param maxRowsPerFile a day with more rows is split into several files
 * @param lockStaleAfter a writer on another host that has not renewed its lock for so long counts as dead
 * @param format as what tables are published
 */
public record PublishSettings(long maxRowsPerFile, Duration lockStaleAfter, Format format) {
    /** As what tables are published. */
    public enum Format {
        /** Plain Parquet in Hive layout. */
        PARQUET,
        /** The same files, and Iceberg tables over them. */
        ICEBERG
    }

    /** Refuses values that cannot work. */
    public PublishSettings {
        if (maxRowsPerFile < 1) {
            throw new IllegalArgumentException(
                    "Cannot set publish.max_rows_per_file: rows, got " + maxRowsPerFile + "; use 1 or more");
        }
        if (lockStaleAfter.compareTo(Duration.ofMinutes(2)) < 0) {
            throw new IllegalArgumentException(
                    "Cannot set publish.lock_stale_after: time, got " + lockStaleAfter + "; use 2 minutes or more");
        }
    }

    /** Plain Parquet, one million rows a file; a lock is stale after 15 minutes without renewal. */
    public static PublishSettings defaults() {
        return new PublishSettings(1_000_000, Duration.ofMinutes(15), Format.PARQUET);
    }
}
