package org.rasd.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rasd.publish.Manifest.PublishedColumn;
import org.rasd.publish.Manifest.PublishedTable;

/** The SELECT by which DuckDB reads a published table, with its columns in the promised order. */
final class DuckDbViews {
    private static final Map<String, String> TYPES =
            Map.of("string", "VARCHAR", "timestamp", "TIMESTAMPTZ", "binary", "BLOB", "float", "FLOAT");

    private DuckDbViews() {}

    /** By a glob: for a file that people keep. */
    static String overGlob(String name, PublishedTable table, String location) {
        String days = table.partitionedBy() == null ? "" : table.partitionedBy() + "=*/";
        return select(table, literal(location + "/" + name + "/" + days + "*.parquet"));
    }

    /** By exactly {@code files}: one state of the warehouse. */
    static String overFiles(PublishedTable table, List<String> files) {
        return files.isEmpty()
                ? nothing(table)
                : select(table, files.stream().map(DuckDbViews::literal).collect(Collectors.joining(", ", "[", "]")));
    }

    static String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String select(PublishedTable table, String files) {
        if (table.files().isEmpty()) {
            return nothing(table); // a glob without a match is an error
        }
        String names =
                table.columns().stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
        String day = table.partitionedBy();
        String read = "read_parquet(" + files + (table.uniform() ? "" : ", union_by_name = true")
                + (day == null
                        ? ", hive_partitioning = false)"
                        : ", hive_partitioning = true, hive_types = {" + quote(day) + ": DATE})");
        return table.uniform()
                ? "SELECT " + names + " FROM " + read
                : "SELECT " + names + " FROM (SELECT * FROM " + read + " UNION ALL BY NAME " + nothing(table) + ")";
    }

    private static String nothing(PublishedTable table) {
        return table.columns().stream()
                .map(DuckDbViews::nullColumn)
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    private static String nullColumn(PublishedColumn column) {
        return "CAST(NULL AS " + type(column.type()) + ") AS " + quote(column.name());
    }

    private static String type(String spark) {
        return spark.startsWith("array<")
                ? type(spark.substring("array<".length(), spark.length() - 1)) + "[]"
                : TYPES.getOrDefault(spark, spark);
    }
}
