package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.publish.Samples.Note;
import org.rasd.table.ColumnSpec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

class PublisherTest {
    private final SparkSession spark = LocalSpark.session();

    @TempDir
    Path folder;

    private String place() {
        return folder.resolve("warehouse").toString();
    }

    private Path path() {
        return folder.resolve("warehouse");
    }

    private List<Note> published() {
        return Samples.read(Warehouse.open(place()).read(spark, Samples.NOTES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsComeBackAsTheyWere(long seed) {
        List<Note> notes = Samples.notes(seed, 3, 10);
        Samples.publish(spark, place(), notes, Replace.whole());
        assertThat(published()).containsExactlyInAnyOrderElementsOf(notes);
    }

    @Test
    void laysOutPlainParquetByDay() throws IOException {
        Samples.publish(spark, place(), Samples.notes(1, 3, 4), Replace.whole());
        assertThat(Samples.tables(path()).keySet())
                .hasSize(4)
                .allMatch(file -> file.matches("counts/part-00000-[0-9a-f]{16}[.]parquet"
                        + "|notes/published_on=2024-02-2[789]/part-00000-[0-9a-f]{16}[.]parquet"));
        try (Stream<Path> own = Files.list(path().resolve("_rasd"))) {
            assertThat(own.map(path -> path.getFileName().toString()))
                    .doesNotContain("journal.json", "staging")
                    .contains("manifest.json");
        }
    }

    @Test
    void sortsRowsWithinAFile() {
        Samples.publish(spark, place(), Samples.notes(1, 1, 50), Replace.whole());
        String file = Warehouse.open(place()).files("notes").get(0);
        List<String> words = spark.read().parquet(file).select("word").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        assertThat(words)
                .isSortedAccordingTo(Comparator.comparing(
                        word -> word.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Arrays::compareUnsigned));
    }

    @Test
    void sameRowsInAnyOrderGiveTheSameBytes() {
        List<Note> notes = Samples.notes(7, 4, 25);
        Samples.publish(spark, place(), notes, Replace.whole());
        Map<String, String> first = Samples.tables(path());
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparing(Note::id));
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            publisher.stage(Samples.NOTES, Samples.rows(spark, sorted).repartition(7), Replace.whole());
            publisher.commit(Samples.RUN);
        }
        assertThat(Samples.tables(path())).isEqualTo(first);
    }

    @Test
    void daysInAnyOrderGiveTheSameBytesAsAllAtOnce() {
        List<Note> notes = Samples.notes(3, 3, 10);
        Samples.publish(spark, folder.resolve("whole").toString(), notes, Replace.whole());
        for (int day : new int[] {2, 0, 1, 2}) {
            LocalDate on = Samples.FIRST.plusDays(day);
            List<Note> some =
                    notes.stream().filter(note -> note.publishedOn().equals(on)).toList();
            Samples.publish(spark, place(), some, Replace.days(List.of(on)));
        }
        assertThat(Samples.tables(path())).isEqualTo(Samples.tables(folder.resolve("whole")));
    }

    @Test
    void replacesExactlyTheGivenDaysAndRemovesEmptyOnes() {
        List<Note> old = Samples.notes(1, 4, 5);
        Samples.publish(spark, place(), old, Replace.whole());
        LocalDate second = Samples.FIRST.plusDays(1);
        List<Note> fresh = Samples.notes(2, 2, 3).stream()
                .filter(note -> note.publishedOn().equals(second))
                .toList();
        Samples.publish(spark, place(), fresh, Replace.days(second, second.plusDays(1)));
        List<Note> expected = new ArrayList<>(fresh);
        old.stream()
                .filter(note -> note.publishedOn().equals(Samples.FIRST)
                        || note.publishedOn().equals(Samples.FIRST.plusDays(3)))
                .forEach(expected::add);
        assertThat(published()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(path().resolve("notes/published_on=2024-02-29")).doesNotExist();
        assertThat(Warehouse.open(place())
                        .read(spark, Samples.NOTES, List.of(second, second.plusDays(1)))
                        .count())
                .isEqualTo(fresh.size());
    }

    @Test
    void splitsADayOverTheLimit() {
        PublishSettings small =
                new PublishSettings(10, PublishSettings.defaults().lockStaleAfter(), PublishSettings.Format.PARQUET);
        List<Note> notes = Samples.notes(1, 1, 25);
        try (Publisher publisher = Publisher.open(spark, place(), small)) {
            StagedTable staged = publisher.stage(Samples.NOTES, Samples.rows(spark, notes), Replace.whole());
            assertThat(staged.files()).hasSize(3);
            assertThat(staged.rows()).isEqualTo(25);
            publisher.commit(Samples.RUN);
        }
        assertThat(published()).containsExactlyInAnyOrderElementsOf(notes);
    }

    @Test
    void publishesTablesWithoutRows() {
        Samples.publish(spark, place(), Samples.notes(1, 2, 2), Replace.whole());
        Samples.publish(spark, place(), List.of(), Replace.days(Samples.FIRST, Samples.FIRST.plusDays(1)));
        assertThat(published()).isEmpty();
        assertThat(Warehouse.open(place()).read(spark, Samples.COUNTS).count()).isZero();
        assertThat(Warehouse.open(place()).files("counts")).hasSize(1);
        Samples.publish(spark, folder.resolve("new").toString(), List.of(), Replace.whole());
        assertThat(Warehouse.open(folder.resolve("new").toString())
                        .read(spark, "notes")
                        .columns())
                .containsExactly(Samples.NOTES.columnNames().toArray(String[]::new));
    }

    @Test
    void brokenPromisesPublishNothing() {
        Samples.publish(spark, place(), Samples.notes(1, 2, 5), Replace.whole());
        Map<String, String> before = Samples.tables(path());
        List<Note> bad = new ArrayList<>(Samples.notes(2, 2, 2));
        bad.addAll(Samples.notes(2, 2, 2));
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            publisher.stage(Samples.NOTES, Samples.rows(spark, bad), Replace.days(List.of(Samples.FIRST)));
            publisher.stage(Samples.COUNTS, spark.sql("SELECT 'a' AS word, 1 AS n"), Replace.whole());
            assertThatThrownBy(() -> publisher.commit(Samples.RUN))
                    .isInstanceOf(ContractViolationException.class)
                    .hasMessageContaining("table notes breaks unique_keys")
                    .hasMessageContaining("table notes breaks replaced_days: rows of days that are not to be replaced"
                            + " (4 rows), for example published_on=2024-02-28")
                    .hasMessageContaining("table counts breaks columns: column n is int, promised is bigint");
        }
        assertThat(Samples.tables(path())).isEqualTo(before);
    }

    @Test
    void totalsThatDifferPublishNothing() {
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            publisher.stage(Samples.NOTES, Samples.rows(spark, Samples.notes(1, 2, 5)), Replace.whole());
            publisher.stage(Samples.COUNTS, spark.sql("SELECT 'a' AS word, 1L AS n"), Replace.whole());
            assertThatThrownBy(() -> publisher.commit(Samples.RUN))
                    .hasMessageContaining("table counts breaks as_many_notes: totals differ, 1 from");
        }
        assertThat(Samples.tables(path())).isEmpty();
    }

