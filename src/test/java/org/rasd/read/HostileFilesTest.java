package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;

class HostileFilesTest {
    private static final String LINE = "{\"title\":\"خبر\",\"body\":\"نص\"}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.jsonl",
                "with some spaces.jsonl",
                "with\nnewline.jsonl",
                "أخبار اليوم.jsonl",
                "a:b.jsonl",
                "100%25.jsonl",
                "a[1]{2}*?.jsonl",
                "quote'\".jsonl",
                "back\\slash.jsonl",
                "#frag?query.jsonl",
                "دبي/يوم:1/a.jsonl"
            })
    void names_of_any_kind(String name) throws Exception {
        Assumptions.assumeTrue(
                StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                        || "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "skipped: this locale has no names of files in Arabic");
        List<RawRecord> records = new Archive(folder).with(name, LINE).read();
        assertThat(records).extracting(RawRecord::title).containsExactly("خبر");
        assertThat(records).extracting(RawRecord::archiveFile).containsExactly(name);
    }

    @Test
    void links_that_lead_in_circles_are_followed_once() throws Exception {
        Archive archive = new Archive(folder).with("a/one.jsonl", LINE);
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("round"), folder.resolve("round"));
        assertThat(archive.read()).extracting(RawRecord::title).contains("خبر").hasSizeLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deep_nesting_costs_its_line_only(String opening) throws Exception {
        String deep = opening.repeat(200_000);
        List<RawRecord> records = new Archive(folder)
                .with(
                        "a.jsonl",
                        LINE + "{\"title\":" + deep + "\n{\"other\":" + deep + "\n{\"title\":" + deep
                                + (opening.equals("[") ? "]" : "}").repeat(200_000) + "}\n" + LINE)
                .read();
        assertThat(records).hasSize(5);
        assertThat(records)
                .filteredOn(record -> record.reason() == null && record.title() != null)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(records).extracting(RawRecord::title).startsWith("خبر").endsWith("خبر");
    }

    @Test
    void nulls_and_controls_cost_their_record_only() throws Exception {
        String text =
                LINE + "{\"title\":\"a\0b\",\"body\":\"x\"}\n\0\0\0\n" + LINE + "\u0001\u0002\n" + LINE.repeat(20);
        List<RawRecord> records = new Archive(folder).with("a.jsonl", text).read();
        assertThat(records).filteredOn(record -> "خبر".equals(record.title())).hasSize(22);
        assertThat(records).as("lines of controls alone are blank").hasSize(23);
    }

    @Test
    void a_million_tiny_records() throws Exception {
        int count = 1_000_000;
        Archive archive = new Archive(folder).with("a.jsonl", "{}\n".repeat(count));
        try (LocalRecords records = LocalRecords.open(archive.settings(), new Configuration())) {
            assertThat(records.stream().count()).isEqualTo(count);
        }
    }

    @Test
    void many_tiny_captures() throws Exception {
        Warcs warcs = new Warcs();
        IntStream.range(0, 50_000).forEach(i -> warcs.with("resource", "u:" + i, "text/html", Warcs.bytes("<html>")));
        Archive archive = new Archive(folder).with("a.warc", warcs.file(Warcs.Packing.PLAIN));
        try (LocalRecords records = LocalRecords.open(archive.settings(), new Configuration())) {
            assertThat(records.stream()
                            .filter(record -> record.reason() == null)
                            .count())
                    .isEqualTo(50_000);
        }
    }

    @Test
    void a_mix_of_formats_in_one_run() throws Exception {
        Archive archive = new Archive(folder);
        for (Seeds.Seed seed : Seeds.all()) {
            archive.with("mixed/" + seed.name(), seed.bytes());
        }
        archive.with("empty.jsonl", "").with("image.bin", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        List<RawRecord> records = archive.read();
        assertThat(records)
                .filteredOn(record -> record.reason() != null)
                .extracting(RawRecord::reason)
                .containsExactly("unknown_format");
        assertThat(records.stream().map(RawRecord::archiveFile).distinct())
                .hasSize(Seeds.all().size() + 1);
    }
}
