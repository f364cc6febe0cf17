package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rasd.extract.GoldArticle.GoldEvent;
import org.rasd.extract.ScoredError.Kind;
import org.rasd.model.EventMention;

class EventScorerTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final List<String> SENTENCES =
            List.of("قمة تجمع البلدين", "وقعت مصر والأردن اتفاقية للطاقة.", "ودعت مصر إلى هدنة في السودان.");

    private static GoldEvent label(int s, String type, Status status, List<String> source) {
        return new GoldEvent(
                s,
                type,
                status,
                false,
                source,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                List.of());
    }

    private static GoldArticle gold(GoldEvent... events) {
        return new GoldArticle("https://paper.example/1", DAY, SENTENCES, List.of(events));
    }

    private static EventMention row(int s, String type, String status, List<String> source) {
        return new EventMention(
                "m" + s + type,
                null,
                "a1",
                "a1",
                s,
                SENTENCES.get(s),
                0,
                4,
                SENTENCES.get(s).substring(0, 4),
                type,
                null,
                status,
                false,
                source,
                List.of(),
                List.of(),
                source,
                null,
                null,
                null,
                null,
                null,
                "SUPPORT",
                null,
                "057",
                "verbal_cooperation",
                "agreement.sign_verb",
                0.93,
                DAY);
    }

    private static Scores score(GoldArticle gold, EventMention... rows) {
        EventScorer scorer = new EventScorer();
        scorer.add(gold, List.of(rows));
        return scorer.scores();
    }

    @Test
    void countsHitsFalseAlarmsAndMissesByType() {
        Scores scores = score(
                gold(
                        label(1, "AGREEMENT", Status.OCCURRED, List.of("EGY", "JOR")),
                        label(2, "CEASEFIRE", Status.PROPOSED, List.of())),
                row(1, "AGREEMENT", "occurred", List.of("EGY", "JOR")),
                row(0, "CONSULT", "occurred", List.of()));
        assertThat(scores.types()).as("detection").containsEntry("AGREEMENT", new Tally(1, 0, 0));
        assertThat(scores.types()).as("a miss").containsEntry("CEASEFIRE", new Tally(0, 0, 1));
        assertThat(scores.types()).as("a false alarm").containsEntry("CONSULT", new Tally(0, 1, 0));
        assertThat(scores.mission()).as("mission types").isEqualTo(new Tally(1, 0, 1));
        assertThat(scores.record()).as("whole records").isEqualTo(new Tally(1, 1, 1));
        assertThat(scores.errors()).as("errors").extracting(ScoredError::kind).contains(Kind.MISSED, Kind.FALSE_ALARM);
    }

    @Test
    void attributesAreScoredOnPairsOnly() {
        Scores scores = score(
                gold(label(1, "AGREEMENT", Status.PLANNED, List.of("EGY", "JOR"))),
                row(1, "AGREEMENT", "occurred", List.of("EGY", "SYR")));
        assertThat(scores.statusAccuracy()).as("status").isZero();
        assertThat(scores.parties())
                .as("one party right, one wrong, one missed")
                .isEqualTo(new Tally(1, 1, 1));
        assertThat(scores.record()).as("no whole record").isEqualTo(new Tally(0, 1, 1));
    }

    @Test
    void optionalLabelsCountNeitherWay() {
        GoldEvent asked = label(2, "CEASEFIRE", Status.PROPOSED, List.of());
        GoldEvent optional = new GoldEvent(
                2,
                "REQUEST",
                Status.OCCURRED,
                false,
                List.of("EGY"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                true,
                List.of());
        assertThat(score(gold(asked, optional)).all())
                .as("without the optional row")
                .isEqualTo(new Tally(0, 0, 1));
        assertThat(score(gold(asked, optional), row(2, "REQUEST", "occurred", List.of("EGY")))
                        .all())
                .as("with it")
                .isEqualTo(new Tally(0, 0, 1));
    }

    @Test
    void anAlternativeTypeIsAsGood() {
        GoldEvent event = new GoldEvent(
                1,
                "COOPERATE",
                Status.OCCURRED,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                List.of("AGREEMENT"));
        assertThat(score(gold(event), row(1, "AGREEMENT", "occurred", List.of()))
                        .all())
                .as("the row under its alternative type")
                .isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void sentencesCutOtherwiseAreAligned() {
        SentenceAligner aligner = new SentenceAligner(SENTENCES);
        assertThat(aligner.align(7, "ودعت مصر إلى هدنة", "هدنة"))
                .as("a part of sentence 2")
                .hasValue(2);
        assertThat(aligner.align(3, "كلام آخر تماما", "كلام"))
                .as("no such sentence")
                .isEmpty();
    }
}
