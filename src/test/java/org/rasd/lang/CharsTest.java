package org.rasd.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CharsTest {
    @Test
    void agrees_with_the_jdk_on_every_character() {
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            assertThat(Chars.isLetter(c)).as("letter U+%04X", i).isEqualTo(Character.isLetter(c));
            assertThat(Chars.isLetterOrDigit(c)).as("word U+%04X", i).isEqualTo(Character.isLetterOrDigit(c));
            assertThat(Chars.isBlank(c))
                    .as("blank U+%04X", i)
                    .isEqualTo(Character.isWhitespace(c) || Character.isSpaceChar(c));
        }
    }

    @Test
    void no_normal_form_changes_or_joins_steady_characters() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < 200_000) {
            char c = (char) random.nextInt(Character.MAX_VALUE + 1);
            if (Chars.isSteady(c)) {
                text.append(c);
            }
        }
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFKC}) {
            assertThat(Normalizer.normalize(text, form)).as("%s", form).isEqualTo(text.toString());
        }
    }

    @Test
    void folding_by_the_short_way_gives_what_the_long_way_gives() {
        SplittableRandom random = new SplittableRandom(4);
        String letters = "اأإآىةهيكگ ـ\u064E\u0651\u200F\u00A0.,«»٠۵AzÉéﻻ\u0308\u0654";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            // a full-width letter sends the whole text through the normaliser
            assertThat(Folding.phrase(text + " Ｘ"))
                    .as("%s", text)
                    .isEqualTo(joined(Folding.phrase(text.toString()), "x"));
        }
    }

    private static String joined(String a, String b) {
        return a.isEmpty() ? b : a + " " + b;
    }
}
