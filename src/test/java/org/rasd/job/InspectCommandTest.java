package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String BODY =
            "أعلنت وزارة الخارجية في بيان لها أن الوفدين اتفقا على عقد جولة أخرى في العاصمة قبل نهاية الشهر";

    @TempDir
    private Path folder;

    private String out = "";
    private String errors = "";

    @Test
    void tells_what_an_archive_holds_and_writes_nothing() throws Exception {
        write(
                "a.jsonl",
                line("http://one.example/1", "خبر أول", "2024-05-06")
                        + line("http://one.example/2", "خبر \u202Eثان\u001B[31m", "2024-05-09")
                        + line("http://two.example/3", "خبر ثالث", "")
                        + "{\"broken\n");
        write("2024-05-07 text.txt", "خبر رابع\n" + BODY + "\n");
        write("image.bin", "\0\1\2\3\4\5");
        assertThat(inspect(folder.toString())).as(errors).isZero();
        assertThat(out)
                .contains("Files      jsonl 1, text 1, unknown 1")
                .contains("Records    6: jsonl 4, text 1, unknown 1")
                .contains("Articles   3")
                .contains("Languages  ar 3")
                .contains("Published  2024-05-06 to 2024-05-09")
                .contains("one.example 2")
                .contains("Rejected   3")
                .contains("bad_json ", "no_date ", "unknown_format ")
                .contains("خبر أول", "خبر رابع");
        assertThat(out).as("nothing that leads a terminal").doesNotContain("\u001B", "\u202E");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void stops_at_the_limit() throws Exception {
        write("a.jsonl", line("http://one.example/1", "خبر", "2024-05-06").repeat(5));
        assertThat(inspect(folder.toString(), "--limit", "2")).isZero();
        assertThat(out).contains("Records    2: jsonl 2").contains("Stopped after 2 records; there are more.");
    }

    @Test
    void wrong_usage_exits_with_2_and_says_what_to_do() {
        assertThat(inspect(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(errors).contains("there is no such file or folder");
        assertThat(inspect(folder.toString(), "--profile", "nobody")).isEqualTo(2);
        assertThat(errors).contains("profile, got 'nobody'");
        assertThat(inspect(folder.toString(), "--format", "pdf")).isEqualTo(2);
        assertThat(errors).contains("format, got 'pdf'").contains("warc");
        assertThat(inspect()).isEqualTo(2);
    }

    @Test
    void an_empty_folder_holds_nothing() {
        assertThat(inspect(folder.toString())).isZero();
        assertThat(out).contains("Records    0").contains("Published  none");
    }

    private static String line(String url, String title, String published) {
        return "{\"url\":\"" + url + "\",\"title\":\"" + title.replace("\u001B", "\\u001b") + "\",\"body\":\"" + BODY
                + "\",\"published\":\"" + published + "\"}\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int inspect(String... arguments) {
        PrintStream standardOut = System.out;
        PrintStream standardError = System.err;
        ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        ByteArrayOutputStream caughtErrors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(caughtErrors, true, StandardCharsets.UTF_8));
        try {
            return Main.execute(
                    Stream.concat(Stream.of("inspect"), Stream.of(arguments)).toArray(String[]::new));
        } finally {
            System.setOut(standardOut);
            System.setErr(standardError);
            out = caughtOut.toString(StandardCharsets.UTF_8);
            errors = caughtErrors.toString(StandardCharsets.UTF_8);
        }
    }
}
