package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rasd.read.Warcs.bytes;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.BodyFormat;
import org.rasd.model.RawRecord;
import org.rasd.read.Warcs.Packing;

class WarcSourceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void gives_pages_and_accounts_for_all_other_captures(Packing packing) throws Exception {
        Warcs warcs = new Warcs()
                .with("warcinfo", "", "application/warc-fields", bytes("software: test\r\n"))
                .with("request", "http://a.example/1", "application/http", bytes("GET /1 HTTP/1.1\r\n\r\n"))
                .page("http://a.example/1", "<html><p>واحد</p></html>")
                .with("metadata", "http://a.example/1", "application/warc-fields", bytes("via: x\r\n"))
                .response("http://a.example/i.png", "200 OK", "Content-Type: image/png\r\n", new byte[] {1, 2, 3})
                .response("http://a.example/no", "404 Not Found", "Content-Type: text/html\r\n", bytes("<html>"))
                .with("revisit", "http://a.example/1", "application/http", Warcs.http("200 OK", "", new byte[0]))
                .with("resource", "file:///with spaces.html", "text/html", bytes("<html><p>اثنان</p></html>"))
                .with("conversion", "http://a.example/1", "text/plain", bytes("text"))
                .response("http://a.example/e", "200 OK", "Content-Type: text/html\r\n", new byte[0]);
        List<RawRecord> records = read(packing, warcs);
        assertThat(records)
                .extracting(RawRecord::url)
                .containsExactly(
                        "http://a.example/1",
                        "http://a.example/i.png",
                        "http://a.example/no",
                        "http://a.example/1",
                        "file:///with spaces.html",
                        "http://a.example/1",
                        "http://a.example/e");
        assertThat(records)
                .extracting(RawRecord::reason)
                .containsExactly(null, "not_page", "not_page", "revisit", null, "not_page", "no_body");
        assertThat(records.get(0).body()).isEqualTo("<html><p>واحد</p></html>");
        assertThat(records.get(0).bodyFormat()).isEqualTo(BodyFormat.PAGE.code());
        assertThat(records.get(0).published())
                .as("the date is found in the page")
                .isNull();
        assertThat(records).extracting(RawRecord::capturedAt).containsOnly(Instant.parse("2024-05-06T07:08:09Z"));
        assertThat(records.get(2).detail()).isEqualTo("HTTP status 404");
    }

    @ParameterizedTest
    @EnumSource
    void a_record_is_found_again_at_its_offset(Packing packing) throws Exception {
        Warcs warcs = new Warcs();
        for (int i = 0; i < 20; i++) {
            warcs.page("http://a.example/" + i, "<html><p>" + "نص ".repeat(i * 50) + "</p></html>");
        }
        byte[] file = warcs.file(packing);
        byte[] unpacked = packing == Packing.ONE_STREAM ? unpack(file) : file;
        for (RawRecord record : read(packing, warcs)) {
            byte[] there = Arrays.copyOfRange(unpacked, (int) record.archiveOffset(), unpacked.length);
            String text = new String(packing == Packing.BY_MEMBER ? unpack(there) : there, StandardCharsets.UTF_8);
            assertThat(text).startsWith("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + record.url() + "\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_record_over_the_cap_is_told_with_its_size(Packing packing) throws Exception {
        byte[] large = new byte[3 << 20];
        new java.util.Random(1).nextBytes(large);
        Warcs warcs = new Warcs()
                .page("http://a.example/1", "<html><p>واحد</p></html>")
                .response("http://a.example/large", "200 OK", "Content-Type: text/html\r\n", large)
                .page("http://a.example/2", "<html><p>اثنان</p></html>");
        List<RawRecord> records = read(packing, warcs);
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "too_large", null);
        int block = Warcs.http("200 OK", "Content-Type: text/html\r\n", large).length;
        assertThat(records.get(1).detail()).isEqualTo(block + " bytes; the cap is " + Archive.CAP);
        assertThat(records.get(1).url()).isEqualTo("http://a.example/large");
    }

    @ParameterizedTest
    @EnumSource
    void a_length_that_leads_too_far_costs_no_neighbour(Packing packing) throws Exception {
        for (int more : new int[] {1, 7, 300, 2_000, 500_000, 50_000_000}) {
            byte[] block = Warcs.http("200 OK", "Content-Type: text/html\r\n", bytes("<html><p>شيء</p></html>"));
            Warcs warcs = new Warcs()
                    .page("http://a.example/1", "<html><p>واحد</p></html>")
                    .withRaw(Warcs.record(
                            "response", "http://a.example/bad", "application/http", block.length + more, block))
                    .page("http://a.example/2", "<html><p>اثنان</p></html>")
                    .page("http://a.example/3", "<html><p>ثلاثة</p></html>");
            List<RawRecord> records = read(packing, warcs);
            assertThat(records)
                    .as("%s more in %s", more, packing)
                    .extracting(RawRecord::url)
                    .containsExactly(
                            "http://a.example/1", "http://a.example/bad", "http://a.example/2", "http://a.example/3");
            assertThat(records.get(1).reason()).isIn(more == 1 ? null : "bad_record", more == 1 ? null : "truncated");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_length_that_ends_too_soon_costs_no_neighbour(Packing packing) throws Exception {
        byte[] block = Warcs.http("200 OK", "Content-Type: text/html\r\n", bytes("<html><p>شيء</p>\r\n\n</html>"));
        for (int less = 1; less < block.length; less++) {
            Warcs warcs = new Warcs()
                    .page("http://a.example/1", "<html><p>واحد</p></html>")
                    .withRaw(Warcs.record(
                            "response", "http://a.example/bad", "application/http", block.length - less, block))
                    .page("http://a.example/2", "<html><p>اثنان</p></html>");
            assertThat(read(packing, warcs))
                    .as("%s less in %s", less, packing)
                    .filteredOn(record -> record.reason() == null)
                    .extracting(RawRecord::url)
                    .contains("http://a.example/1", "http://a.example/2");
        }
    }

    @Test
    void a_length_that_the_server_corrects_is_corrected() throws Exception {
        byte[] body = bytes("<html><p>شيء</p></html>");
        byte[] block = Warcs.http("200 OK", "Content-Type: text/html\r\nContent-Length: " + body.length + "\r\n", body);
        Warcs warcs = new Warcs()
                .withRaw(Warcs.record("response", "http://a.example/1", "application/http", block.length - 2, block))
                .page("http://a.example/2", "<html><p>اثنان</p></html>");
        assertThat(read(Packing.PLAIN, warcs))
                .extracting(RawRecord::body)
                .containsExactly("<html><p>شيء</p></html>", "<html><p>اثنان</p></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Content-Length: x\r\n", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n"
            })
    void a_head_without_a_length_costs_its_record_only(String length) throws Exception {
        Warcs warcs = new Warcs()
                .page("http://a.example/1", "<html><p>واحد</p></html>")
                .withRaw(bytes(
                        "WARC/1.0\r\nWARC-Type: response\r\n" + length + "\r\nHTTP/1.1 200 OK\r\n\r\n<html>\r\n\r\n"))
                .page("http://a.example/2", "<html><p>اثنان</p></html>");
        for (Packing packing : Packing.values()) {
            assertThat(read(packing, warcs)).extracting(RawRecord::reason).containsExactly(null, "bad_record", null);
        }
    }

    @Test
    void a_page_that_shows_a_warc_head_is_not_cut_there() throws Exception {
        String page =
                "<html><pre>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n</pre></html>";
        for (Packing packing : Packing.values()) {
            assertThat(read(
                            packing,
                            new Warcs().page("http://a.example/1", page).page("http://a.example/2", "<html>x")))
                    .extracting(RawRecord::body)
                    .containsExactly(page, "<html>x");
        }
    }

    private List<RawRecord> read(Packing packing, Warcs warcs) throws Exception {
        Path own = Files.createTempDirectory(folder, "archive");
        return new Archive(own).with(packing.fileName("a"), warcs.file(packing)).read();
    }

    private static byte[] unpack(byte[] packed) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
