package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.PublishSettings.Format;
import org.rasd.publish.Samples.Note;
import org.rasd.publish.Store.Swapping;
import org.rasd.table.ColumnSpec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** Iceberg tables hold the rows of the plain ones, by whole snapshots, after each publication and each death in one. */
class IcebergTablesTest {
    private static final PublishSettings ICEBERG = settings(Format.ICEBERG);
    private static final PublishSettings PARQUET = settings(Format.PARQUET);
    private static final Replace THREE_DAYS = Replace.days(Samples.FIRST, Samples.FIRST.plusDays(2));

    @TempDir
    Path folder;

    private final SparkSession spark = LocalSpark.session();

    static PublishSettings settings(Format format) {
        return new PublishSettings(5, PublishSettings.defaults().lockStaleAfter(), format);
    }

    private String place() {
        return folder.resolve("w").toString();
    }

    private void publish(PublishSettings settings, List<Note> notes, Replace scope) {
        Samples.publish(spark, place(), settings, notes, scope);
    }

    private void stage(Publisher publisher, List<Note> notes, Replace scope) {
        publisher.stage(Samples.NOTES, Samples.rows(spark, notes), scope);
        publisher.stage(Samples.COUNTS, Samples.counts(spark, publisher.after(Samples.NOTES)), Replace.whole());
    }

    private Dataset<Row> iceberg(TableSpec spec) {
        return reader().table("rasd.iceberg." + spec.name())
                .select(spec.columnNames().stream().map(functions::col).toArray(Column[]::new));
    }

    private SparkSession reader() {
        return LocalSpark.readingIceberg(place());
    }

