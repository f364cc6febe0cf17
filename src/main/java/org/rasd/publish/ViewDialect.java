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
            return create(name, DuckDbViews.overGlob(name, table, location));
        }

        @Override
        String overIceberg(String name, PublishedTable table, String location) {
            List<String> files = table.files().stream()
                    .map(file -> location + "/" + file.path())
                    .toList();
            return create(name, DuckDbViews.overFiles(table, files));
        }

        private String create(String name, String select) {
            return "CREATE OR REPLACE VIEW " + DuckDbViews.quote(name) + " AS\n" + select + ";\n";
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

        @Override
        String overIceberg(String name, PublishedTable table, String location) {
            return "CREATE OR REPLACE TEMPORARY VIEW `" + name + "` AS SELECT * FROM rasd.iceberg.`" + name + "`;\n";
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
            return "DROP TABLE IF EXISTS hive.rasd.\"" + name + "\";\nCREATE TABLE hive.rasd.\"" + name + "\" (\n"
                    + columns
                    + "\n) WITH (format = 'PARQUET', external_location = '"
                    + uri(location).replace("'", "''") + "/" + name + "'"
                    + (day == null
                            ? ");\n"
                            : ", partitioned_by = ARRAY['" + day + "']);\nCALL"
                                    + " hive.system.sync_partition_metadata('rasd', '" + name + "', 'FULL');\n");
        }

        @Override
        String overIceberg(String name, PublishedTable table, String location) {
            return "CALL iceberg.system.register_table(schema_name => 'rasd', table_name => '" + name
                    + "', table_location => '" + uri(location).replace("'", "''") + "/" + Folders.ICEBERG + "/" + name
                    + "');\n";
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
                        .map(table -> manifest.iceberg() == null
                                ? view(table.getKey(), table.getValue(), location)
                                : overIceberg(table.getKey(), table.getValue(), location))
                        .collect(Collectors.joining("\n"));
    }

    /** Over the files of a table of plain Parquet. */
    abstract String view(String name, PublishedTable table, String location);

    /** Over an Iceberg table, or the files of its last snapshot. */
    abstract String overIceberg(String name, PublishedTable table, String location);

    private static String uri(String location) {
        return location.startsWith("/") ? "file://" + location : location;
    }

    private static String trinoType(String type) {
        return type.startsWith("array<")
                ? "array(" + trinoType(type.substring("array<".length(), type.length() - 1)) + ")"
                : TRINO_TYPES.getOrDefault(type, type);
    }
}
