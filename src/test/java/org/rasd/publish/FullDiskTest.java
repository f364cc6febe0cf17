package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.publish.Samples.Note;
import org.rasd.testing.LocalSpark;

/** The disk fills up, or may no longer be written, at moments spread over a publication: the old tables stand. */
class FullDiskTest {
    private static final List<Note> OLD = Samples.notes(1, 4, 4);
    private static final List<Note> NEW = Samples.notes(2, 2, 4);
    private static final Replace DAYS = Replace.days(Samples.FIRST, Samples.FIRST.plusDays(2));
    private static final int STEP_BYTES = 3_000;
    private static final int STEP_BLOCKS = 3;

    @TempDir
    Path folder;

    private final SparkSession spark = LocalSpark.session();

    @BeforeEach
    void install() {
        FullDisk.install(spark.sparkContext().hadoopConfiguration());
    }

    @AfterEach
    void allowAll() {
        FullDisk.allowAll();
    }

    /** Hadoop's way, by a file system that fails after so many bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Permission denied"})
    void oldTablesStandAndTheMessageSaysWhatToDo(String failure) {
        Map<String, String> done = done();
        Path warehouse = folder.resolve("w");
        String place = FullDisk.SCHEME + "://" + warehouse;
        Samples.publish(spark, place, OLD, Replace.whole());
        Map<String, String> old = Samples.tables(warehouse);
        List<String> messages = new ArrayList<>();
        String message = "not yet";
        for (long bytes = 0; !message.isEmpty(); bytes += STEP_BYTES) {
            FullDisk.allow(bytes, failure);
            message = publish(place);
            FullDisk.allowAll();
            if (!message.isEmpty()) {
                messages.add(message);
                assertTold(message, failure);
                assertThat(Samples.tables(warehouse))
                        .as("with %s bytes left, when it said %s", bytes, message)
                        .containsAllEntriesOf(old);
                Publisher.open(spark, place, PublishSettings.defaults()).close();
                assertThat(Samples.tables(warehouse)).as("after the next start").isIn(old, done);
            }
            if (Samples.tables(warehouse).equals(done) && !message.isEmpty()) {
                Samples.publish(spark, place, OLD, Replace.whole());
            }
        }
        assertThat(messages)
                .anyMatch(text -> text.startsWith("Cannot write to the warehouse"))
                .anyMatch(text -> text.startsWith("Cannot write table notes"))
                .anyMatch(text -> text.startsWith("Cannot publish into"));
        assertThat(Samples.tables(warehouse)).isEqualTo(done);
    }

    /** The machine's own way: a disk that is really full. */
    @Test
    void oldTablesStandOnADiskThatIsReallyFull() throws IOException, InterruptedException {
        Map<String, String> done = done();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1_000)) {
            Path warehouse = disk.path().resolve("w");
            Samples.publish(spark, warehouse.toString(), OLD, Replace.whole());
            Map<String, String> old = Samples.tables(warehouse);
            List<String> messages = new ArrayList<>();
            String message = "not yet";
            for (int blocks = 0; !message.isEmpty(); blocks += STEP_BLOCKS) {
                disk.leave(blocks);
                message = publish(warehouse.toString());
                if (!message.isEmpty()) {
                    messages.add(message);
                    assertTold(message, "No space left on device");
                    assertThat(Samples.tables(warehouse))
                            .as("with %s blocks left, when it said %s", blocks, message)
                            .isEqualTo(old);
                }
                disk.freeAll();
            }
            assertThat(messages).anyMatch(text -> text.startsWith("Cannot write table notes"));
            assertThat(Samples.tables(warehouse)).isEqualTo(done);
        }
    }

    /** Rights are lost between writing and publishing. */
    @Test
    void oldTablesStandWhereRightsAreLost() throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1_000)) {
            String place = disk.path().resolve("w").toString();
            Samples.publish(spark, place, OLD, Replace.whole());
            Map<String, String> old = Samples.tables(Path.of(place));
            Publisher publisher = Publisher.open(spark, place, PublishSettings.defaults());
            publisher.stage(Samples.NOTES, Samples.rows(spark, NEW), DAYS);
            publisher.stage(Samples.COUNTS, Samples.counts(spark, publisher.after(Samples.NOTES)), Replace.whole());
            disk.protect();
            assertThatThrownBy(() -> publisher.commit(Samples.RUN))
                    .hasMessageStartingWith("Cannot publish into " + place)
                    .hasMessageContaining("Read-only file system");
            assertThat(Samples.tables(Path.of(place))).isEqualTo(old);
            disk.unprotect();
            publisher.close();
            Samples.publish(spark, place, NEW, DAYS);
            assertThat(Samples.tables(Path.of(place))).isEqualTo(done());
        }
    }

    private Map<String, String> done() {
        Path done = folder.resolve("done");
        Samples.publish(spark, done.toString(), OLD, Replace.whole());
        Samples.publish(spark, done.toString(), NEW, DAYS);
        return Samples.tables(done);
    }

    private static void assertTold(String message, String failure) {
        assertThat(message)
                .startsWith("Cannot ")
                .contains(failure)
                .contains("space")
                .contains("rights");
    }

    /** Publishes; what it says where it fails, empty otherwise. */
    private String publish(String place) {
        try {
            Samples.publish(spark, place, NEW, DAYS);
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
