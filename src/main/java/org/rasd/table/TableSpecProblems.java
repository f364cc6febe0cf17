package org.rasd.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DateType;

/** Finds all that is wrong with the parts of a table. */
final class TableSpecProblems {
    /** Safe as a folder, an SQL identifier and a view's name; a name from outside cannot leave the warehouse. */
    static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** Folders of a warehouse that are no tables. */
    private static final Set<String> RESERVED = Set.of("views");

    private final String table;
    private final List<ColumnSpec> columns;
    private final Map<String, ColumnSpec> byName = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    TableSpecProblems(String table, List<ColumnSpec> columns) {
        this.table = table;
        this.columns = columns;
    }

    List<String> find(
            String grain,
            List<String> keys,
            Optional<String> partitionColumn,
            List<String> sortColumns,
            List<RowCheck> checks,
            List<TotalCheck> totals) {
        name(grain);
        columns.forEach(this::column);
        keys(keys);
        sortColumns.forEach(name -> known("sort column", name));
        partitionColumn.ifPresent(this::partition);
        checks(checks, totals);
        return found;
    }

    private void name(String grain) {
        if (!SNAKE_CASE.matcher(table).matches() || RESERVED.contains(table)) {
            add("name", table, "use a name in snake case, at most 63 letters, digits and _, other than " + RESERVED);
        }
        if (grain.isBlank()) {
            add("grain", "nothing", "say what one row is");
        }
        if (columns.isEmpty()) {
            add("columns", "none", "give at least one");
        }
    }

    private void column(ColumnSpec column) {
        String what = "column " + column.name();
        if (!SNAKE_CASE.matcher(column.name()).matches()) {
            add("column name", column.name(), "use snake case");
        }
        if (byName.put(column.name(), column) != null) {
            add(what, "it twice", "name each column once");
        }
        if (column.description().isBlank()) {
            add(what + " description", "nothing", "say meaning, unit and when it is null");
        }
        if (column.example().isBlank()) {
            add(what + " example", "nothing", "give a value as it may stand in the table");
        }
    }

    private void keys(List<String> keys) {
        if (keys.isEmpty()) {
            add("keys", "none", "name the columns that identify a row");
        }
        for (String key : keys) {
            ColumnSpec column = known("key", key);
            if (column != null && column.nullable()) {
                add("key " + key, "a column that may be null", "make it required or choose another key");
            }
        }
    }

    private void partition(String name) {
        ColumnSpec column = known("partition column", name);
        if (column != null && (column.nullable() || !(column.type() instanceof DateType))) {
            add("partition column " + name, column.typeName(), "use a date column that is never null");
        }
    }

    private void checks(List<RowCheck> checks, List<TotalCheck> totals) {
        Set<String> names = new HashSet<>();
        for (RowCheck check : checks) {
            checkName(check.name(), names);
            try {
                functions.expr(check.condition());
            } catch (Exception e) { // Spark throws a checked ParseException that it does not declare
                add("check " + check.name(), check.condition(), "write an SQL condition over the columns");
            }
        }
        for (TotalCheck total : totals) {
            checkName(total.name(), names);
        }
    }

    private void checkName(String name, Set<String> names) {
        if (!SNAKE_CASE.matcher(name).matches() || !names.add(name)) {
            add("check name", name, "use snake case, each name once");
        }
    }

    private @org.jspecify.annotations.Nullable ColumnSpec known(String role, String name) {
        ColumnSpec column = byName.get(name);
        if (column == null) {
            add(
                    role,
                    name,
                    "name one of its columns: "
                            + String.join(
                                    ", ", byName.keySet().stream().sorted().toList()));
        }
        return column;
    }

    private void add(String what, String got, String advice) {
        found.add("Cannot describe table " + table + ": " + what + ", got " + got + "; " + advice);
    }
}
