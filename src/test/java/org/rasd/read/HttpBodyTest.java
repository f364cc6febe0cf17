package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBodyTest {
    private static final String TEXT = "<html><p>" + "نص الخبر. ".repeat(100) + "</p></html>";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @Test
    void chunks_are_joined() throws Exception {
        assertThat(decode(CHUNKED, "5\r\nhello\r\n7;name=x\r\n, world\r\n0\r\nTrailer: x\r\n\r\n"))
                .isEqualTo("hello, world");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<html>hello</html> ~ <html>hello</html>",
                "5|hello|zz|rest ~ hellozz|rest",
                "5|hello|64|cut off ~ hellocut off",
                "5|hello ~ hello",
                "FFFFFFFFFFFFFFFF|x ~ FFFFFFFFFFFFFFFF|x",
                "-5|hello ~ -5|hello"
            })
    void wrong_chunks_lose_nothing(String body, String expected) throws Exception {
        String written = body.replace("|", "\r\n");
        assertThat(decode(CHUNKED, written)).isEqualTo(expected.replace("|", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "identity, gzip"})
    void gzip_is_unpacked(String coding) throws Exception {
        assertThat(decode("Content-Encoding: " + coding + "\r\n", Warcs.gzip(Warcs.bytes(TEXT))))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflate_is_unpacked_with_and_without_its_wrapping(boolean bare) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
            deflate.write(Warcs.bytes(TEXT));
        }
        assertThat(decode("Content-Encoding: deflate\r\n", out.toByteArray())).isEqualTo(TEXT);
    }

    @Test
    void what_says_gzip_and_is_none_is_taken_as_it_is() throws Exception {
        assertThat(decode("Content-Encoding: gzip\r\n", TEXT)).isEqualTo(TEXT);
        assertThat(decode("Content-Encoding: deflate\r\n", TEXT)).isEqualTo(TEXT);
    }

    @Test
    void of_a_cut_body_the_part_before_is_kept() throws Exception {
        byte[] packed = Warcs.gzip(Warcs.bytes(TEXT
                + "x".repeat(10)
                + Arrays.toString(new java.util.Random(1).ints(2000).toArray())));
        assertThat(decode("Content-Encoding: gzip\r\n", Arrays.copyOf(packed, packed.length / 2)))
                .startsWith(TEXT);
    }

    @Test
    void a_bomb_is_stopped_at_the_cap() {
        byte[] bomb = Warcs.gzip(new byte[50 << 20]);
        assertThatThrownBy(() -> decode("Content-Encoding: gzip\r\n", bomb))
                .isInstanceOf(HttpBody.TooLargeException.class)
                .hasMessageContaining("bytes unpacked from " + bomb.length);
    }

    @Test
    void a_coding_that_is_not_known_is_told() {
        assertThatThrownBy(() -> decode("Content-Encoding: zz\r\n", TEXT))
                .isInstanceOf(HttpBody.UnknownCodingException.class)
                .hasMessage("content coding zz");
    }

    private static String decode(String fields, String body) throws Exception {
        return decode(fields, Warcs.bytes(body));
    }

    private static String decode(String fields, byte[] body) throws Exception {
        byte[] block = Warcs.http("200 OK", fields, body);
        HttpMessage message = HttpMessage.parse(block, block.length).orElseThrow();
        return new String(HttpBody.decode(message, block, block.length, 1 << 20), StandardCharsets.UTF_8);
    }
}
