package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rasd.read.Warcs.bytes;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rasd.model.RawRecord;

/** Records far over the cap: they are told with their size, and reading them takes no memory to speak of. */
class LargeRecordsTest {
    private static final long LARGE = 3L << 30;
    private static final int CAP = 1 << 20;
    private static final long MOST_ALLOCATED = 64L << 20;

    @Test
    void a_warc_record_of_three_gigabytes() throws Exception {
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/large\r\nContent-Type:"
                + " application/http\r\nContent-Length: " + LARGE + "\r\n\r\n";
        byte[] next = Warcs.record("resource", "http://a.example/2", "text/html", 7, bytes("<html>x"));
        List<RawRecord> records = read(
                new WarcSource(),
                new Endless(
                        bytes(head),
                        bytes("a line of some response\r\n"),
                        LARGE,
                        Warcs.joined(bytes("\r\n\r\n"), next)));
        assertThat(records).extracting(RawRecord::reason).containsExactly("too_large", null);
        assertThat(records.get(0).detail()).isEqualTo(LARGE + " bytes; the cap is " + CAP);
        assertThat(records.get(1).body()).isEqualTo("<html>x");
    }

    @Test
    void a_json_line_of_three_gigabytes() throws Exception {
        List<RawRecord> records = read(
                new JsonLinesSource(),
                new Endless(bytes("{\"body\":\""), bytes("نص "), LARGE, bytes("\"}\n{\"title\":\"خبر\"}\n")));
        assertThat(records).extracting(RawRecord::reason).containsExactly("too_large", null);
        assertThat(records.get(0).detail()).startsWith(LARGE + 11 + " bytes");
        assertThat(records.get(1).title()).isEqualTo("خبر");
    }

    @Test
    void a_json_object_of_three_gigabytes_in_an_array() throws Exception {
        List<RawRecord> records = read(
                new JsonSource(),
                new Endless(bytes("[\n{\"body\":\""), bytes("نص "), LARGE, bytes("\"},\n{\"title\":\"خبر\"}\n]")));
        assertThat(records).extracting(RawRecord::reason).containsExactly("too_large", null);
        assertThat(records.get(0).detail()).startsWith(LARGE + 11 + " bytes");
        assertThat(records.get(1).title()).isEqualTo("خبر");
    }

    @Test
    void a_text_of_three_gigabytes() throws Exception {
        List<RawRecord> records =
                read(new TextSource(), new Endless(bytes("عنوان\n"), bytes("سطر\n"), LARGE, bytes("آخر")));
        assertThat(records).extracting(RawRecord::reason).containsExactly("too_large");
        assertThat(records.get(0).detail()).startsWith(LARGE + 17 + " bytes");
    }

    @Test
    void a_csv_line_of_three_gigabytes() throws Exception {
        List<RawRecord> records = read(
                new CsvSource(), new Endless(bytes("title,body\nخبر,\""), bytes("نص "), LARGE, bytes("\"\nثان,نص\n")));
        assertThat(records).extracting(RawRecord::reason).containsExactly("too_large", null);
        assertThat(records.get(1).title()).isEqualTo("ثان");
    }

    private static List<RawRecord> read(ArticleSource source, InputStream in) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        List<RawRecord> records = new ArrayList<>();
        Profile profile = Objects.requireNonNull(Archive.profiles().get(source.defaultProfile()));
        SourceFile file = new SourceFile(
                "large", new HeadStream(in), 0, Long.MAX_VALUE, Stripe.ALL, Instant.EPOCH, null, profile, CAP);
        try (RecordCursor cursor = source.open(file)) {
            for (RawRecord record = cursor.next(); record != null; record = cursor.next()) {
                records.add(record);
            }
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated)
                .as("bytes allocated for a record of %s bytes", LARGE)
                .isLessThan(MOST_ALLOCATED);
        return records;
    }
}
