package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rasd.resolve.SampleTruth.TrueEvent;

/** Resolution alone: the labelled event mentions of the sample, free of errors of extraction, against its real events. */
class SampleEventsTest {
    private static EventScore score = new EventScore(0, 0, 0, 0, List.of());

    @BeforeAll
    static void resolveLabelledMentions() {
        SampleTruth truth = SampleTruth.read();
        List<Sighting> sightings = new ArrayList<>();
        Map<String, TrueEvent> links = new HashMap<>();
        SampleTruth.goldSightings().forEach((url, told) -> {
            sightings.addAll(told);
            told.forEach(sighting ->
                    truth.spokenOf(sighting, url).ifPresent(real -> links.put(sighting.eventMentionId(), real)));
        });
        score = EventScore.of(new Resolver(ResolveSettings.defaults()).resolve(sightings), links);
    }

    @Test
    void reportsOfOneRealEventMeet() {
        assertThat(score.linked()).as("labelled reports whose event is known").isGreaterThan(140);
        assertThat(score.recall())
                .as("recall of pairs; %s", score.problems("split"))
                .isGreaterThan(0.93);
        assertThat(score.problems("split")).hasSizeLessThan(few(0.05));
    }

    @Test
    void reportsOfTwoRealEventsStayApart() {
        assertThat(score.precision())
                .as("precision of pairs; %s", score.problems("merged"))
                .isGreaterThan(0.95);
        assertThat(score.problems("merged")).hasSizeLessThan(few(0.05));
    }

    @Test
    void sidesAreTheRealOnesAndNoMediator() {
        assertThat(score.problems("sides")).isEmpty();
        assertThat(score.problems("mediator")).isEmpty();
    }

    @Test
    void statusDateAndPersonsAreThoseOfTheLastFirmReport() {
        assertThat(score.problems("status")).hasSizeLessThan(few(0.05));
        assertThat(score.problems("date")).hasSizeLessThan(few(0.07));
        assertThat(score.problems("persons")).hasSizeLessThan(few(0.06));
    }

    /** One more than so many of the real events; what is labelled leaves a few of them open to the best reader. */
    private static int few(double share) {
        return (int) Math.ceil(share * score.found()) + 1;
    }
}
