package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.EventMention;
import org.rasd.testing.Articles;

class ArticleExtractorTest {
    private static final ArticleExtractor EXTRACTOR =
            new ArticleExtractor(ConfRoot.folder(Path.of("conf")), ExtractSettings.DEFAULT);
    private static final Locale USUAL = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(USUAL);
    }

    static Article article(String title, String body, String language) {
        return Articles.of("a1", title, body, language, LocalDate.of(2024, 6, 3));
    }

    private static final String TITLE = "تبادل أسرى بين روسيا وأوكرانيا بوساطة إماراتية";
    private static final String BODY = "أعلنت وزارة الدفاع الروسية اليوم الاثنين أن موسكو وكييف تبادلتا 190 أسيراً.\n"
            + "ووقّعت مصر والأردن اتفاقية للتعاون في مجال الطاقة. ودعا وزير الخارجية الفرنسي إلى وقف إطلاق النار في غزة.";

    @Test
    void evidenceIsExactlyTheTrigger() {
        List<EventMention> events =
                EXTRACTOR.extract(article(TITLE, BODY, "ar")).eventMentions();
        assertThat(events).as("events of three plain sentences").hasSizeGreaterThanOrEqualTo(4);
        for (EventMention event : events) {
            String text = event.sentenceIndex() == 0 ? TITLE : BODY;
            assertThat(text.substring(event.evidenceBegin(), event.evidenceEnd()))
                    .as("text at the evidence offsets of %s", event.ruleId())
                    .isEqualTo(event.trigger());
        }
    }

    @Test
    void readsAnExchangeWithPartiesAndMediator() {
        EventMention event =
                EXTRACTOR.extract(article(TITLE, BODY, "ar")).eventMentions().get(0);
        assertThat(event.eventType()).as("type of the headline's event").isEqualTo("PRISONER_EXCHANGE");
        assertThat(event.sourceActors()).as("both sides").contains("RUS", "UKR");
        assertThat(event.countries()).as("countries among the sides").contains("RUS", "UKR");
        assertThat(event.cameoCode()).as("CAMEO of an exchange that happened").isEqualTo("0841");
    }

    @Test
    void otherLanguagesGiveNothing() {
        assertThat(EXTRACTOR.extract(article(TITLE, BODY, "fa")))
                .as("a Persian article")
                .isEqualTo(Extraction.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "tr", "fa"})
    void sameRowsUnderEveryLocale(String tag) {
        Extraction usual = EXTRACTOR.extract(article(TITLE, BODY, "ar"));
        Locale.setDefault(Locale.forLanguageTag(tag));
        ArticleExtractor fresh = new ArticleExtractor(ConfRoot.folder(Path.of("conf")), ExtractSettings.DEFAULT);
        assertThat(fresh.extract(article(TITLE, BODY, "ar")))
                .as("rows under locale %s", tag)
                .isEqualTo(usual);
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        SplittableRandom random = new SplittableRandom(7);
        String seed = TITLE + BODY + "\u202E\uFEFC\u0000\uD83D\uDE00 205,1 ١٢٣ 99/99/2024 في عام قبل منذ";
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 120; k++) {
                int at = random.nextInt(seed.length());
                text.append(seed, at, Math.min(seed.length(), at + 1 + random.nextInt(9)));
            }
            Extraction rows = EXTRACTOR.extract(article(text.substring(0, 30), text.toString(), "ar"));
            assertThat(rows.mentions())
                    .as("mentions of shuffled text %d", i)
                    .allSatisfy(m -> assertThat(m.end()).isGreaterThan(m.begin()));
        }
        assertThat(EXTRACTOR.extract(article("", "", "ar")).eventMentions())
                .as("empty text")
                .isEmpty();
    }
}
