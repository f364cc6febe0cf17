package org.rasd.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is published: every table with its columns and files, and the run that published last.
 *
 * @param formatVersion of this file; a reader refuses a newer one
 * @param tables by name, sorted
 * @param run the last run that published; null before the first
 * @param iceberg of a warehouse of Iceberg tables; null for plain Parquet
 */
public record Manifest(
        int formatVersion,
        Map<String, PublishedTable> tables,
        @Nullable RunInfo run,
        @Nullable Iceberg iceberg) {
    static final String PATH = "_rasd/manifest.json";
    static final int FORMAT_VERSION = 1;

    /** Sorts and copies. */
    public Manifest {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    static Manifest empty() {
        return new Manifest(FORMAT_VERSION, Map.of(), null, null);
    }

    /** Files that stay beside those of the tables. */
    List<String> kept() {
        return iceberg == null ? List.of() : iceberg.kept();
    }

    /**
     * What a warehouse of Iceberg tables has more.
     *
     * @param kept files that the last publication replaced, for readers of the snapshots before it; gone with the next
     */
    public record Iceberg(List<String> kept) {
        /** Copies. */
        public Iceberg {
            kept = List.copyOf(kept);
        }
    }

    /**
     * One table.
     *
     * @param grain what one row is
     * @param keys columns that identify a row
     * @param partitionedBy the date column of its folders; null for a table in one piece
     * @param columns in order
     * @param uniform false where files that stayed from before lack columns that were added since
     * @param rows in all files
     * @param bytes of all files
     * @param files sorted by path
     */
    public record PublishedTable(
            String grain,
            List<String> keys,
            @Nullable String partitionedBy,
            List<PublishedColumn> columns,
            boolean uniform,
            long rows,
            long bytes,
            List<PublishedFile> files) {
        /** Copies. */
        public PublishedTable {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
            files = List.copyOf(files);
        }
    }

    /**
     * One column.
     *
     * @param type as SQL writes it, for example {@code array<string>}
     */
    public record PublishedColumn(String name, String type, boolean nullable, String description) {}

    /**
     * One file.
     *
     * @param path relative to the warehouse
     * @param sha256 of its bytes, in hex
     */
    public record PublishedFile(String path, long rows, long bytes, String sha256) implements java.io.Serializable {
        /** The folder that holds it. */
        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }
}