    @Test
    void refusesChangesThatBreakReaders() {
        Samples.publish(spark, place(), Samples.notes(1, 1, 2), Replace.whole());
        TableSpec narrow = TableSpec.builder("counts")
                .grain("a word")
                .column(ColumnSpec.required("word", "bigint", "A word", "1"))
                .keys("word")
                .build();
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            assertThatThrownBy(() -> publisher.stage(narrow, spark.sql("SELECT 1L AS word"), Replace.whole()))
                    .hasMessage(
                            "Cannot publish table counts: its readers, got a change that breaks them (column word would"
                                    + " turn from string to bigint; column n would be gone); give the new shape a new table name");
            assertThatThrownBy(() -> publisher.stage(
                            Samples.COUNTS, spark.sql("SELECT 'a' AS word, 1L AS n"), Replace.days(List.of())))
                    .hasMessageContaining("days cannot be replaced");
        }
    }

    @Test
    void refusesOtherKeysAndAddedColumnsThatOldRowsCannotFill() {
        Samples.publish(spark, place(), Samples.notes(1, 2, 2), Replace.whole());
        TableSpec.Builder changed =
                TableSpec.builder("notes").grain("a note").keys("id", "word").partitionedBy("published_on");
        Samples.NOTES.columns().forEach(changed::column);
        TableSpec spec = changed.column(ColumnSpec.required("topic", "string", "A topic", "trade"))
                .build();
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            var rows = publisher.published().read(spark, spec);
            assertThatThrownBy(() -> publisher.stage(spec, rows, Replace.days(List.of(Samples.FIRST))))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageContaining("its keys would change from [id] to [id, word]")
                    .hasMessageContaining("added column topic would be null in the days that stay");
        }
    }

    @Test
    void readsOlderTablesWithAddedColumnsNull() {
        Samples.publish(spark, place(), Samples.notes(1, 2, 2), Replace.whole());
        TableSpec spec = Samples.notesWith(ColumnSpec.optional("topic", "string", "A topic", "trade"));
        try (Publisher publisher = Publisher.open(spark, place(), PublishSettings.defaults())) {
            var rows = publisher.published().read(spark, spec);
            assertThat(rows.filter("topic IS NULL").count()).isEqualTo(4);
            var day = rows.filter("published_on = '2024-02-27'").withColumn("topic", rows.col("word"));
            publisher.stage(spec, day, Replace.days(List.of(Samples.FIRST)));
            publisher.commit(Samples.RUN);
        }
        Warehouse warehouse = Warehouse.open(place());
        assertThat(warehouse.read(spark, "notes").filter("topic IS NULL").count())
                .isEqualTo(2);
        assertThat(warehouse.read(spark, Samples.NOTES).columns()).doesNotContain("topic");
    }

    @Test
    void keepsColumnComments() {
        Samples.publish(spark, place(), Samples.notes(1, 1, 2), Replace.whole());
        String file = Warehouse.open(place()).files("notes").get(0);
        assertThat(spark.read()
                        .parquet(file)
                        .schema()
                        .apply("share")
                        .getComment()
                        .get())
                .isEqualTo("A share, 0 to 1");
    }

    @Test
    void refusesAFolderThatIsNoWarehouse() throws IOException {
        Files.createDirectories(path());
        Files.writeString(path().resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> Publisher.open(spark, place(), PublishSettings.defaults()))
                .hasMessage("Cannot write to the warehouse: " + place()
                        + ", got a folder with other files and no _rasd; name an empty or a new folder");
        assertThatThrownBy(() -> Warehouse.open(place()))
                .hasMessage("Cannot open the warehouse: " + place()
                        + ", got no _rasd/manifest.json there; name the folder that a run published into");
        assertThat(path().toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void refusesAPlaceThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "a file, no folder");
        assertThatThrownBy(() ->
                        Publisher.open(spark, folder.resolve("file/warehouse").toString(), PublishSettings.defaults()))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith("Cannot write to the warehouse: ")
                .hasMessageEndingWith("check path, rights and space");
    }

    @Test
    void namesTheTablesThatThereAre() {
        Samples.publish(spark, place(), Samples.notes(1, 1, 2), Replace.whole());
        assertThatThrownBy(() -> Warehouse.open(place()).table("note"))
                .hasMessage("Cannot find the table: got note; use one of counts, notes");
    }
}
