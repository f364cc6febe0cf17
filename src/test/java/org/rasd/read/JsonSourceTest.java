package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;

class JsonSourceTest {
    private static final String ONE =
            "{\"id\":\"1\",\"title\":\"خبر \\\"أول\\\"\",\"tags\":[{\"k\":\"x\"},[]],\"body\":\"نص }, { \"}";
    private static final String TWO = "{\"id\":\"2\",\"title\":\"خبر ثان\",\"body\":\"نص\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s,%s]",
                " [\n%s,\n%s\n]\n",
                "[ %s, %s ]",
                "\uFEFF[\r\n  %s ,\r\n  %s\r\n]",
                "[%s]\n[%s]",
                "[[%s],[%s]]",
                "[%s\n%s",
                "[%s,,%s,]"
            })
    void an_array_of_objects_is_as_many_records(String file) throws Exception {
        String text = String.format(file, ONE, TWO);
        List<RawRecord> records = read(text);
        assertThat(records).extracting(RawRecord::id).containsExactly("1", "2");
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر \"أول\"", "خبر ثان");
        assertThat(records.get(0).body()).isEqualTo("نص }, { ");
        assertThat(records.get(1).archiveOffset())
                .isEqualTo(text.substring(0, text.indexOf(TWO)).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void an_object_with_a_damaged_name_tells_nothing_of_how_others_begin() throws Exception {
        String damaged = "{\"i\u0001\u0002\":\"1\",\"title\":\"x\"}";
        assertThat(read("[" + damaged + ",x\":1}," + ONE + "," + TWO + "]"))
                .extracting(RawRecord::id)
                .contains("1", "2");
    }

    @Test
    void indented_objects_are_records_one_or_many() throws Exception {
        assertThat(read(indented(ONE))).extracting(RawRecord::id).containsExactly("1");
        for (String between : List.of("", "\n", "\n\n", ",\n", "\u001E")) {
            assertThat(read(indented(ONE) + between + indented(TWO)))
                    .as(between)
                    .extracting(RawRecord::id)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void lines_stay_lines() {
        for (String lines : List.of(
                ONE + "\n" + TWO,
                ONE,
                "{\"title\":\"cut\n" + TWO + "\n",
                "{\"title\":\"cut\",\n" + TWO + "\n",
                "{\"title\":\n" + TWO + "\n",
                "{\n" + TWO + "\n")) {
            assertThat(format(lines)).as(lines).isEqualTo("jsonl");
        }
        for (String text : List.of("[1] خبر في أول السطر", "[{خبر}]", "[خبر]", "[")) {
            assertThat(format(text)).as(text).isEqualTo("text");
        }
        String broken = "{\n" + indented(ONE) + ",\n" + indented(TWO);
        assertThat(format(broken)).as(broken).isEqualTo("json");
    }

    @Test
    void an_empty_array_holds_nothing() throws Exception {
        assertThat(read(" [ \n]\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"b\",\"title\":\"a}",
                "{\"id\":\"b\",\"title\":\"a\"b\",\"body\":\"x\"}",
                "{\"id\":\"b\",\"tags\":[{\"k\":\"x\"},{\"k\":\"y\"}",
                "{\"id\":\"b\" \"title\"}",
                "{\"id\":\"b\",\"tags\":[1}]}",
                "{\"id\":\"b\",}",
                "\"id\":\"b\"}",
                "null",
                "{id:1}"
            })
    void a_broken_object_costs_itself_only(String broken) throws Exception {
        for (String file : List.of("[%s,%s,%s,%s]", "[\n%s,\n%s,\n%s,\n%s\n]")) {
            List<RawRecord> records = read(String.format(file, TWO, broken, ONE, TWO));
            assertThat(records)
                    .as(file)
                    .extracting(record -> record.reason() == null)
                    .containsExactly(true, false, true, true);
        }
        List<RawRecord> records = read(Stream.of(TWO, broken, ONE, TWO)
                .map(JsonSourceTest::indented)
                .collect(java.util.stream.Collectors.joining(",\n", "[\n", "\n]")));
        assertThat(records)
                .filteredOn(record -> record.reason() == null)
                .extracting(RawRecord::id)
                .containsExactly("2", "1", "2");
        assertThat(records).hasSize(4);
    }

    @Test
    void a_cut_file_keeps_what_came_before() throws Exception {
        String text = "[" + ONE + "," + TWO + "]";
        assertThat(read(text.substring(0, text.length() - 5)))
                .extracting(RawRecord::reason)
                .containsExactly(null, "truncated");
    }

    @Test
    void an_object_over_the_cap_is_told_with_its_size() throws Exception {
        String large = "{\"id\":\"3\",\"body\":\"" + "x".repeat(2 << 20) + "\"}";
        List<RawRecord> records = read("[" + ONE + "," + large + "," + TWO + "]");
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "too_large", null);
        assertThat(records.get(1).detail()).isEqualTo(large.length() + " bytes; the cap is " + Archive.CAP);
    }

    @Test
    void nesting_without_end_is_one_bad_record() throws Exception {
        String deep = "{\"id\":\"3\",\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThat(read("[\n" + ONE + ",\n" + deep + ",\n" + TWO + "\n]"))
                .extracting(RawRecord::reason)
                .containsExactly(null, "bad_json", null);
    }

    @Test
    void a_broken_gzip_member_costs_what_it_holds() throws Exception {
        byte[] first = Warcs.gzip(Warcs.bytes("[\n" + TWO + ",\n" + TWO + ",\n"));
        byte[] second = Warcs.gzip(Warcs.bytes((ONE + ",\n").repeat(20)));
        byte[] third = Warcs.gzip(Warcs.bytes(TWO + ",\n" + TWO + "\n]"));
        byte[] file = Warcs.joined(first, java.util.Arrays.copyOf(second, second.length - 12), third);
        List<RawRecord> records = new Archive(folder).with("a.json.gz", file).read();
        assertThat(records).filteredOn(record -> "2".equals(record.id())).hasSize(4);
        assertThat(records).extracting(RawRecord::reason).contains("truncated");
        assertThat(records.stream().map(RawRecord::archiveOffset).distinct()).hasSize(records.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void reads_what_is_not_utf8(String charset) throws Exception {
        String line =
                "{\"title\":\"وزير الخارجية يبحث الأوضاع في المنطقة\",\n\"body\":\"أعلنت الوزارة أن الاجتماع سيعقد غدا في"
                        + " العاصمة\"}";
        byte[] bytes = ("[" + line + ",\n" + line + "]").getBytes(Charset.forName(charset));
        assertThat(new Archive(folder).with("a.json", bytes).read())
                .hasSize(2)
                .extracting(RawRecord::title)
                .containsOnly("وزير الخارجية يبحث الأوضاع في المنطقة");
    }

    private static String indented(String object) {
        return object.replace("{\"", "{\n  \"").replace("\",\"", "\",\n  \"").replaceFirst("\\}$", "\n}");
    }

    private String format(String text) {
        return Formats.recognise(new Head(Warcs.bytes(text))).orElseThrow().format();
    }

    private List<RawRecord> read(String text) throws Exception {
        return new Archive(folder).with("a.json", text).read();
    }
}
