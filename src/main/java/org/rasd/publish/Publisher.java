package org.rasd.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.rasd.table.ContractCheck;
import org.rasd.table.TableSpec;
import org.rasd.table.Violation;

/**
 * Writes to a warehouse: stage tables, then {@link #commit} all of them or none.
 *
 * <p>Shape: open, {@code stage} once for each table, {@code commit}, close; what was not committed is removed. Keeps
 * true: whenever the process dies, the tables are the old or the new ones as soon as a publisher was opened again.
 * Fails when: another process writes, the place is not a warehouse, rights are missing, promises are broken. Sets on the
 * session: Parquet timestamps as microseconds, and few tasks for listing folders. Cost: rows are shuffled once by day,
 * written, and read back for the checks.
 */
public final class Publisher implements AutoCloseable {
    /** Tables staged at a time. */
    private static final int AT_ONCE = 3;

    private final SparkSession spark;
    private final Store store;
    private final WarehouseLock lock;
    private final Manifest before;
    private final Swap swap;
    private final PublishSettings settings;
    private final String publication;
    private final Stager stager;
    private final Map<String, StagedTable> staged = new LinkedHashMap<>();

    private Publisher(
            SparkSession spark, Store store, WarehouseLock lock, Swap swap, Manifest before, PublishSettings settings) {
        this.spark = spark;
        this.store = store;
        this.lock = lock;
        this.swap = swap;
        this.settings = settings;
        this.before = before;
        this.publication = UUID.randomUUID().toString();
        this.stager = new Stager(spark, store, Folders.STAGING + publication, settings);
    }

    /** Opens the warehouse at {@code location} for writing; makes it where the folder is empty or not there. */
    public static Publisher open(SparkSession spark, String location, PublishSettings settings) {
        try {
            return open(spark, Stores.open(location, spark.sessionState().newHadoopConf()), settings);
        } catch (IOException e) {
            throw new WarehouseException(
                    "Cannot write to the warehouse: " + location + ", got " + e + "; check path, rights and space", e);
        }
    }

