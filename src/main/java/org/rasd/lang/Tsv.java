package org.rasd.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rasd.model.ConfRoot;

/** Reads the tab-separated lists of conf/lexicon: comment lines, a header row, then rows. */
public final class Tsv {
    private Tsv() {}

    /** One row with its place, for messages. */
    public record Row(String file, int line, Map<String, Integer> columns, String[] cells) {
        /** The cell under {@code column}, empty where the row or the table does not have it. */
        public String get(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.length ? "" : cells[at].strip();
        }
    }

    /** The rows of one file. */
    public static List<Row> read(ConfRoot conf, String file) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> header = Map.of();
        int number = 0;
        for (String line : conf.read(file).split("\r?\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header.isEmpty()) {
                String[] names = cells;
                header = IntStream.range(0, names.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> names[i].strip(), i -> i, (a, b) -> a));
            } else {
                rows.add(new Row(conf.describe(file), number, header, Arrays.copyOf(cells, cells.length)));
            }
        }
        return rows;
    }
}
