package org.rasd.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Check;
import org.rasd.model.Column;
import org.rasd.model.Table;
import org.rasd.table.ColumnSpec;
import org.rasd.table.RecordCodec;
import org.rasd.table.TableSpec;
import org.rasd.table.TotalCheck;

/** Two small tables, seeded rows for them, and what lies in a warehouse. */
final class Samples {
    static final LocalDate FIRST = LocalDate.of(2024, 2, 27);
    static final RunInfo RUN = new RunInfo(
            "run-1", Instant.parse("2025-01-01T00:00:00Z"), FIRST, null, "c0ffee", Map.of("code", "0.1.0"), null);

    private Samples() {}

    /** A row of a table with days, with every type that a column may have. */
    @Table(
            name = "notes",
            grain = "a note",
            keys = {"id"},
            partitionedBy = "published_on",
            sortedBy = {"word"})
    @Check(name = "share_range", holds = "share BETWEEN 0 AND 1")
    public record Note(
            @Column(value = "An id", example = "n1") String id,
            @Column(value = "A word", example = "سلام") String word,

            @Column(value = "An instant", example = "2024-02-27T10:00:00Z", nullable = true) @Nullable
            Instant seenAt,

            @Column(value = "A share, 0 to 1", example = "0.5")
            double share,

            @Column(value = "A count", example = "3") int count,

            @Column(value = "An offset", example = "3", nullable = true) @Nullable
            Long offset,

            @Column(value = "Is it so", example = "true") boolean flag,
            @Column(value = "Codes", example = "[RUS]") List<String> codes,

            @Column(value = "The day", example = "2024-02-27")
            LocalDate publishedOn) {}

    static final TableSpec NOTES = TableSpec.of(Note.class);

    /** The notes as a later version has them, with the column {@code more}. */
    static TableSpec notesWith(ColumnSpec more) {
        TableSpec.Builder wider = TableSpec.builder("notes")
                .grain("a note")
                .keys("id")
                .sortedBy(List.of("word"))
                .partitionedBy("published_on");
        NOTES.columns().forEach(wider::column);
        return wider.column(more).build();
    }

    static final TableSpec COUNTS = TableSpec.builder("counts")
            .grain("a word")
            .column(ColumnSpec.required("word", "string", "A word", "سلام"))
            .column(ColumnSpec.required("n", "bigint", "Notes with it", "3"))
            .keys("word")
            .total(new TotalCheck("as_many_notes", "SELECT sum(n) FROM counts", "SELECT count(*) FROM notes"))
            .build();

    /** {@code each} notes on each of {@code days} days from the first, other ones for another seed. */
    static List<Note> notes(long seed, int days, int each) {
        Random random = new Random(seed);
        String[] words = {"سلام", "اتفاق", "تبادل", "peace", "", "a\"b,c\nd", "\u202eabc", "😀 ok"};
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < days * each; i++) {
            notes.add(new Note(
                    "n" + seed + "-" + i,
                    words[random.nextInt(words.length)],
                    random.nextBoolean() ? Instant.ofEpochSecond(1_700_000_000L + i, 123_000) : null,
                    random.nextDouble(),
                    random.nextInt(),
                    random.nextBoolean() ? random.nextLong() : null,
                    random.nextBoolean(),
                    List.of("RUS", "UKR", "YEM").subList(0, random.nextInt(4)),
                    FIRST.plusDays(i % days)));
        }
        Collections.shuffle(notes, random);
        return notes;
    }

    static Dataset<Row> rows(SparkSession spark, List<Note> notes) {
        RecordCodec<Note> codec = RecordCodec.of(Note.class);
        return spark.createDataset(notes.stream().map(codec::toRow).toList(), codec.encoder());
    }

    static List<Note> read(Dataset<Row> rows) {
        RecordCodec<Note> codec = RecordCodec.of(Note.class);
        return rows.collectAsList().stream().map(codec::fromRow).toList();
    }

    static Dataset<Row> counts(SparkSession spark, Dataset<Row> notes) {
        return notes.groupBy("word").count().withColumnRenamed("count", "n").select("word", "n");
    }

    /** Publishes {@code notes} and their counts. */
    static void publish(SparkSession spark, String warehouse, List<Note> notes, Replace scope) {
        publish(spark, warehouse, PublishSettings.defaults(), notes, scope);
    }

    static void publish(
            SparkSession spark, String warehouse, PublishSettings settings, List<Note> notes, Replace scope) {
        try (Publisher publisher = Publisher.open(spark, warehouse, settings)) {
            publisher.stage(NOTES, rows(spark, notes), scope);
            publisher.stage(COUNTS, counts(spark, publisher.after(NOTES)), Replace.whole());
            publisher.commit(RUN);
        }
    }

    /** Every file of the tables by its path, with its bytes in hex digest; what is under {@code _rasd} left out. */
    static Map<String, String> tables(Path warehouse) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(warehouse)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = warehouse.relativize(path).toString();
                if (!name.startsWith("_rasd") && !name.startsWith("views")) {
                    files.put(name, java.util.Arrays.hashCode(Files.readAllBytes(path)) + ":" + Files.size(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
