package org.rasd.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Manifest.PublishedTable;
import org.rasd.table.TableSpec;

/**
 * The published tables, for reading only, as the manifest lists them at the moment of opening.
 *
 * <p>Fails when: the place is no warehouse. A file that a later publication replaced is gone, never changed: open again
 * and repeat the read.
 */
public final class Warehouse {
    private final Store store;
    private final Manifest manifest;

    Warehouse(Store store, Manifest manifest) {
        this.store = store;
        this.manifest = manifest;
    }

    /** The warehouse at a path of this machine, or at a URI that Hadoop reaches by its own files of configuration. */
    public static Warehouse open(String location) {
        return open(location, Configuration::new);
    }

    /**
     * The warehouse at {@code location}.
     *
     * @param hadoop how that is reached; asked only where it is not on this machine, since it takes long to load
     */
    public static Warehouse open(String location, Supplier<Configuration> hadoop) {
        return opened(
                location,
                () -> Stores.isLocal(location) ? Stores.local(location) : Stores.open(location, hadoop.get()));
    }

    private static Warehouse opened(String location, Opening opening) {
        try {
            Store store = opening.open();
            if (!store.exists(Manifest.PATH)) {
                throw new WarehouseException("Cannot open the warehouse: " + store.locate("") + ", got no "
                        + Manifest.PATH + " there; name the folder that a run published into");
            }
            return new Warehouse(store, manifest(store));
        } catch (IOException e) {
            throw new WarehouseException(
                    "Cannot open the warehouse: " + location + ", got " + e + "; check path and rights", e);
        }
    }

    private interface Opening {
        Store open() throws IOException;
    }

    static Manifest manifest(Store store) throws IOException {
        Manifest manifest = Json.read(store, Manifest.PATH, Manifest.class);
        if (manifest.formatVersion() > Manifest.FORMAT_VERSION) {
            throw new WarehouseException("Cannot read the warehouse: " + store.locate("") + ", got format "
                    + manifest.formatVersion() + "; use a newer version of Rasd");
        }
        return manifest;
    }

    Store store() {
        return store;
    }

    /** What is published. */
    public Manifest manifest() {
        return manifest;
    }

    /** Where it is, as Spark and DuckDB take it. */
    public String location() {
        return store.locate("");
    }

    /** Names of the published tables, sorted. */
    public List<String> tables() {
        return List.copyOf(manifest.tables().keySet());
    }

    /** True where {@code table} was published, be it without rows. */
    public boolean has(String table) {
        return manifest.tables().containsKey(table);
    }

    /** What is published under {@code table}; fails with the names that there are. */
    public PublishedTable table(String table) {
        PublishedTable found = manifest.tables().get(table);
        if (found == null) {
            throw new WarehouseException("Cannot find the table: got " + table + "; use one of "
                    + (tables().isEmpty() ? "none (nothing was published yet)" : String.join(", ", tables())));
        }
        return found;
    }

    /** Where the files of {@code table} are, sorted. */
    public List<String> files(String table) {
        return table(table).files().stream()
                .map(file -> store.locate(file.path()))
                .toList();
    }

    /** A glob for the files of {@code table} that catches nothing else. */
    public String glob(String table) {
        String days = table(table).partitionedBy() == null ? "" : table(table).partitionedBy() + "=*/";
        return store.locate(table) + "/" + days + "*.parquet";
    }

    /** All rows of {@code table}, with the columns that the manifest names. */
    public Dataset<Row> read(SparkSession spark, String table) {
        return read(spark, table, Published.schema(table(table)), any -> true);
    }

    /** All rows of {@code spec}'s table with the columns of {@code spec}; columns added since are null. */
    public Dataset<Row> read(SparkSession spark, TableSpec spec) {
        return read(spark, spec.name(), spec.schema(), any -> true);
    }

    /** The rows of {@code days} only; reads nothing else. An unpublished table has none. */
    public Dataset<Row> read(SparkSession spark, TableSpec spec, Collection<LocalDate> days) {
        Set<String> folders = days.stream().map(day -> Folders.day(spec, day)).collect(Collectors.toSet());
        return read(spark, spec.name(), spec.schema(), file -> folders.contains(file.folder()));
    }

    /** By the manifest's files, since a folder may hold others: those that an Iceberg table keeps for its last snapshot. */
    private Dataset<Row> read(SparkSession spark, String table, StructType schema, Predicate<PublishedFile> wanted) {
        List<PublishedFile> published = has(table) ? table(table).files() : List.of();
        List<String> files = published.stream()
                .filter(wanted)
                .map(file -> store.locate(file.path()))
                .toList();
        return Reading.paths(spark, store.locate(table), files, schema);
    }

    /** The days of which {@code spec}'s table has rows; none where it is not published. */
    public SortedSet<LocalDate> days(TableSpec spec) {
        SortedSet<LocalDate> days = new TreeSet<>();
        if (manifest.tables().containsKey(spec.name())) {
            table(spec.name()).files().forEach(file -> days.add(Folders.day(file.folder())));
        }
        return days;
    }
}