    static Publisher open(SparkSession spark, Store store, PublishSettings settings) throws IOException {
        refuseForeign(store);
        Swap.Follower follower = follower(spark, store, settings);
        spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        spark.conf()
                .set(
                        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
                        2 * spark.sparkContext().defaultParallelism());
        WarehouseLock lock = take(store, settings);
        try {
            Swap swap = new Swap(store, follower);
            swap.recover();
            store.remove(Folders.STAGING);
            store.remove(Folders.TRASH);
            if (!store.exists(Manifest.PATH)) {
                store.write(Manifest.PATH, Json.write(Manifest.empty()));
            }
            Manifest before = Warehouse.manifest(store);
            follower.follow(before); // where it was plain Parquet up to now
            return new Publisher(spark, store, lock, swap, before, settings);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void refuseForeign(Store store) throws IOException {
        if (!store.exists(Folders.OWN) && !store.list("").isEmpty()) {
            throw new WarehouseException("Cannot write to the warehouse: " + store.locate("")
                    + ", got a folder with other files and no " + Folders.OWN + "; name an empty or a new folder");
        }
    }

    private static Swap.Follower follower(SparkSession spark, Store store, PublishSettings settings)
            throws IOException {
        if (settings.format() == PublishSettings.Format.ICEBERG) {
            IcebergTables.check(Publisher.class.getClassLoader());
            return manifest -> new IcebergTables(store, spark.sessionState().newHadoopConf()).follow(manifest);
        }
        if (store.exists(Folders.ICEBERG)) {
            throw new WarehouseException("Cannot write to the warehouse: rasd.publish.format, got parquet, but "
                    + store.locate("") + " holds Iceberg tables, which would be left behind; set it to iceberg");
        }
        return manifest -> {};
    }

    private static WarehouseLock take(Store store, PublishSettings settings) throws IOException {
        try {
            return WarehouseLock.take(store, settings.lockStaleAfter());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock", e);
        }
    }

    /** The tables as they were published before. */
    public Warehouse published() {
        return new Warehouse(store, before);
    }

    /**
     * Writes and checks one table, or days of it; broken promises are told by the result and refused by {@link #commit}.
     *
     * @param rows with exactly the columns of {@code spec}, in any order
     */
    public StagedTable stage(TableSpec spec, Dataset<Row> rows, Replace scope) {
        refuseBreaks(spec, scope);
        return staged(spec, () -> stager.stage(spec, rows, scope));
    }

    /** Files of {@code spec}, for tasks that write its rows themselves and hand their parts to {@link #stage(TableSpec, JavaRDD, Replace)}. */
    public TableFiles files(TableSpec spec) {
        try {
            return stager.files(spec);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stage table " + spec.name() + " in " + store.locate(""), e);
        }
    }

    /** Tasks that write {@code rows} of {@code spec}, for {@link #stage(TableSpec, JavaRDD, Replace)}. */
    public JavaRDD<Part> parts(TableSpec spec, Dataset<Row> rows) {
        try {
            return stager.parts(spec, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stage table " + spec.name() + " in " + store.locate(""), e);
        }
    }

    /** The same where each day lies in one partition of {@code rows} as it is. */
    public JavaRDD<Part> placedParts(TableSpec spec, Dataset<Row> rows) {
        try {
            return stager.placedParts(spec, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stage table " + spec.name() + " in " + store.locate(""), e);
        }
    }

    /** Runs {@code tasks}, each of which writes whole days of {@code spec}, and checks what they wrote. */
    public StagedTable stage(TableSpec spec, JavaRDD<Part> tasks, Replace scope) {
        refuseBreaks(spec, scope);
        return staged(spec, () -> stager.stage(spec, tasks, scope));
    }

    private StagedTable staged(TableSpec spec, Callable<StagedTable> staging) {
        try {
            StagedTable table = staging.call();
            staged.put(spec.name(), table);
            return table;
        } catch (Exception | FSError e) { // of Spark too, which throws checked ones undeclared
            throw WriteFailure.ofTable(spec.name(), store.locate(""), e);
        }
    }

    /**
     * Stages several tables, some at a time, since each alone leaves most of a cluster idle; otherwise as {@link #stage}.
     *
     * @param requests in the order in which they are to be published
     */
    public void stageAll(List<Request> requests) {
        requests.forEach(request -> refuseBreaks(request.table(), request.scope()));
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, requests.size())));
        try {
            Map<TableSpec, Future<StagedTable>> running = new LinkedHashMap<>();
            requests.forEach(request -> running.put(
                    request.table(),
                    threads.submit(() -> stager.stage(request.table(), request.rows(), request.scope()))));
            for (Map.Entry<TableSpec, Future<StagedTable>> table : running.entrySet()) {
                staged.put(table.getKey().name(), result(table.getKey(), table.getValue()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private StagedTable result(TableSpec spec, Future<StagedTable> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw WriteFailure.ofTable(spec.name(), store.locate(""), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WarehouseException(
                    "Cannot stage table " + spec.name() + ": the run, got interrupted; run it again", e);
        }
    }

    private void refuseBreaks(TableSpec spec, Replace scope) {
        if (staged.containsKey(spec.name())) {
            throw new IllegalStateException("Cannot stage table " + spec.name() + ": it is staged already");
        }
        List<String> problems = new ArrayList<>();
        if (scope instanceof Replace.Days && spec.partitionColumn().isEmpty()) {
            problems.add("days cannot be replaced where it has no folders for days");
        }
        if (before.tables().containsKey(spec.name())) {
            problems.addAll(Published.breaks(spec, published().table(spec.name())));
            if (scope instanceof Replace.Days) {
                problems.addAll(Published.unfilled(spec, published().table(spec.name())));
            }
        }
        if (!problems.isEmpty()) {
            throw new WarehouseException(
                    "Cannot publish table " + spec.name() + ": its readers, got a change that breaks" + " them ("
                            + String.join("; ", problems) + "); give the new shape a new table name");
        }
    }

    /** What is staged, in order. */
    public List<StagedTable> staged() {
        return List.copyOf(staged.values());
    }

    /** Days of {@code spec} that {@link #commit} replaces; none where it is not staged, empty where days do not tell. */
    public Optional<Set<LocalDate>> replacedDays(TableSpec spec) {
        StagedTable table = staged.get(spec.name());
        if (spec.partitionColumn().isEmpty() || table != null && !(table.scope() instanceof Replace.Days)) {
            return Optional.empty();
        }
        return Optional.of(table != null && table.scope() instanceof Replace.Days days ? days.days() : Set.of());
    }

    /** The staged rows of {@code spec} alone; valid until {@link #commit}. */
    public Dataset<Row> stagedRows(TableSpec spec) {
        return stager.read(spec);
    }

    /** The table as it will be after {@link #commit}: what is staged, and what stays; valid until then. */
    public Dataset<Row> after(TableSpec spec) {
        StagedTable table = staged.get(spec.name());
        if (table == null) {
            return published().read(spark, spec);
        }
        return table.scope() instanceof Replace.Days replaced
                ? standing(spec, published().days(spec), replaced).unionByName(stager.read(spec))
                : stager.read(spec);
    }

    /** The rows of {@code days} alone; reads nothing else of what stays. */
    public Dataset<Row> after(TableSpec spec, Collection<LocalDate> days) {
        StagedTable table = staged.get(spec.name());
        if (table == null) {
            return published().read(spark, spec, days);
        }
        Column day = functions.col(spec.partitionColumn().orElseThrow());
        Dataset<Row> rows = stager.read(spec).filter(day.isin(days.toArray()));
        return table.scope() instanceof Replace.Days replaced
                ? standing(spec, days, replaced).unionByName(rows)
                : rows;
    }

    /** The published rows of those of {@code days} that are not replaced. */
    private Dataset<Row> standing(TableSpec spec, Collection<LocalDate> days, Replace.Days replaced) {
        Set<LocalDate> standing = new TreeSet<>(days);
        standing.removeAll(replaced.days());
        return published().read(spark, spec, standing);
    }

    /** A place for rows that a run needs again, within the staging folder; gone after the run. */
    public String scratch(String name) {
        return store.locate(Folders.STAGING + publication + "/_scratch/" + name);
    }

    /** All broken promises of what is staged, totals between tables included. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        staged.values().forEach(table -> found.addAll(table.violations()));
        if (found.isEmpty()) {
            List<TableSpec> specs =
                    staged.values().stream().map(StagedTable::spec).toList();
            if (specs.stream().anyMatch(spec -> !spec.totals().isEmpty())) {
                found.addAll(ContractCheck.totals(spark, specs, tablesAfter()));
            }
        }
        return List.copyOf(found);
    }

    private Map<String, Dataset<Row>> tablesAfter() {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        before.tables().keySet().forEach(name -> tables.put(name, published().read(spark, name)));
        staged.values().forEach(table -> tables.put(table.spec().name(), after(table.spec())));
        return tables;
    }

    /** Publishes all that is staged, or fails and publishes nothing. */
    public void commit(RunInfo run) {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw new ContractViolationException(violations);
        }
        try {
            Journal journal = new SwapPlan(store, publication, settings.format()).plan(staged(), before, run);
            lock.verify();
            swap.decide(journal);
            swap.carryOut(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot publish into " + store.locate("") + ": got " + e
                            + "; see to space and rights there, then run again: that finishes or undoes it first",
                    e);
        }
    }

    /** Gives the lock back and removes what was staged and not published. */
    @Override
    public void close() {
        try {
            if (!store.exists(Journal.PATH)) {
                store.remove(Folders.STAGING);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the warehouse " + store.locate(""), e);
        }
    }
}
