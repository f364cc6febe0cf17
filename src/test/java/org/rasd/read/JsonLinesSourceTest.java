package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;

class JsonLinesSourceTest {
    @TempDir
    private Path folder;

    @Test
    void takes_the_fields_that_the_profile_names() throws Exception {
        Profile mine = Profile.of(
                "mine",
                Map.of(
                        ArticleField.TITLE, List.of("head.line", "name"),
                        ArticleField.BODY, List.of("parts"),
                        ArticleField.ID, List.of("n")));
        String lines =
                "{\"name\":\"ثان\",\"head\":{\"line\":\"أول\",\"x\":[1]},\"parts\":[\"أ\",{\"y\":1},\"ب\",null],\"n\":7}\n"
                        + "{\"name\":\"ثان\",\"head\":null,\"head\":{\"line\":\" \"}}\n";
        new Archive(folder).with("a.jsonl", lines);
        List<RawRecord> records = Archive.read(new ReadSettings(
                List.of(new InputSpec(folder.toString(), "jsonl", Optional.of("mine"))),
                Map.of("mine", mine),
                Archive.CAP,
                1 << 16));
        assertThat(records).extracting(RawRecord::title).containsExactly("أول", "ثان");
        assertThat(records.get(0).body()).isEqualTo("أ\nب");
        assertThat(records.get(0).id()).isEqualTo("7");
    }

    @Test
    void a_broken_line_costs_itself_only() throws Exception {
        String good = "{\"title\":\"خبر\"}";
        List<String> broken =
                List.of("{\"title\":\"خب", "[1,2]", "{\"a\":1} x", "plain", "{\"title\" \"x\"}", "\"text\"");
        for (String line : broken) {
            List<RawRecord> records = read((good + "\n" + line + "\n\n" + good).getBytes(StandardCharsets.UTF_8));
            assertThat(records).as(line).extracting(RawRecord::reason).containsExactly(null, "bad_json", null);
        }
    }

    @Test
    void offsets_lead_to_the_line() throws Exception {
        byte[] bytes = Warcs.bytes("\uFEFF{\"id\":\"أ\"}\r\n\r\n  {\"id\":\"ب\"}\n{\"id\":\"ج\"}");
        assertThat(read(bytes))
                .hasSize(3)
                .allSatisfy(record -> assertThat(new String(
                                        bytes,
                                        (int) record.archiveOffset(),
                                        bytes.length - (int) record.archiveOffset(),
                                        StandardCharsets.UTF_8)
                                .lines()
                                .findFirst())
                        .hasValueSatisfying(line -> assertThat(line).contains("\"" + record.id() + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void reads_what_is_not_utf8(String charset) throws Exception {
        String line =
                "{\"title\":\"وزير الخارجية يبحث الأوضاع في المنطقة\",\"body\":\"أعلنت الوزارة أن الاجتماع سيعقد غدا في العاصمة\"}\n";
        assertThat(read(line.repeat(3).getBytes(Charset.forName(charset))))
                .hasSize(3)
                .extracting(RawRecord::title)
                .containsOnly("وزير الخارجية يبحث الأوضاع في المنطقة");
    }

    @Test
    void a_line_over_the_cap_is_told_with_its_size() throws Exception {
        String large = "{\"body\":\"" + "x".repeat(2 << 20) + "\"}";
        List<RawRecord> records = read(Warcs.bytes("{}\n" + large + "\n{}\n"));
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "too_large", null);
        assertThat(records.get(1).detail()).isEqualTo(large.length() + " bytes; the cap is " + Archive.CAP);
    }

    @Test
    void a_broken_gzip_member_costs_what_it_holds() throws Exception {
        byte[] first = Warcs.gzip(Warcs.bytes("{\"id\":1}\n{\"id\":2}\n"));
        byte[] second = Warcs.gzip(Warcs.bytes("{\"id\":3}\n" + "{\"id\":4, \"title\":\"x\"}\n".repeat(20)));
        byte[] third = Warcs.gzip(Warcs.bytes("{\"id\":5}\n{\"id\":6}\n"));
        byte[] file = Warcs.joined(first, java.util.Arrays.copyOf(second, second.length - 12), third);
        List<RawRecord> records = new Archive(folder).with("a.jsonl.gz", file).read();
        assertThat(records).extracting(RawRecord::id).contains("1", "2", "5", "6");
        assertThat(records)
                .filteredOn(record -> record.reason() != null)
                .extracting(RawRecord::reason)
                .contains("truncated");
        assertThat(records.stream().map(RawRecord::archiveOffset).distinct()).hasSize(records.size());
    }

    @Test
    void however_a_file_is_cut_the_records_are_the_same() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"body\":\"")
                    .append("نص ".repeat(i % 17))
                    .append("\"}\n")
                    .append("\n".repeat(i % 3));
        }
        byte[] bytes = Warcs.bytes(text.toString());
        List<RawRecord> whole = read(bytes);
        assertThat(whole).hasSize(300);
        Slice file = new Listing(new org.apache.hadoop.conf.Configuration())
                .files(new Archive(folder).settings().inputs())
                .get(0)
                .withFormat("jsonl");
        for (int cut = 1; cut < bytes.length; cut += 37) {
            List<RawRecord> pieces = new java.util.ArrayList<>();
            for (Slice piece : List.of(file.piece(0, cut), file.piece(cut, bytes.length))) {
                try (LocalRecords records = new LocalRecords(new SliceReader(
                        List.of(piece),
                        new Archive(folder).settings().reading(),
                        new org.apache.hadoop.conf.Configuration(false)))) {
                    records.forEachRemaining(pieces::add);
                }
            }
            assertThat(pieces).as("cut at %s", cut).isEqualTo(whole);
        }
    }

    @Test
    void why_a_line_is_broken_does_not_tell_where_it_stood() throws Exception {
        String zeros = "\0\0\0\0l\": 1}\n";
        List<RawRecord> records = read(Warcs.bytes("{\"id\":1}\n" + zeros + zeros));
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "bad_json", "bad_json");
        assertThat(records.get(1).detail()).isEqualTo(records.get(2).detail());
    }

    private List<RawRecord> read(byte[] bytes) throws Exception {
        return new Archive(folder).with("a.jsonl", bytes).read();
    }
}
