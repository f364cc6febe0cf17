package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rasd.model.ConfRoot;

class SentenceExplainerTest {
    private static final List<String> LINES = new SentenceExplainer(ConfRoot.folder(Path.of("conf")), 0.4)
            .explain("", "أعلنت موسكو وكييف تبادل 200 أسير أمس بوساطة إماراتية", LocalDate.of(2025, 11, 16));

    @Test
    void showsWordsNamesAndDates() {
        assertThat(LINES).as("words with their numbers").anyMatch(line -> line.contains("0:اعلنت 1:موسكو"));
        assertThat(LINES).as("a capital as its country").anyMatch(line -> line.contains("= RUS (capital)"));
        assertThat(LINES).as("yesterday").anyMatch(line -> line.contains("2025-11-15 (day)"));
    }

    @Test
    void tellsTheEventWithItsReasons() {
        assertThat(LINES).as("the event").anyMatch(line -> line.contains("event PRISONER_EXCHANGE, confidence"));
        assertThat(LINES).as("a condition").anyMatch(line -> line.contains("after[prisoner] within 4: holds"));
        assertThat(LINES)
                .as("a party and where it stands")
                .anyMatch(line -> line.contains("party UKR: 1 words before"));
        assertThat(LINES).as("persons").anyMatch(line -> line.contains("persons 200"));
    }

    @Test
    void tellsWhatWasSuppressedAndWhy() {
        assertThat(LINES).as("suppressed triggers").anyMatch(line -> line.contains("suppressed"));
        assertThat(of("أعلن النادي إتمام صفقة تبادل مع فريق المباراة الأخيرة"))
                .as("a swap of players")
                .anyMatch(line -> line.contains("suppressed by suffices_unless"));
        assertThat(of("تبادلت الشركتان الخبرات في صفقة كبيرة"))
                .as("a deal of firms")
                .anyMatch(line -> line.contains("suppressed by needs"))
                .noneMatch(line -> line.contains("suffices_unless"));
    }

    private static List<String> of(String sentence) {
        return new SentenceExplainer(ConfRoot.folder(Path.of("conf")), 0.4)
                .explain("", sentence, LocalDate.of(2025, 11, 16));
    }
}
