package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;
import org.rasd.testing.LocalSpark;

class LocalRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void gives_what_the_stage_gives() throws Exception {
        Archive archive = archive(50);
        List<String> titles = new ReadStage(archive.settings())
                .run(LocalSpark.session()).select("title").collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList();
        assertThat(archive.read()).extracting(RawRecord::title).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(titles).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void parts_are_disjoint_and_together_everything(int count) throws Exception {
        Archive archive = archive(40_000);
        List<RawRecord> parts = Archive.inParts(archive.settings(), count);
        assertThat(sorted(parts)).isEqualTo(sorted(archive.read()));
        try (LocalRecords first = LocalRecords.part(archive.settings(), new Configuration(), 0, count);
                Stream<RawRecord> records = first.stream()) {
            assertThat(records.count())
                    .as("the first part's share")
                    .isBetween(40_000L / count - 20_000L / count, 40_000L * 2 / count);
        }
    }

    @Test
    void an_input_that_is_missing_is_told() {
        ReadSettings settings = new Archive(folder.resolve("none")).settings();
        assertThatThrownBy(() -> LocalRecords.open(settings, new Configuration()))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("there is no such file or folder");
    }

    private static List<RawRecord> sorted(List<RawRecord> records) {
        return records.stream()
                .sorted(Comparator.comparingLong(RawRecord::archiveOffset))
                .toList();
    }

    private Archive archive(int records) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, records)
                .forEach(i -> lines.add(String.format(
                        Locale.ROOT,
                        "{\"title\":\"خبر %d\",\"body\":\"نص الخبر\",\"url\":\"http://a.example/%d\"}",
                        i,
                        i)));
        return new Archive(folder).with("lines.jsonl", String.join("\n", lines));
    }
}
