package org.rasd.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.KnownNullable;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MetadataBuilder;
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
        if (!shape.isEmpty()) {
            return new StagedTable(spec, scope, List.of(), shape);
        }
        write(spec, rows);
        List<PublishedFile> files = finish(spec);
        List<Violation> violations = new ArrayList<>(ContractCheck.violations(read(spec), spec));
        violations.addAll(strayDays(spec, scope, files));
        return new StagedTable(spec, scope, files, violations);
    }

    /** The rows as staged. */
    Dataset<Row> read(TableSpec spec) {
        return Reading.folder(spark, store.locate(path(spec)), spec.schema());
    }

    /** Where {@code spec} is staged. */
    String path(TableSpec spec) {
        return folder + "/" + spec.name();
    }

    private void write(TableSpec spec, Dataset<Row> rows) {
        Dataset<Row> shaped =
                rows.select(spec.columns().stream().map(Stager::canonical).toArray(Column[]::new));
        List<String> order = new ArrayList<>(spec.totalOrder());
        spec.partitionColumn().ifPresent(day -> order.add(0, day));
        Dataset<Row> spread = spec.partitionColumn()
                .map(day -> shaped.repartition(functions.col(day)))
                .orElseGet(() -> shaped.repartition(1));
        DataFrameWriter<Row> writer = spread.sortWithinPartitions(
                        order.stream().map(functions::col).toArray(Column[]::new))
                .write()
                .option("compression", "zstd")
                .option("maxRecordsPerFile", settings.maxRowsPerFile())
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        spec.partitionColumn().ifPresent(writer::partitionBy);
        writer.parquet(store.locate(path(spec)));
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

    private List<PublishedFile> finish(TableSpec spec) throws IOException {
        String staged = path(spec);
        Map<String, Integer> numbers = new HashMap<>();
        List<FileFinisher.Written> written = new ArrayList<>();
        for (String file : store.files(staged)) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            if (name.startsWith("part-")) {
                String published = spec.name() + file.substring(staged.length(), file.lastIndexOf('/'));
                int number = numbers.merge(published, 1, Integer::sum) - 1;
                written.add(new FileFinisher.Written(store.locate(file), published, number));
            }
        }
        if (written.isEmpty()) {
            return List.of();
        }
        FileFinisher finisher = new FileFinisher(spark.sessionState().newHadoopConf());
        int tasks = Math.min(written.size(), 2 * spark.sparkContext().defaultParallelism());
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(written, tasks)
                .map(finisher)
                .collect()
                .stream()
                .sorted(Comparator.comparing(PublishedFile::path))
                .toList();
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
