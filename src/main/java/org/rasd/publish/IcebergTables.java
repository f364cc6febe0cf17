package org.rasd.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Types;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Manifest.PublishedTable;

/**
 * Iceberg tables over the published files, under {@code iceberg/<table>} of the warehouse: the same bytes, which passed
 * the same checks, known to Iceberg too.
 *
 * <p>A table follows the manifest by one commit; one that follows it already stays as it is, so that a publication that
 * broke off is made good by the next start. Readers see a whole snapshot of a table; that before the last change can be read
 * until the next publication, which keeps its files as long. Needs Iceberg's Spark runtime on the class path. Cost: a commit
 * a table, the end of each new file read, and one line of metadata a file.
 */
final class IcebergTables {
    private final HadoopTables tables;
    private final Store store;

    IcebergTables(Store store, Configuration hadoop) {
        this.store = store;
        this.tables = new HadoopTables(hadoop);
    }

    /** Fails with what to do where {@code classes} lack Iceberg. */
    static void check(ClassLoader classes) {
        try {
            Class.forName("org.apache.iceberg.spark.SparkSchemaUtil", false, classes);
        } catch (ClassNotFoundException e) {
            throw new WarehouseException(
                    "Cannot publish Iceberg tables: rasd.publish.format, got iceberg without Iceberg's Spark runtime on the"
                            + " class path; set RASD_PROFILE=iceberg, or give spark-submit --packages"
                            + " org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.12.0",
                    e);
        }
    }

    /** Makes every table what {@code manifest} says. */
    void follow(Manifest manifest) throws IOException {
        for (Map.Entry<String, PublishedTable> table : manifest.tables().entrySet()) {
            try {
                follow(table.getKey(), table.getValue());
            } catch (RuntimeException e) { // Iceberg's own, of files too
                throw new IOException("Iceberg table " + table.getKey() + ": " + e.getMessage(), e);
            }
        }
    }

    private void follow(String name, PublishedTable published) throws IOException {
        Schema schema = SparkSchemaUtil.convert(Published.schema(published));
        String location = store.locate(Folders.ICEBERG + "/" + name);
        Table table = tables.exists(location) ? tables.load(location) : create(schema, published, location);
        Map<String, PublishedFile> added = new HashMap<>();
        published.files().forEach(file -> added.put(store.locate(file.path()), file));
        List<DataFile> gone = new ArrayList<>();
        for (DataFile known : files(table)) {
            if (added.remove(known.location()) == null) {
                gone.add(known);
            }
        }
        List<Types.NestedField> columns = schema.columns().stream()
                .filter(column -> table.schema().findField(column.name()) == null)
                .toList();
        boolean changes = !added.isEmpty() || !gone.isEmpty() || !columns.isEmpty();
        if (changes) {
            Transaction change = table.newTransaction();
            extend(change, columns);
            nameColumns(change);
            replace(change, added, gone);
            change.commitTransaction();
        }
        expire(table, changes ? 2 : 1);
    }

    private Table create(Schema schema, PublishedTable published, String location) {
        PartitionSpec.Builder days = PartitionSpec.builderFor(schema);
        if (published.partitionedBy() != null) {
            days.identity(published.partitionedBy());
        }
        return tables.create(
                schema,
                days.build(),
                Map.of(
                        TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                        "true",
                        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                        "2"),
                location);
    }

    /** Columns are found by name, since files that Spark wrote have no numbers for them; a table gives its own ones. */
    private static void nameColumns(Transaction change) {
        String names =
                NameMappingParser.toJson(MappingUtil.create(change.table().schema()));
        if (!names.equals(change.table().properties().get(TableProperties.DEFAULT_NAME_MAPPING))) {
            change.updateProperties()
                    .set(TableProperties.DEFAULT_NAME_MAPPING, names)
                    .commit();
        }
    }

    private static List<DataFile> files(Table table) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            tasks.forEach(task -> files.add(task.file().copyWithoutStats()));
        }
        return files;
    }

    private static void extend(Transaction change, List<Types.NestedField> columns) {
        if (!columns.isEmpty()) {
            UpdateSchema schema = change.updateSchema();
            columns.forEach(column -> schema.addColumn(column.name(), column.type(), column.doc()));
            schema.commit();
        }
    }

    /** In one snapshot. */
    private static void replace(Transaction change, Map<String, PublishedFile> added, List<DataFile> gone) {
        if (!added.isEmpty() || !gone.isEmpty()) {
            OverwriteFiles snapshot = change.newOverwrite();
            added.forEach((path, file) -> snapshot.addFile(file(change.table(), path, file)));
            gone.forEach(snapshot::deleteFile);
            snapshot.commit();
        }
    }

    /** Forgets the snapshots before the last {@code retained}; of files only metadata go, the others are the warehouse's. */
    private static void expire(Table table, int retained) {
        int known = 0;
        for (var unused : table.snapshots()) {
            known++;
        }
        if (known > retained) {
            String metadata = table.location() + "/metadata/";
            table.expireSnapshots()
                    .expireOlderThan(System.currentTimeMillis())
                    .retainLast(retained)
                    .deleteWith(path -> {
                        if (path.startsWith(metadata)) {
                            table.io().deleteFile(path);
                        }
                    })
                    .commit();
        }
    }

    /** With what the file's end tells of its columns, so that readers pass over files that cannot hold what they ask for. */
    private static DataFile file(Table table, String path, PublishedFile file) {
        PartitionSpec spec = table.spec();
        Metrics columns = ParquetUtil.fileMetrics(
                table.io().newInputFile(path, file.bytes()),
                MetricsConfig.forTable(table),
                MappingUtil.create(table.schema()));
        DataFiles.Builder described = DataFiles.builder(spec)
                .withPath(path)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withMetrics(columns)
                .withRecordCount(file.rows());
        if (spec.isPartitioned()) {
            LocalDate day = Folders.day(file.folder());
            PartitionData partition = new PartitionData(spec.partitionType());
            partition.set(0, Math.toIntExact(day.toEpochDay()));
            described.withPartition(partition);
        }
        return described.build();
    }
}