    private void assertSameRows() {
        for (TableSpec spec : List.of(Samples.NOTES, Samples.COUNTS)) {
            List<Row> plain = sorted(Warehouse.open(place()).read(spark, spec));
            assertThat(sorted(iceberg(spec))).as(spec.name()).isEqualTo(plain).isNotEmpty();
        }
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows.collectAsList());
        sorted.sort(Comparator.comparing(Row::toString));
        return sorted;
    }

    private static Map<String, List<PublishedFile>> files(String place) {
        Map<String, List<PublishedFile>> files = new TreeMap<>();
        Warehouse.open(place).manifest().tables().forEach((name, table) -> files.put(name, table.files()));
        return files;
    }

    @Test
    void holdsTheRowsAndBytesOfPlainTablesWhateverChanges() {
        String plain = folder.resolve("plain").toString();
        Replace whole = Replace.whole();
        publish(ICEBERG, Samples.notes(1, 4, 12), whole);
        Samples.publish(spark, plain, PARQUET, Samples.notes(1, 4, 12), whole);
        assertSameRows();
        for (int again = 0; again < 2; again++) {
            publish(ICEBERG, Samples.notes(2, 2, 3), THREE_DAYS);
            Samples.publish(spark, plain, PARQUET, Samples.notes(2, 2, 3), THREE_DAYS);
            assertSameRows();
            assertThat(files(place())).isEqualTo(files(plain));
        }
        assertThat(iceberg(Samples.NOTES)
                        .filter("published_on = DATE '2024-02-27'")
                        .count())
                .as("rows of a day by its partition")
                .isEqualTo(3);
        assertThat(Samples.tables(folder.resolve("w")).keySet().stream().filter(file -> !file.startsWith("iceberg/")))
                .as("nothing is kept two publications later")
                .containsExactlyElementsOf(
                        Samples.tables(folder.resolve("plain")).keySet());
    }

    @Test
    void filesThatCannotHoldWhatIsAskedForAreNotRead() throws IOException {
        publish(ICEBERG, Samples.notes(1, 4, 4), Replace.whole());
        publish(ICEBERG, Samples.notes(2, 2, 4), Replace.days(Samples.FIRST, Samples.FIRST.plusDays(1)));
        assertThat(filesWith(Expressions.equal("id", "n2-7"))).isEqualTo(1);
        assertThat(filesWith(Expressions.startsWith("id", "n1-"))).isEqualTo(2);
        assertThat(filesWith(Expressions.greaterThan("share", 1.0))).isZero();
        assertThat(filesWith(Expressions.isNull("word"))).isZero();
    }

    private int filesWith(Expression condition) throws IOException {
        Table table = new HadoopTables(new Configuration()).load(place() + "/iceberg/notes");
        int files = 0;
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().filter(condition).planFiles()) {
            for (FileScanTask task : tasks) {
                assertThat(task.file().recordCount()).isEqualTo(4);
                files++;
            }
        }
        return files;
    }

    @Test
    void aReaderStaysWithItsSnapshotWhileAnotherIsPublished() {
        publish(ICEBERG, Samples.notes(1, 4, 12), Replace.whole());
        Dataset<Row> reader = iceberg(Samples.NOTES);
        List<Row> before = sorted(reader);
        publish(ICEBERG, Samples.notes(2, 2, 3), THREE_DAYS);
        assertThat(sorted(reader)).as("rows of a reader that began before").isEqualTo(before);
        Table table = new HadoopTables(new Configuration()).load(place() + "/iceberg/notes");
        List<Long> snapshots = new ArrayList<>();
        table.snapshots().forEach((Snapshot snapshot) -> snapshots.add(snapshot.snapshotId()));
        assertThat(snapshots).as("the last and the one before").hasSize(2);
        assertThat(reader().read()
                        .option("snapshot-id", snapshots.get(0))
                        .table("rasd.iceberg.notes")
                        .count())
                .as("rows of the snapshot before")
                .isEqualTo(before.size());
    }

    @Test
    void sqlReadsTheLastSnapshotByCommandAndByView() throws IOException {
        publish(ICEBERG, Samples.notes(1, 4, 12), Replace.whole());
        publish(ICEBERG, Samples.notes(2, 2, 3), THREE_DAYS);
        try (WarehouseQuery query = WarehouseQuery.open(place())) {
            StringBuilder out = new StringBuilder();
            query.run("SELECT count(*) AS n FROM notes", ResultFormat.JSONL, out);
            assertThat(out.toString()).isEqualTo("{\"n\":18}\n");
        }
        assertThat(folder.resolve("w/views/spark.sql")).content().contains("SELECT * FROM rasd.iceberg.`notes`");
        assertThat(folder.resolve("w/views/trino.sql")).content().contains(place() + "/iceberg/notes");
        assertThat(reader().sql("SELECT * FROM rasd.iceberg.`notes`").count()).isEqualTo(18);
    }

    @Test
    void dyingAtAnyChangeLeavesOldOrNewToIcebergToo() throws IOException {
        publish(ICEBERG, Samples.notes(1, 2, 4), Replace.whole());
        List<Row> oldRows = sorted(iceberg(Samples.NOTES));
        List<Row> newRows = List.of();
        boolean died = true;
        for (int step = 1; died; step += 5) {
            died = publishDying(step);
            List<Row> seen = sorted(iceberg(Samples.NOTES));
            if (!seen.equals(oldRows)) {
                newRows = newRows.isEmpty() ? seen : newRows;
                assertThat(seen).as("rows after death at change %s", step).isEqualTo(newRows);
            }
            Publisher.open(spark, place(), ICEBERG).close();
            assertSameRows();
            publish(ICEBERG, Samples.notes(1, 2, 4), Replace.whole());
            assertThat(sorted(iceberg(Samples.NOTES))).isEqualTo(oldRows);
        }
        assertThat(newRows).as("rows of those that came through").hasSize(8);
    }

    /** Publishes other notes into a store that dies at a change of the swap; true where it did. */
    private boolean publishDying(int change) throws IOException {
        Store store = Stores.open(place(), new Configuration());
        Swap.Follower follower = new IcebergTables(store, new Configuration())::follow;
        try (Publisher publisher = Publisher.open(spark, store, ICEBERG)) {
            stage(publisher, Samples.notes(2, 2, 4), Replace.whole());
            String staging = store.list(Folders.STAGING).get(0).name();
            Journal journal = new SwapPlan(store, staging, Format.ICEBERG)
                    .plan(publisher.staged(), Warehouse.manifest(store), Samples.RUN);
            Swap swap = new Swap(WatchedStore.dyingAt(store, Swapping.TABLE, change), follower);
            swap.decide(journal);
            swap.carryOut(journal);
            return false;
        } catch (WatchedStore.Died e) {
            return true;
        }
    }

    @Test
    void aPlainWarehouseBecomesOneOfIcebergTablesAndStaysOne() {
        publish(PARQUET, Samples.notes(1, 3, 4), Replace.whole());
        Publisher.open(spark, place(), ICEBERG).close();
        assertSameRows();
        assertThatThrownBy(() -> Publisher.open(spark, place(), PARQUET))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("rasd.publish.format, got parquet")
                .hasMessageContaining("set it to iceberg");
    }

    @Test
    void withoutItsJarTheMessageSaysHowToGetIt() throws IOException {
        try (URLClassLoader none = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> IcebergTables.check(none))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("RASD_PROFILE=iceberg");
        }
    }

    @Test
    void brokenPromisesChangeNothing() {
        publish(ICEBERG, Samples.notes(1, 2, 5), Replace.whole());
        List<Row> before = sorted(iceberg(Samples.NOTES));
        List<Note> twice = new ArrayList<>(Samples.notes(2, 2, 2));
        twice.addAll(Samples.notes(2, 2, 2));
        assertThatThrownBy(() -> publish(ICEBERG, twice, Replace.whole()))
                .isInstanceOf(ContractViolationException.class)
                .hasMessageContaining("unique_keys");
        assertThat(sorted(iceberg(Samples.NOTES))).isEqualTo(before);
    }

    @Test
    void addedColumnsAreNullInDaysThatStay() {
        publish(ICEBERG, Samples.notes(1, 2, 2), Replace.whole());
        TableSpec spec = Samples.notesWith(ColumnSpec.optional("topic", "string", "A topic", "trade"));
        try (Publisher publisher = Publisher.open(spark, place(), ICEBERG)) {
            Dataset<Row> rows = publisher.published().read(spark, spec).filter("published_on = '2024-02-27'");
            publisher.stage(spec, rows.withColumn("topic", functions.col("id")), Replace.days(List.of(Samples.FIRST)));
            publisher.commit(Samples.RUN);
        }
        assertThat(iceberg(spec).filter("topic IS NULL").count()).isEqualTo(2);
        assertThat(iceberg(spec).filter("topic = id").count()).isEqualTo(2);
    }
}
