package org.rasd.clean.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that is meant to break: deep, endless, empty, torn. Run on a small stack. */
class HostilePagesTest {
    private static final String TEXT =
            "<p>وصل الوفد إلى العاصمة صباح الأحد، وبدأت المحادثات بعد ساعة من وصوله بحضور الوسطاء والمراقبين الدوليين.</p>";
    private static final int MANY = 100_000;

    static List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (String tag : List.of(
                "div", "span", "b", "table", "ul", "font", "a", "blockquote", "section", "svg", "form", "x-y")) {
            pages.add("<html><body>" + ("<" + tag + ">").repeat(MANY) + TEXT);
        }
        pages.add("<div class=\"comments share related\">".repeat(MANY) + TEXT);
        pages.add(("<div class=\"item\"><a href=x><h3>عنوان</h3></a></div>").repeat(MANY) + TEXT);
        pages.add("<p>".repeat(MANY) + "</b>".repeat(MANY));
        pages.add("<br>".repeat(MANY) + TEXT);
        pages.add("<script type=\"application/ld+json\">" + "[".repeat(MANY) + "</script>" + TEXT);
        pages.add("<script type=\"application/ld+json\">" + "{\"a\":".repeat(900) + "1" + "}".repeat(900) + "</script>"
                + TEXT);
        pages.add(
                ("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"\\</script>").repeat(2_000)
                        + TEXT);
        pages.add("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"" + "أ".repeat(MANY)
                + "\" x</script>" + TEXT);
        pages.add("<meta property=\"og:title\" content=\"" + "أ".repeat(MANY) + "\">" + TEXT);
        pages.add("<div class=\"" + "a".repeat(MANY) + "\" id=\"" + "bC-".repeat(MANY) + "\">" + TEXT);
        pages.add("&".repeat(MANY) + "&#x110000;&#55357;&nosuch;" + TEXT);
        pages.add("\u0000".repeat(MANY) + TEXT);
        pages.add("كلمة ".repeat(MANY));
        pages.add("ك".repeat(MANY));
        pages.add("");
        pages.add("<!--" + "-".repeat(MANY));
        pages.add("<title>".repeat(MANY));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadWithoutACrashOnASmallStack(String html) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread reader = new Thread(null, () -> PageReader.read(html, "https://x.example/a"), "reader", 256 * 1024);
        reader.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
        reader.start();
        reader.join();

        assertThat(thrown).isEmpty();
    }

    @Test
    void textWithinDeepMarkupIsFound() {
        PageResult found = PageReader.read("<div>".repeat(200) + TEXT + TEXT, null);

        assertThat(found)
                .isInstanceOfSatisfying(
                        PageArticle.class, page -> assertThat(page.body()).contains("وصل الوفد"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void tornPagesAreReadAsWellAsMayBe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String page =
                "<html><head><title>عنوان</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-01-01\"}</script></head><body><div class=\"c\">"
                        + TEXT.repeat(5) + "<ul><li><a href=\"x\">رابط</a></li></ul></div></body></html>";
        for (int round = 0; round < 300; round++) {
            StringBuilder torn = new StringBuilder(page);
            for (int cut = random.nextInt(1, 6); cut > 0; cut--) {
                int at = random.nextInt(torn.length() - 1);
                switch (random.nextInt(4)) {
                    case 0 -> torn.delete(at, Math.min(torn.length(), at + random.nextInt(1, 40)));
                    case 1 -> torn.insert(at, "<>\"'&/".charAt(random.nextInt(6)));
                    case 2 -> torn.setCharAt(at, (char) random.nextInt(0x10000));
                    default -> torn.insert(at, torn.substring(at, Math.min(torn.length(), at + 60)));
                }
            }
            assertThatCode(() -> PageReader.read(torn.toString(), "https://x.example/2024/01/01/a"))
                    .as("seed %d round %d", seed, round)
                    .doesNotThrowAnyException();
        }
    }
}
