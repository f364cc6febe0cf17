package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {
    @Test
    void entitiesOfPlainTextAreDecodedOnce() {
        assertThat(DisplayText.ofText("قال &quot;نعم&quot;&#8230; ثم &amp;quot; و AT&T"))
                .isEqualTo("قال \"نعم\"… ثم &quot; و AT&T");
    }

    @Test
    void entitiesOfHtmlAreDecodedOnce() {
        assertThat(DisplayText.ofHtml("<p>&laquo;قال&raquo; &amp;lt;b&amp;gt;</p>"))
                .isEqualTo("«قال» &lt;b&gt;");
    }

    @Test
    void blocksAndBreaksBecomeLines() {
        assertThat(DisplayText.ofHtml(
                        "<p>أول\n سطر<br>ثان</p><div>ثالث <b>قوي</b>ا</div><ul><li>رابع</ul><figure><img><figcaption>شرح</figcaption></figure>"
                                + "<script>x</script><p style='display: none'>خفي</p>"))
                .isEqualTo("أول سطر\nثان\nثالث قويا\nرابع");
    }

    @Test
    void composedFormIsKept() {
        assertThat(DisplayText.ofText("ا\u0653لى ا\u0654سر e\u0301")).isEqualTo("\u0622لى \u0623سر \u00E9");
    }

    @Test
    void whatWasPrintedStays() {
        String printed = "\uFEDF\uFE8E مُحَمَّد كتـــاب می\u200Cخواهم \u200Fنص\u200E 😀 ١٢";
        assertThat(DisplayText.ofText(printed)).isEqualTo(printed);
    }

    @Test
    void whatIsNoTextGoes() {
        assertThat(DisplayText.ofText("\uFEFFأ\u0000ب\u0007ت\uD83D ث\uDE00\uFFFEج\u202Eح\u2066خ\u2069\uFDD0"))
                .isEqualTo("أبت ثجحخ");
    }

    @Test
    void blanksAndLinesAreTidied() {
        assertThat(DisplayText.ofText("  أ \u00A0 ب\r\n\r\n ج\u2028د\u0085\n ")).isEqualTo("أ ب\nج\nد");
        assertThat(DisplayText.line(" عنوان\n من سطرين ")).isEqualTo("عنوان من سطرين");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyCharactersGiveWellFormedTextThatStaysTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            raw.append((char) random.nextInt(random.nextBoolean() ? 0x800 : 0x10000));
        }
        String once = DisplayText.tidy(raw.toString());
        for (int i = 0; i < once.length(); i++) {
            char c = once.charAt(i);
            assertThat(c == '\n' || !Character.isISOControl(c))
                    .as("control %04x", (int) c)
                    .isTrue();
            assertThat(Character.isHighSurrogate(c)
                            && (i + 1 == once.length() || !Character.isLowSurrogate(once.charAt(i + 1))))
                    .as("lone surrogate")
                    .isFalse();
        }
        assertThat(DisplayText.tidy(once)).isEqualTo(once);
    }
}
