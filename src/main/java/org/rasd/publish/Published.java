package org.rasd.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.rasd.publish.Manifest.PublishedColumn;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Manifest.PublishedTable;
import org.rasd.table.ColumnSpec;
import org.rasd.table.TableSpec;

/** Between a table's spec and what the manifest says of it. */
final class Published {
    private Published() {}

    /** The table after a publication: {@code files}, of which some may have been there {@code before}. */
    static PublishedTable describe(
            TableSpec spec, List<PublishedFile> files, @org.jspecify.annotations.Nullable PublishedTable before) {
        List<PublishedColumn> columns = spec.columns().stream()
                .map(column ->
                        new PublishedColumn(column.name(), column.typeName(), column.nullable(), column.description()))
                .toList();
        long rows = files.stream().mapToLong(PublishedFile::rows).sum();
        long bytes = files.stream().mapToLong(PublishedFile::bytes).sum();
        return new PublishedTable(
                spec.grain(),
                spec.keys(),
                spec.partitionColumn().orElse(null),
                columns,
                uniform(spec, files, before),
                rows,
                bytes,
                files);
    }

    private static boolean uniform(
            TableSpec spec, List<PublishedFile> files, @org.jspecify.annotations.Nullable PublishedTable before) {
        if (before == null) {
            return true;
        }
        Set<String> stayed = before.files().stream().map(PublishedFile::path).collect(Collectors.toSet());
        boolean sameColumns = before.columns().size() == spec.columns().size();
        return (before.uniform() && sameColumns) || files.stream().noneMatch(file -> stayed.contains(file.path()));
    }

    static StructType schema(PublishedTable table) {
        return new StructType(table.columns().stream()
                .map(column -> new StructField(column.name(), DataType.fromDDL(column.type()), true, Metadata.empty())
                        .withComment(column.description()))
                .toArray(StructField[]::new));
    }

    /** Why {@code spec} would break readers of the table as published; empty where it only adds columns. */
    static List<String> breaks(TableSpec spec, PublishedTable old) {
        Map<String, ColumnSpec> now =
                spec.columns().stream().collect(Collectors.toMap(ColumnSpec::name, Function.identity()));
        List<String> problems = new ArrayList<>();
        for (PublishedColumn column : old.columns()) {
            ColumnSpec kept = now.get(column.name());
            if (kept == null) {
                problems.add("column " + column.name() + " would be gone");
            } else if (!kept.typeName().equals(column.type())) {
                problems.add(
                        "column " + column.name() + " would turn from " + column.type() + " to " + kept.typeName());
            }
        }
        if (!spec.keys().equals(old.keys())) {
            problems.add("its keys would change from " + old.keys() + " to " + spec.keys());
        }
        if (!spec.partitionColumn().equals(java.util.Optional.ofNullable(old.partitionedBy()))) {
            problems.add("its folders would change from " + layout(old.partitionedBy()) + " to "
                    + layout(spec.partitionColumn().orElse(null)));
        }
        return problems;
    }

    /** Added columns that promise a value in every row, which rows that stay cannot have. */
    static List<String> unfilled(TableSpec spec, PublishedTable old) {
        Set<String> known = old.columns().stream().map(PublishedColumn::name).collect(Collectors.toSet());
        return spec.columns().stream()
                .filter(column -> !column.nullable() && !known.contains(column.name()))
                .map(column -> "added column " + column.name() + " would be null in the days that stay")
                .toList();
    }

    private static String layout(@org.jspecify.annotations.Nullable String column) {
        return column == null ? "one piece" : "one for each " + column;
    }
}
