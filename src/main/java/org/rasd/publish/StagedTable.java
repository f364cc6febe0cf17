package org.rasd.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.table.TableSpec;
import org.rasd.table.Violation;

/**
 * A table, or days of it, written and checked but not yet published.
 *
 * @param spec what it promises
 * @param scope what it replaces
 * @param files as they will be published; their bytes still lie in the staging folder
 * @param violations of its contract; empty where all is well
 */
public record StagedTable(TableSpec spec, Replace scope, List<PublishedFile> files, List<Violation> violations) {
    /** Copies. */
    public StagedTable {
        files = List.copyOf(files);
        violations = List.copyOf(violations);
    }

    /** Rows in all files. */
    public long rows() {
        return files.stream().mapToLong(PublishedFile::rows).sum();
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }

    /** Rows of each day that has some; for tables with folders for days. */
    public SortedMap<LocalDate, Long> rowsByDay() {
        SortedMap<LocalDate, Long> rows = new TreeMap<>();
        files.forEach(file -> rows.merge(Folders.day(file.folder()), file.rows(), Long::sum));
        return rows;
    }
}
