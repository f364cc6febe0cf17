package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Samples.Note;
import org.rasd.publish.Store.Swapping;
import org.rasd.testing.LocalSpark;
import org.rasd.testing.S3Server;

/** Publishing by s3a into a real S3 server: what its readers see, what death on the way leaves, who may write. */
class ObjectStoreTest {
    private static final List<Note> OLD = Samples.notes(1, 4, 4);
    private static final List<Note> NEW = Samples.notes(2, 2, 4);
    private static final Replace DAYS = Replace.days(Samples.FIRST, Samples.FIRST.plusDays(2));
    private static final String ROWS =
            "SELECT count(*) AS n, bit_xor(hash(notes)) AS h, (SELECT sum(n) FROM counts) AS c FROM notes";

    /** Changes from one death to the next: all with {@code -Drasd.kills}; RecoveryTest has each of them on a disk. */
    private static final int STEPS = Integer.getInteger("rasd.kills", 0) > 0 ? 1 : 7;

    @TempDir
    static Path folder;

    private static S3Server server;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = S3Server.start(folder);
        spark = LocalSpark.session();
        server.hadoop().forEach(spark.sparkContext().hadoopConfiguration()::set);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        server.hadoop().keySet().forEach(spark.sparkContext().hadoopConfiguration()::unset);
        server.close();
    }

    private static Configuration hadoop() {
        Configuration hadoop = new Configuration();
        server.hadoop().forEach(hadoop::set);
        return hadoop;
    }

    private static Map<String, List<PublishedFile>> files(String location) {
        return Warehouse.open(location, ObjectStoreTest::hadoop).manifest().tables().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> table.getValue().files()));
    }

    private static List<String> notes(Map<String, List<PublishedFile>> tables) {
        return tables.getOrDefault("notes", List.of()).stream()
                .map(PublishedFile::path)
                .toList();
    }

    private static String rows(WarehouseQuery query) throws IOException {
        StringBuilder rows = new StringBuilder();
        query.run(ROWS, ResultFormat.CSV, rows);
        return rows.toString();
    }

    private static String rows(String location) throws IOException {
        try (WarehouseQuery query = WarehouseQuery.open(location, ObjectStoreTest::hadoop)) {
            return rows(query);
        }
    }

    @Test
    void givesTheBytesOfALocalWarehouseAndNothingElse() throws IOException {
        String remote = S3Server.location("same");
        String local = folder.resolve("same").toString();
        for (String place : List.of(remote, local)) {
            Samples.publish(spark, place, OLD, Replace.whole());
            Samples.publish(spark, place, NEW, DAYS);
        }
        assertThat(files(remote)).isEqualTo(files(local));
        assertThat(rows(remote)).isEqualTo(rows(local));
        Store store = Stores.open(remote, hadoop());
        assertThat(store.files("notes")).isEqualTo(notes(files(remote)));
        assertThat(store.files(Folders.OWN)).containsExactly(Manifest.PATH);
        assertThat(Warehouse.open(remote, ObjectStoreTest::hadoop)
                        .read(spark, Samples.NOTES)
                        .count())
                .isEqualTo(12);
    }

    @Test
    void dyingAtAnyChangeLeavesOldOrNewAndReadersSeeNothingElse() throws IOException {
        String place = S3Server.location("dying");
        Samples.publish(spark, place, OLD, Replace.whole());
        String oldRows = rows(place);
        Map<String, List<PublishedFile>> oldFiles = files(place);
        String after = S3Server.location("after");
        Samples.publish(spark, after, OLD, Replace.whole());
        Samples.publish(spark, after, NEW, DAYS);
        String newRows = rows(after);
        Set<String> seen = new ConcurrentSkipListSet<>();
        boolean died = true;
        for (int step = 1; died; step += STEPS) {
            Store store = Stores.open(place, hadoop());
            int last = step;
            WatchedStore mortal = new WatchedStore(store, Swapping.FILE, now -> {
                seen.add(rows(place));
                if (now >= last) {
                    throw new WatchedStore.Died(last);
                }
            });
            died = publish(store, mortal);
            Publisher.open(spark, place, PublishSettings.defaults()).close();
            Map<String, List<PublishedFile>> now = files(place);
            assertThat(now).as("tables after step %s", step).isIn(oldFiles, files(after));
            assertThat(store.files("notes")).as("objects after step %s", step).isEqualTo(notes(now));
            if (!now.equals(oldFiles)) {
                Samples.publish(spark, place, OLD, Replace.whole());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(oldRows, newRows);
    }

    /** Stages with {@code store} and publishes with {@code mortal}; true where that died. */
    private static boolean publish(Store store, Store mortal) throws IOException {
        try (Publisher publisher = Publisher.open(spark, store, PublishSettings.defaults())) {
            publisher.stage(Samples.NOTES, Samples.rows(spark, NEW), DAYS);
            publisher.stage(Samples.COUNTS, Samples.counts(spark, publisher.after(Samples.NOTES)), Replace.whole());
            String staging = store.list(Folders.STAGING).get(0).name();
            Manifest before = Warehouse.manifest(store);
            Journal journal = new SwapPlan(mortal, staging, PublishSettings.Format.PARQUET)
                    .plan(publisher.staged(), before, Samples.RUN);
            new Swap(mortal).decide(journal);
            new Swap(mortal).carryOut(journal);
            return false;
        } catch (WatchedStore.Died e) {
            return true;
        }
    }

    @Test
    void icebergTablesStandThereTooAndFollowEachPublication() {
        String place = S3Server.location("iceberg");
        PublishSettings iceberg = IcebergTablesTest.settings(PublishSettings.Format.ICEBERG);
        Samples.publish(spark, place, iceberg, OLD, Replace.whole());
        Samples.publish(spark, place, iceberg, NEW, DAYS);
        String[] columns = Samples.NOTES.columnNames().toArray(String[]::new);
        List<Row> plain = Warehouse.open(place, ObjectStoreTest::hadoop)
                .read(spark, Samples.NOTES)
                .collectAsList();
        assertThat(LocalSpark.readingIceberg(place)
                        .table("rasd.iceberg.notes")
                        .selectExpr(columns)
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(plain)
                .hasSize(12);
    }

    @Test
    void aSecondWriterIsToldTheFirst() {
        String place = S3Server.location("writers");
        try (Publisher first = Publisher.open(spark, place, PublishSettings.defaults())) {
            assertThat(first.staged()).isEmpty();
            assertThatThrownBy(() -> Publisher.open(spark, place, PublishSettings.defaults()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("got a writer already, process "
                            + ProcessHandle.current().pid());
        }
        Publisher.open(spark, place, PublishSettings.defaults()).close();
    }

    @Test
    void queriesCopyOnlyWhatTheyNameAndGoOnAfterAPublication() throws IOException {
        String place = S3Server.location("queried");
        Samples.publish(spark, place, OLD, Replace.whole());
        try (WarehouseQuery query = WarehouseQuery.open(place, ObjectStoreTest::hadoop)) {
            StringBuilder out = new StringBuilder();
            query.run("SELECT count(*) AS n FROM counts", ResultFormat.JSONL, out);
            query.run("DESCRIBE counts", ResultFormat.CSV, out);
            assertThat(out).contains("\"n\":").contains("word,VARCHAR");
            Samples.publish(spark, place, Samples.notes(3, 1, 5), Replace.whole());
            StringBuilder after = new StringBuilder();
            query.run("SELECT count(*) AS n FROM Notes", ResultFormat.JSONL, after);
            assertThat(after.toString()).isEqualTo("{\"n\":5}\n");
        }
    }
}
