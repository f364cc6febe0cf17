package org.rasd.lang;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A row of a list as it stands, blanks and all, with its place. */
@NullMarked
record LexiconRow(String path, int line, List<String> columns, List<String> cells) {
    LexiconRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** The cell under {@code column}; empty where the row ends before it. */
    String get(String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    boolean isWhole() {
        return cells.size() == columns.size();
    }

    int cellCount() {
        return cells.size();
    }

    String place() {
        return path + ":" + line;
    }

    String problem(String cannot, String got, String advice) {
        return "Cannot " + cannot + ": " + place() + ", got \"" + got + "\"; " + advice;
    }
}
