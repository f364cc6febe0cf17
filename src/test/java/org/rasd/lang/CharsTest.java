package org.rasd.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CharsTest {
    @Test
    void agreesWithTheJdkOnEveryCharacter() {
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
    void noNormalFormChangesOrJoinsPlainCharacters() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < 200_000) {
            char c = (char) random.nextInt(Character.MAX_VALUE + 1);
            if (Chars.isPlain(c)) {
                text.append(c);
            }
        }
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFKC}) {
            assertThat(Normalizer.normalize(text, form)).as("%s", form).isEqualTo(text.toString());
        }
    }
}
