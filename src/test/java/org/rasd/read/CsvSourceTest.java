package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;

class CsvSourceTest {
    private static final String HEADER = "id,title,published,body\n";

    @TempDir
    private Path folder;

    @Test
    void takes_quoted_separators_quotes_and_line_ends() throws Exception {
        List<RawRecord> records =
                read(HEADER + "1,\"خبر، أول, هنا\",2024-05-06,\"سطر\nوسطر \"\"مقتبس\"\"\n\"\n2,ثان,2024-05-07,نص\n");
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر، أول, هنا", "ثان");
        assertThat(records.get(0).body()).isEqualTo("سطر\nوسطر \"مقتبس\"\n");
        assertThat(records).extracting(RawRecord::published).containsExactly("2024-05-06", "2024-05-07");
        assertThat(records).extracting(RawRecord::id).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void finds_the_separator(String separator) throws Exception {
        List<RawRecord> records = read((HEADER + "1,خبر,2024-05-06,نص\n").replace(",", separator));
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "UTF-16"})
    void reads_the_encodings_of_spreadsheets(String charset) throws Exception {
        String text =
                HEADER + "1,خبر عن الاجتماع,2024-05-06,أعلنت الوزارة أن الاجتماع سيعقد غدا في العاصمة\n".repeat(20);
        assertThat(read(text.getBytes(Charset.forName(charset))))
                .hasSize(20)
                .extracting(RawRecord::title)
                .containsOnly("خبر عن الاجتماع");
    }

    @Test
    void offsets_lead_to_the_record() throws Exception {
        String text = "\uFEFF" + HEADER + "1,أ,,\"x\ny\"\n\n2,ب,,z\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes))
                .extracting(record -> new String(bytes, (int) record.archiveOffset(), 4, StandardCharsets.UTF_8))
                .containsExactly("1,أ", "2,ب");
    }

    @Test
    void a_quote_that_is_not_closed_costs_its_line_only() throws Exception {
        List<RawRecord> records = read(HEADER + "1,أ,,x\n2,\"ب,,x\n3,\"ج\",,x\n4,د,,x\n5,\"ه,,x\n6,و,,x\n");
        assertThat(records)
                .filteredOn(record -> record.reason() == null)
                .extracting(RawRecord::id)
                .containsExactly("1", "3", "4", "6");
        assertThat(records)
                .filteredOn(record -> record.reason() != null)
                .hasSize(2)
                .extracting(RawRecord::reason)
                .containsOnly("bad_record");
    }

    @Test
    void a_record_with_too_few_or_too_many_columns_is_rejected() throws Exception {
        List<RawRecord> records = read(HEADER + "1,أ,,x\n2,ب\n3,ج,,x,y\n4,د,,x,,\n");
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "bad_record", "bad_record", null);
        assertThat(records.get(1).detail()).isEqualTo("2 columns; 4 are named");
    }

    @Test
    void a_profile_names_columns_and_separator() throws Exception {
        Profile usual = Profile.of(
                "mine", Map.of(ArticleField.TITLE, List.of("عنوان"), ArticleField.BODY, List.of("نص كامل", "موجز")));
        Profile mine = new Profile(
                usual.name(),
                usual.fields(),
                null,
                usual.bodyFormat(),
                usual.dateBasis(),
                usual.dateFrom(),
                usual.datePattern(),
                null,
                List.of(),
                null,
                new CsvLayout('^', List.of("موجز", "عنوان", "نص كامل")));
        Files.writeString(folder.resolve("a.txt"), "قصير^خبر^طويل\nقصير^آخر^\n");
        ReadSettings settings = new ReadSettings(
                List.of(new InputSpec(folder.toString(), "csv", Optional.of("mine"))),
                Map.of("mine", mine),
                Archive.CAP,
                1 << 16);
        List<RawRecord> records = Archive.read(settings);
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر", "آخر");
        assertThat(records).extracting(RawRecord::body).containsExactly("طويل", "قصير");
    }

    @Test
    void parts_of_a_large_file_are_disjoint_and_together_everything() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append(i)
                    .append(",\"خبر\n")
                    .append(i)
                    .append("\",,\"")
                    .append("نص ".repeat(i % 40))
                    .append("\"\n");
        }
        Archive archive = new Archive(folder).with("a.csv", text.toString());
        assertThat(Archive.inParts(archive.settings(), 3).stream()
                        .map(RawRecord::id)
                        .map(Integer::valueOf)
                        .sorted())
                .isEqualTo(archive.read().stream()
                        .map(RawRecord::id)
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Title, body and text of a letter\nHello, world\n", "خبر، نص، تاريخ\nوسطر\n", "title\nbody\n"})
    void prose_is_not_taken_for_csv(String text) {
        assertThat(new CsvSource().recognises(new Head(text.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    private List<RawRecord> read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RawRecord> read(byte[] bytes) throws Exception {
        return new Archive(folder).with("a.csv", bytes).read();
    }
}
