package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
    private static final String TITLE = "وزير الخارجية يبحث مع نظيره الأوضاع في المنطقة";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE"})
    void by_the_http_field(String charset) {
        assertThat(decode(page("", charset), "text/html; charset=" + charset)).contains(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6"})
    void by_the_pages_own_word(String charset) {
        String short_ = "<meta charset='" + charset + "'>";
        String long_ = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset + "\">";
        assertThat(decode(page(short_, charset), "text/html")).contains(TITLE);
        assertThat(decode(page(long_, charset), "text/html")).contains(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE"})
    void by_the_bytes_alone(String charset) {
        assertThat(decode(page("", charset), "")).contains(TITLE);
    }

    @Test
    void the_byte_order_mark_is_above_the_field() {
        byte[] bytes = Warcs.joined(Warcs.bytes("\uFEFF"), page("", "UTF-8"));
        assertThat(decode(bytes, "text/html; charset=windows-1256"))
                .contains(TITLE)
                .doesNotContain("\uFEFF");
        byte[] wide = Warcs.joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, page("", "UTF-16LE"));
        assertThat(decode(wide, "text/html; charset=utf-8")).contains(TITLE);
    }

    @Test
    void the_field_is_above_the_pages_own_word() {
        assertThat(decode(page("<meta charset=iso-8859-6>", "windows-1256"), "text/html; charset=windows-1256"))
                .contains(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "ISO-8859-6"})
    void latin_1_is_nobodys_word(String charset) {
        assertThat(decode(page("", charset), "text/html; charset=ISO-8859-1")).contains(TITLE);
        assertThat(decode(page("<meta charset=iso-8859-1>", charset), "text/html"))
                .contains(TITLE);
    }

    @Test
    void latin_1_is_its_own_word_where_it_is_so() {
        String french = "<html><p>Le préfet a été reçu à l'Élysée, où l'été s'achève sans qu'on ait décidé.</p></html>";
        byte[] bytes = french.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(decode(bytes, "text/html; charset=ISO-8859-1")).isEqualTo(french);
    }

    @Test
    void a_word_that_the_bytes_contradict_is_passed_over() {
        assertThat(decode(page("<meta charset=windows-1256>", "windows-1256"), "text/html; charset=utf-8"))
                .contains(TITLE);
        assertThat(decode(page("", "windows-1256"), "text/html; charset=utf-8")).contains(TITLE);
        assertThat(decode(page("<meta charset=utf-16>", "UTF-8"), "text/html")).contains(TITLE);
        assertThat(decode(page("", "UTF-8"), "text/html; charset=nonsense")).contains(TITLE);
    }

    @Test
    void a_servers_default_yields_to_the_pages_own_word() {
        assertThat(decode(page("<meta charset=windows-1256>", "windows-1256"), "text/html; charset=ISO-8859-1"))
                .contains(TITLE);
    }

    @Test
    void bytes_that_are_no_text_are_told() {
        byte[] noise = new byte[4000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(PageText.decode(noise, "text/html")).isEmpty();
    }

    private static byte[] page(String head, String charset) {
        return Warcs.html(head, TITLE, 10, Charset.forName(charset));
    }

    private static String decode(byte[] bytes, String contentType) {
        assertThat(bytes).isNotEqualTo(new byte[0]);
        return PageText.decode(bytes, contentType).orElse(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
