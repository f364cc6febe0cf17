package org.rasd.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rasd.publish.Manifest.PublishedColumn;
import org.rasd.publish.Manifest.PublishedTable;

/** Writes the SQL by which an engine finds the published tables under their names. */
enum ViewDialect {
    /** Views over globs that catch the table's files and nothing else. */
    DUCKDB("-- duckdb: .read views/duckdb.sql") {
        @Override
        String view(String name, PublishedTable table, String location) {
            return "CREATE OR REPLACE VIEW " + DuckDbViews.quote(name) + " AS\n"
                    + DuckDbViews.overGlob(name, table, location) + ";\n";
        }
    },
    /** Temporary views with the promised columns. */
    SPARK("-- Spark SQL: spark-sql -i views/spark.sql") {
        @Override
        String view(String name, PublishedTable table, String location) {
            String columns = table.columns().stream()
                    .map(column -> "  `" + column.name() + "` " + column.type().toUpperCase(Locale.ROOT) + " COMMENT '"
                            + column.description().replace("\\", "\\\\").replace("'", "\\'") + "'")
                    .collect(Collectors.joining(",\n"));
            return "CREATE OR REPLACE TEMPORARY VIEW `" + name + "` (\n" + columns + "\n) USING parquet OPTIONS (path '"
                    + location.replace("'", "\\'") + "/" + name + "');\n";
        }
    },
    /** External tables of the Hive connector; its catalogue is called hive and the schema rasd. */
    TRINO("-- Trino, Hive connector: trino --file views/trino.sql\nCREATE SCHEMA IF NOT EXISTS hive.rasd;") {
        @Override
        String view(String name, PublishedTable table, String location) {
            // Trino wants partition columns last.
            List<PublishedColumn> ordered = table.columns().stream()
                    .sorted(Comparator.comparing(column -> column.name().equals(table.partitionedBy())))
                    .toList();
            String columns = ordered.stream()
                    .map(column -> "  \"" + column.name() + "\" " + trinoType(column.type()))
                    .collect(Collectors.joining(",\n"));
            String day = table.partitionedBy();
            String uri = location.startsWith("/") ? "file://" + location : location;
            return "DROP TABLE IF EXISTS hive.rasd.\"" + name + "\";\nCREATE TABLE hive.rasd.\"" + name + "\" (\n"
                    + columns
                    + "\n) WITH (format = 'PARQUET', external_location = '" + uri.replace("'", "''") + "/" + name + "'"
                    + (day == null
                            ? ");\n"
                            : ", partitioned_by = ARRAY['" + day + "']);\nCALL"
                                    + " hive.system.sync_partition_metadata('rasd', '" + name + "', 'FULL');\n");
        }
    };

    private static final Map<String, String> TRINO_TYPES = Map.of(
            "string", "varchar", "int", "integer", "float", "real", "binary", "varbinary", "timestamp", "timestamp(6)");

    private final String header;

    ViewDialect(String header) {
        this.header = header;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".sql";
    }

    /** All tables of {@code manifest}, which lie at {@code location}. */
    String write(Manifest manifest, String location) {
        return header + "\n-- Written anew at each publication; the tables lie in " + location.replaceAll("\\R", " ")
                + "\n"
                + manifest.tables().entrySet().stream()
                        .map(table -> view(table.getKey(), table.getValue(), location))
                        .collect(Collectors.joining("\n"));
    }

    abstract String view(String name, PublishedTable table, String location);

    private static String trinoType(String type) {
        return type.startsWith("array<")
                ? "array(" + trinoType(type.substring("array<".length(), type.length() - 1)) + ")"
                : TRINO_TYPES.getOrDefault(type, type);
    }
}
