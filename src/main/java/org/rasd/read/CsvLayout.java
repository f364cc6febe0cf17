package org.rasd.read;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is laid out, where it does not say so itself.
 *
 * @param separator between columns; null: the one of comma, semicolon, tab and bar that the first line has most of
 * @param columns names of the columns for files without a header; empty: the first line holds them
 */
public record CsvLayout(@Nullable Character separator, List<String> columns) implements Serializable {
    /** Everything as the file says. */
    public static final CsvLayout FOUND = new CsvLayout(null, List.of());

    /** Keeps the list unchangeable. */
    public CsvLayout {
        columns = List.copyOf(columns);
    }
}
