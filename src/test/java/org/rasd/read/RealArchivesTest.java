package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.rasd.model.RawRecord;

/** Files of other projects, good and broken, where they are at hand. */
class RealArchivesTest {
    private static final Path REAL = Path.of("../shared/data");

    @BeforeEach
    void isThere() {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "skipped: there is no " + REAL);
    }

    @ParameterizedTest
    @CsvSource({
        "archives/aut-example.warc.gz, not_page=205 page=94",
        "archives/aut-badexample.arc.gz, bad_record=2 not_page=2 truncated=1",
        "archives/jwarc-cc.warc.gz, page=1",
        "archives/warcio-example-bad-non-chunked.warc.gz, page=1 revisit=1",
        "archives/warcio-example-iana.org-chunked.warc, page=1",
        "archives/warcio-example-space-in-target-uri.warc.gz, not_page=1",
        "archives/warcio-example-trunc.warc, page=1",
        "archives/warcio-example-wrong-chunks.warc.gz, page=1",
        "archives/warcio-example.arc.gz, page=1",
        "html/goose3-cnn-arabic.html, page=1",
        "html/trafilatura-assabah.html, page=1"
    })
    void every_record_is_accounted_for(String file, String expected) throws Exception {
        Map<String, Integer> found = new TreeMap<>();
        for (RawRecord record : read(file)) {
            found.merge(record.reason() == null ? record.bodyFormat() : record.reason(), 1, Integer::sum);
        }
        assertThat(found).hasToString("{" + expected.replace(" ", ", ") + "}");
    }

    @Test
    void pages_are_those_that_jwarc_reads() throws Exception {
        Path file = REAL.resolve("archives/aut-example.warc.gz");
        Map<Long, String> pages = new HashMap<>();
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record = reader.next().orElse(null);
                    record != null;
                    record = reader.next().orElse(null)) {
                if (record instanceof WarcResponse response && response.target().startsWith("http")) {
                    long position = reader.position();
                    HttpResponse http = response.http();
                    boolean page = http.status() / 100 == 2
                            && http.contentType().base().toString().equals("text/html");
                    if (page) {
                        pages.put(position, response.target());
                    }
                }
            }
        }
        Map<Long, String> ours = new HashMap<>();
        read("archives/aut-example.warc.gz").stream()
                .filter(record -> record.reason() == null)
                .forEach(record -> ours.put(record.archiveOffset(), String.valueOf(record.url())));
        assertThat(ours).isEqualTo(pages);
    }

    @Test
    void spaces_in_an_address_are_kept() throws Exception {
        RawRecord record =
                read("archives/warcio-example-space-in-target-uri.warc.gz").get(0);
        assertThat(record.url()).isEqualTo("file:///example with spaces.png");
    }

    private static List<RawRecord> read(String file) throws Exception {
        return Archive.read(new ReadSettings(
                List.of(new InputSpec(REAL.resolve(file).toString(), InputSpec.AUTO, Optional.empty())),
                Archive.profiles(),
                Archive.CAP * 16,
                1 << 16));
    }
}
