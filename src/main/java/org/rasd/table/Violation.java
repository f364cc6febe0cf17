package org.rasd.table;

import java.util.List;

/**
 * One promise of a table that its rows break.
 *
 * @param table the table
 * @param check which promise: {@code columns}, {@code not_null}, {@code unique_keys} or the name of a check
 * @param detail what is wrong, for a person to read
 * @param rowCount rows that break it; 0 where it is not about rows
 * @param exampleKeys keys of some of them, least first
 */
public record Violation(String table, String check, String detail, long rowCount, List<String> exampleKeys) {
    /** Keeps the list unchangeable. */
    public Violation {
        exampleKeys = List.copyOf(exampleKeys);
    }

    /** The violation in one line. */
    public String message() {
        String rows = rowCount == 0 ? "" : " (" + rowCount + (rowCount == 1 ? " row)" : " rows)");
        String examples = exampleKeys.isEmpty() ? "" : ", for example " + String.join("; ", exampleKeys);
        return "table " + table + " breaks " + check + ": " + detail + rows + examples;
    }
}
