package org.rasd.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the rows of a query are printed. */
public enum ResultFormat {
    /** Aligned columns under their names, for people; long cells are cut. */
    TABLE {
        @Override
        ResultWriter writer(Appendable out, List<String> columns) {
            return new TableWriter(out, columns);
        }
    },
    /** RFC 4180 with a header; null is an empty cell, an empty text a quoted one, lists are JSON. */
    CSV {
        @Override
        ResultWriter writer(Appendable out, List<String> columns) {
            return new CsvWriter(out, columns);
        }
    },
    /** One JSON object a row and nothing else; lists are arrays, dates and instants ISO text, numbers numbers. */
    JSONL {
        @Override
        ResultWriter writer(Appendable out, List<String> columns) {
            return new JsonLinesWriter(out, columns);
        }
    };

    abstract ResultWriter writer(Appendable out, List<String> columns);

    /** The name as users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that {@code label} names, if any. */
    public static Optional<ResultFormat> find(String label) {
        return Stream.of(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }
}
