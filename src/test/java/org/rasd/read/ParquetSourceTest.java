package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.model.RawRecord;
import org.rasd.testing.LocalSpark;

class ParquetSourceTest {
    private static final Profile MINE = Profile.of(
            "mine",
            Map.of(
                    ArticleField.TITLE, List.of("head.line"),
                    ArticleField.BODY, List.of("paragraphs"),
                    ArticleField.PUBLISHED, List.of("stamp", "day"),
                    ArticleField.ID, List.of("number")));

    @TempDir
    private Path folder;

    @Test
    void maps_columns_nested_ones_lists_and_dates() throws Exception {
        write(
                "SELECT id AS number, named_struct('line', concat('خبر ', id)) AS head, array('أول', 'ثان') AS paragraphs,"
                        + " IF(id = 0, timestamp'2024-05-06 07:08:09Z', null) AS stamp, date'2024-05-07' AS day, 'x' AS other"
                        + " FROM range(3)");
        List<RawRecord> records = Archive.read(settings());
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر 0", "خبر 1", "خبر 2");
        assertThat(records).extracting(RawRecord::body).containsOnly("أول\nثان");
        assertThat(records)
                .extracting(RawRecord::published)
                .containsExactly("2024-05-06T07:08:09Z", "2024-05-07", "2024-05-07");
        assertThat(records).extracting(RawRecord::id).containsExactly("0", "1", "2");
        assertThat(records).extracting(RawRecord::archiveOffset).containsExactly(0L, 1L, 2L);
    }

    @Test
    void parts_of_a_large_file_are_disjoint_and_together_everything() throws Exception {
        write(
                "SELECT id AS number, named_struct('line', sha2(string(id), 512)) AS head, array(sha2(string(-id), 512)) AS"
                        + " paragraphs FROM range(20000)");
        List<RawRecord> all = Archive.read(settings());
        assertThat(all).hasSize(20_000);
        assertThat(Archive.inParts(settings(), 3).stream()
                        .map(RawRecord::id)
                        .map(Integer::valueOf)
                        .sorted())
                .isEqualTo(all.stream().map(RawRecord::id).map(Integer::valueOf).toList());
    }

    @Test
    void a_broken_file_is_told_and_ends_nothing() throws Exception {
        write("SELECT id AS number, named_struct('line', 'خبر') AS head FROM range(3)");
        Path file = Files.list(folder).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(folder.resolve("b.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        byte[] page = bytes.clone();
        java.util.Arrays.fill(page, 4, 60, (byte) 0x5A);
        Files.write(folder.resolve("c.parquet"), page);
        Files.write(folder.resolve("d.gz"), Warcs.gzip(bytes));
        List<RawRecord> records = Archive.read(settings());
        assertThat(records).filteredOn(record -> record.reason() == null).hasSize(3);
        assertThat(records)
                .filteredOn(record -> record.reason() != null)
                .extracting(RawRecord::archiveFile)
                .containsExactlyInAnyOrder("b.parquet", "c.parquet", "d.gz");
    }

    private void write(String query) throws Exception {
        SparkSession spark = LocalSpark.session();
        Path out = folder.resolve("_spark");
        spark.sql(query)
                .coalesce(1)
                .write()
                .option("parquet.block.size", 1 << 18)
                .parquet(out.toString());
        try (Stream<Path> files = Files.list(out)) {
            Path file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(file, folder.resolve("a.parquet"));
        }
    }

    private ReadSettings settings() {
        return new ReadSettings(
                List.of(new InputSpec(folder.toString(), InputSpec.AUTO, Optional.of("mine"))),
                Map.of("mine", MINE),
                Archive.CAP,
                1 << 16);
    }
}
