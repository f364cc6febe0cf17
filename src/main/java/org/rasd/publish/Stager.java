package org.rasd.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.KnownNullable;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.table.ColumnSpec;
import org.rasd.table.ContractCheck;
import org.rasd.table.TableSpec;
import org.rasd.table.Violation;

/**
 * Writes tables into the staging folder as they will be published.
 *
 * <p>The same rows give the same bytes, whatever their order and partitioning before: a day is written by one task, in
 * an order without ties, and columns are declared alike whether or not the plan knows them to be never null.
 */
final class Stager {
    private final SparkSession spark;
    private final Store store;
    private final String folder;
    private final PublishSettings settings;

    /**
     * @param folder of this publication, relative to the warehouse
     */
    Stager(SparkSession spark, Store store, String folder, PublishSettings settings) {
        this.spark = spark;
        this.store = store;
        this.folder = folder;
        this.settings = settings;
    }

    /** Writes and checks; a table with the wrong columns is not written at all. */
    StagedTable stage(TableSpec spec, Dataset<Row> rows, Replace scope) throws IOException {
        List<Violation> shape = ContractCheck.columns(rows, spec);
        return shape.isEmpty() ? stage(spec, parts(spec, rows), scope) : new StagedTable(spec, scope, List.of(), shape);
    }

    /** Runs tasks that write {@code spec}, and checks what they wrote. */
    StagedTable stage(TableSpec spec, JavaRDD<Part> tasks, Replace scope) throws IOException {
        Parts parts = Parts.of(tasks);
        sweep(spec, parts.files());
        List<Violation> violations =
                new ArrayList<>(parts.suspect() ? ContractCheck.violations(read(spec), spec) : List.of());
        violations.addAll(strayDays(spec, scope, parts.files()));
        return new StagedTable(spec, scope, parts.files(), violations);
    }

    /** Tasks that write {@code rows}, each whole days of them. */
    JavaRDD<Part> parts(TableSpec spec, Dataset<Row> rows) throws IOException {
        return placedParts(
                spec,
                spec.partitionColumn()
                        .map(day -> rows.repartition(functions.col(day)))
                        .orElseGet(() -> rows.repartition(1)));
    }

    /** The same for rows of which whole days lie in one partition. */
    JavaRDD<Part> placedParts(TableSpec spec, Dataset<Row> rows) throws IOException {
        TableFiles files = files(spec);
        JavaRDD<InternalRow> sorted = rows.select(columns(spec))
                .sortWithinPartitions(order(spec))
                .queryExecution()
                .toRdd()
                .toJavaRDD();
        JavaRDD<InternalRow> some = sorted.getNumPartitions() > 0
                ? sorted
                : JavaSparkContext.fromSparkContext(spark.sparkContext()).<InternalRow>parallelize(List.of(), 1);
        return some.mapPartitions(task -> List.of(written(task, files)).iterator());
    }

    private static Part written(Iterator<InternalRow> rows, TableFiles files) {
        try (TableFiles.Writing writing = files.open()) {
            rows.forEachRemaining(writing::write);
            return writing.finish();
        }
    }

    /** Files of {@code spec}, for tasks that write it themselves. */
    TableFiles files(TableSpec spec) throws IOException {
        StructType shape = spark.createDataFrame(List.of(), spec.schema())
                .select(columns(spec))
                .schema();
        return TableFiles.under(store.locate(path(spec)), spark, spec, shape, settings);
    }

    /** Tasks that failed or ran twice leave files that nobody counts. */
    private void sweep(TableSpec spec, List<PublishedFile> files) throws IOException {
        String folder =
                path(spec).substring(0, path(spec).length() - spec.name().length());
        Set<String> counted = files.stream().map(file -> folder + file.path()).collect(Collectors.toSet());
        for (String file : store.files(path(spec))) {
            if (!counted.contains(file)) {
                store.remove(file);
            }
        }
    }

    /** The rows as staged. */
    Dataset<Row> read(TableSpec spec) {
        String location = store.locate(path(spec));
        try {
            return store.exists(path(spec))
                    ? Reading.folder(spark, location, spec.schema())
                    : Reading.paths(spark, location, List.of(), spec.schema());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + location, e);
        }
    }

    /** Where {@code spec} is staged. */
    String path(TableSpec spec) {
        return folder + "/" + spec.name();
    }

    private static Column[] order(TableSpec spec) {
        return Stream.concat(spec.partitionColumn().stream(), spec.totalOrder().stream())
                .distinct()
                .map(functions::col)
                .toArray(Column[]::new);
    }

    /** The columns as files declare them, the day last. */
    private static Column[] columns(TableSpec spec) {
        String day = spec.partitionColumn().orElse("");
        return spec.columns().stream()
                .sorted(Comparator.comparing(
                        (ColumnSpec column) -> column.name().equals(day)))
                .map(Stager::canonical)
                .toArray(Column[]::new);
    }

    /** Declared as one that may be null, elements of lists too: what the plan knows must not show in the bytes. */
    private static Column canonical(ColumnSpec column) {
        Column cell = functions.col(column.name());
        if (column.type() instanceof ArrayType) {
            cell = functions.transform(cell, Stager::mayBeNull);
        }
        cell = mayBeNull(cell);
        return cell.as(
                column.name(),
                new MetadataBuilder().putString("comment", column.description()).build());
    }

    private static Column mayBeNull(Column cell) {
        return new Column(new KnownNullable(cell.expr()));
    }

    private static List<Violation> strayDays(TableSpec spec, Replace scope, List<PublishedFile> files) {
        if (!(scope instanceof Replace.Days days)) {
            return List.of();
        }
        Set<String> allowed =
                days.days().stream().map(day -> Folders.day(spec, day)).collect(Collectors.toSet());
        Set<String> stray = new TreeSet<>();
        long rows = 0;
        for (PublishedFile file : files) {
            if (!allowed.contains(file.folder())) {
                stray.add(file.folder().substring(file.folder().lastIndexOf('/') + 1));
                rows += file.rows();
            }
        }
        return stray.isEmpty()
                ? List.of()
                : List.of(new Violation(
                        spec.name(),
                        "replaced_days",
                        "rows of days that are not to be replaced",
                        rows,
                        stray.stream().limit(3).toList()));
    }
}
