package org.rasd.lang;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.rasd.model.ConfRoot;

/** One list as it stands on disk: comment lines, a header row, rows with every blank kept. */
@NullMarked
record LexiconFile(String path, List<String> comments, List<String> columns, List<LexiconRow> rows) {
    static final LexiconFile EMPTY = new LexiconFile("", List.of(), List.of(), List.of());

    LexiconFile {
        comments = List.copyOf(comments);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static LexiconFile read(ConfRoot conf, String relative) {
        String path = conf.describe(relative);
        List<String> comments = new ArrayList<>();
        List<LexiconRow> rows = new ArrayList<>();
        List<String> columns = List.of();
        int number = 0;
        for (String line : conf.read(relative).split("\r?\n", -1)) {
            number++;
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                List<String> cells = List.of(line.split("\t", -1));
                if (columns.isEmpty()) {
                    columns = cells;
                } else {
                    rows.add(new LexiconRow(path, number, columns, cells));
                }
            }
        }
        return new LexiconFile(path, comments, columns, rows);
    }

    boolean hasColumn(String column) {
        return columns.contains(column);
    }

    /** True where a comment line starts with {@code word} and says something after it. */
    boolean states(String word) {
        return comments.stream().anyMatch(line -> line.startsWith(word) && line.length() > word.length() + 1);
    }
}
