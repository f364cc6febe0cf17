package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rasd.resolve.Told.event;
import static org.rasd.resolve.Told.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rasd.model.Event;

class ResolverTest {
    private final Resolver resolver = new Resolver(ResolveSettings.defaults());

    @Test
    void reportsOfSeveralPapersWithinDaysAreOneEvent() {
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR"),
                        exchange("b", "2025-05-07", "UKR", "RUS"),
                        exchange("c", "2025-05-09", "RUS", "UKR")))
                .containsExactly("a b c");
    }

    @Test
    void theSameSidesOnDifferentDaysAreTwoEvents() {
        assertThat(clusters(
                        exchange("a", "2025-05-24", "RUS", "UKR").on("2025-05-23"),
                        exchange("b", "2025-05-25", "RUS", "UKR").on("2025-05-24"),
                        exchange("c", "2025-05-24", "RUS", "UKR").on("2025-05-23")))
                .containsExactly("a c", "b");
    }

    @Test
    void aDateInTheSentenceBeatsTheDayOfPublication() {
        Event event = only(
                exchange("a", "2025-05-08", "RUS", "UKR").on("2025-05-06"), exchange("b", "2025-05-07", "RUS", "UKR"));
        assertThat(event.eventDate()).isEqualTo(LocalDate.parse("2025-05-06"));
        assertThat(event.eventDateBasis()).isEqualTo("told");
        assertThat(event.storyCount()).isEqualTo(2);
    }

    @Test
    void undatedReportsOnManyDaysDoNotChainIntoOneEvent() {
        assertThat(clusters(
                        exchange("a", "2025-05-01", "RUS", "UKR"),
                        exchange("b", "2025-05-04", "RUS", "UKR"),
                        exchange("c", "2025-05-07", "RUS", "UKR")))
                .containsExactly("a b", "c");
    }

    @Test
    void aPlanAndItsFulfilmentAreOneEventOverTheEndsOfMonths() {
        assertThat(clusters(
                        exchange("a", "2024-12-28", "RUS", "UKR").as("planned"),
                        exchange("b", "2025-01-16", "RUS", "UKR").as("planned"),
                        exchange("c", "2025-02-08", "RUS", "UKR"),
                        exchange("d", "2025-03-20", "RUS", "UKR")))
                .containsExactly("a b c", "d");
    }

    @Test
    void otherSidesAreOtherEvents() {
        assertThat(clusters(exchange("a", "2025-05-06", "RUS", "UKR"), exchange("b", "2025-05-06", "ISR", "HAMAS")))
                .containsExactly("a", "b");
    }

    @Test
    void aGroupAndItsCountryAreOneSide() {
        Event event = only(
                exchange("a", "2023-11-24", "HAMAS", "ISR"),
                exchange("b", "2023-11-24", "HAMAS", "ISR"),
                exchange("c", "2023-11-24", "ISR", "PSE"));
        assertThat(List.of(String.valueOf(event.sideA()), String.valueOf(event.sideB())))
                .containsExactly("HAMAS", "ISR");
    }

    @Test
    void sidesOfOneCountryStayApart() {
        Event event = only(exchange("a", "2023-04-14", "HOUTHI", "YEM"));
        assertThat(event.parties()).containsExactly("HOUTHI", "YEM");
        assertThat(event.countries()).containsExactly("YEM");
    }

    @Test
    void aSentenceWithOneSideLearnsTheOtherFromItsArticle() {
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR").in("x", 0),
                        exchange("b", "2025-05-06", "UKR").in("x", 3),
                        exchange("c", "2025-05-06").in("x", 4)))
                .containsExactly("a b c");
    }

    @Test
    void aSentenceWithNoPartyInItsStoryMakesNoEvent() {
        Resolver.Resolution resolution = resolve(exchange("a", "2025-05-06"));
        assertThat(resolution.events()).isEmpty();
        assertThat(resolution.sightings()).isEmpty();
    }

    @Test
    void anUnsureMentionMakesNoEvent() {
        assertThat(resolve(exchange("a", "2025-05-06", "RUS", "UKR").sure(0.49)).events())
                .isEmpty();
    }

    @Test
    void numbersFarApartAreTwoEventsUnlessTheDayIsTold() {
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR").persons(410),
                        exchange("b", "2025-05-07", "RUS", "UKR").persons(30)))
                .containsExactly("a", "b");
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR").persons(410).on("2025-05-06"),
                        exchange("b", "2025-05-07", "RUS", "UKR").persons(205).on("2025-05-06")))
                .containsExactly("a b");
    }

    @Test
    void personsAreWhatMostStoriesSayWithTheRange() {
        Event event = only(
                exchange("a", "2025-05-06", "RUS", "UKR").persons(410),
                exchange("b", "2025-05-06", "RUS", "UKR").persons(410),
                exchange("c", "2025-05-07", "RUS", "UKR").persons(390));
        assertThat(Arrays.asList(event.personsMin(), event.personsCount(), event.personsMax()))
                .containsExactly(390, 410, 410);
    }

    @Test
    void aPlanAndItsFulfilmentAreOneEventWithHistory() {
        Event event = only(
                exchange("a", "2025-05-01", "RUS", "UKR").as("proposed"),
                exchange("b", "2025-05-03", "RUS", "UKR").as("planned").on("2025-05-06"),
                exchange("c", "2025-05-06", "RUS", "UKR"));
        assertThat(event.status()).isEqualTo("occurred");
        assertThat(event.eventDate()).isEqualTo(LocalDate.parse("2025-05-06"));
        assertThat(event.statusHistory())
                .containsExactly("2025-05-01 proposed", "2025-05-03 planned", "2025-05-06 occurred");
    }

    @Test
    void aPlanThatFailsIsOneEventNegated() {
        Event event = only(
                exchange("a", "2025-05-03", "RUS", "UKR").as("planned"),
                exchange("b", "2025-05-06", "RUS", "UKR").as("negated"));
        assertThat(event.status()).isEqualTo("negated");
    }

    @Test
    void aPlanToldAfterARefusalOpensItAgain() {
        Event event = only(
                exchange("a", "2025-05-03", "RUS", "UKR").as("proposed"),
                exchange("b", "2025-05-06", "RUS", "UKR").as("negated"),
                exchange("c", "2025-05-09", "RUS", "UKR").as("planned"));
        assertThat(event.status()).isEqualTo("planned");
    }

    @Test
    void aPlanAfterAnExchangeIsTheNextOne() {
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR"),
                        exchange("b", "2025-05-08", "RUS", "UKR").as("planned"),
                        exchange("c", "2025-05-20", "RUS", "UKR")))
                .containsExactly("a", "b c");
    }

    @Test
    void oneStoryCanTellWhatHappenedAndWhatIsNext() {
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR").in("x", 0),
                        exchange("b", "2025-05-06", "RUS", "UKR").in("x", 3).as("planned")))
                .containsExactly("a", "b");
    }

    @Test
    void aMisreadDenialTurnsNoEventThatOthersConfirm() {
        Event event = only(
                exchange("a", "2025-05-06", "RUS", "UKR"),
                exchange("b", "2025-05-07", "RUS", "UKR"),
                exchange("c", "2025-05-07", "RUS", "UKR").as("negated"));
        assertThat(event.status()).isEqualTo("occurred");
    }

    @Test
    void backgroundInLaterYearsJoinsTheOldEvent() {
        assertThat(clusters(
                        exchange("a", "2022-09-22", "RUS", "UKR").persons(270),
                        exchange("b", "2025-05-06", "RUS", "UKR")
                                .persons(270)
                                .inMonth("2022-09")
                                .background(),
                        exchange("c", "2025-05-06", "RUS", "UKR")
                                .on("2022-09-22")
                                .background()))
                .containsExactly("a b c");
    }

    @Test
    void whatIsToldOfTheYearIsNoEventThatWasStillToCome() {
        assertThat(clusters(
                        event("AGREEMENT", "a", "2025-02-06", "RUS", "UKR"),
                        event("AGREEMENT", "b", "2025-04-06", "RUS", "UKR").inYear(2025),
                        event("AGREEMENT", "c", "2025-09-06", "RUS", "UKR"),
                        event("AGREEMENT", "d", "2025-09-07", "RUS", "UKR").saying("كلمة أخرى في اليوم التالي"),
                        event("AGREEMENT", "e", "2025-04-07", "RUS", "UKR")
                                .inMonth("2025-09")
                                .as("planned")))
                .containsExactly("a b", "c d e");
    }

    @Test
    void backgroundWithoutItsEventInTheArchiveStandsAtItsOwnDate() {
        Event event = only(
                event("AGREEMENT", "a", "2025-05-06", "RUS", "UKR").inYear(2022).background(),
                event("AGREEMENT", "b", "2025-08-06", "RUS", "UKR").inYear(2022).background());
        assertThat(event.eventDate()).isEqualTo(LocalDate.parse("2022-01-01"));
        assertThat(event.countedPrecision()).isEqualTo("year");
    }

    @Test
    void backgroundWithoutDateJoinsTheLastEventBefore() {
        assertThat(clusters(
                        exchange("a", "2025-03-01", "RUS", "UKR"),
                        exchange("b", "2025-05-01", "RUS", "UKR"),
                        exchange("c", "2025-07-01", "RUS", "UKR").background()))
                .containsExactly("a", "b c");
    }

    @Test
    void accordsOnDifferentSubjectsAreDifferent() {
        assertThat(clusters(
                        event("AGREEMENT", "a", "2025-05-06", "FRA", "UKR").about("energy"),
                        event("AGREEMENT", "b", "2025-05-06", "FRA", "UKR").about("defence"),
                        event("AGREEMENT", "c", "2025-05-07", "FRA", "UKR").about("defence")))
                .containsExactly("a", "b c");
    }

    @Test
    void whoAttacksWhomIsNotTheReverse() {
        assertThat(clusters(
                        event("ASSAULT", "a", "2025-05-06", "ISR")
                                .against("LBN")
                                .saying("قصف بلدة الخيام"),
                        event("ASSAULT", "b", "2025-05-06", "LBN")
                                .against("ISR")
                                .saying("قصف بلدة الخيام"),
                        event("ASSAULT", "c", "2025-05-06", "ISR")
                                .against("SYR")
                                .saying("قصف بلدة الخيام")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aPlanWithoutDateCountsOnTheDayOfItsFirstReport() {
        Event event = only(exchange("a", "2025-05-03", "RUS", "UKR").as("planned"));
        assertThat(event.eventDate()).isNull();
        assertThat(event.countedOn()).isEqualTo(LocalDate.parse("2025-05-03"));
    }

    @Test
    void aMediatorNamedBesideTheSidesIsNoSide() {
        Event event = only(exchange("a", "2025-05-06", "ARE", "RUS", "UKR"));
        assertThat(event.parties()).containsExactly("RUS", "UKR");
        assertThat(event.mediators()).containsExactly("ARE");
    }

    @Test
    void aReportOfOneSideJoinsTheFullerOneOfThoseDays() {
        Event event = only(
                exchange("a", "2025-05-06", "RUS"),
                exchange("b", "2025-05-06", "RUS", "UKR"),
                exchange("c", "2025-05-07", "ARE", "UKR"));
        assertThat(event.parties()).containsExactly("RUS", "UKR");
        assertThat(event.mediators()).containsExactly("ARE");
    }

    @Test
    void aReportOfOneSideAloneStaysAsItIs() {
        assertThat(only(exchange("a", "2025-05-06", "RUS")).parties()).containsExactly("RUS");
        assertThat(clusters(exchange("a", "2025-05-06", "RUS"), exchange("b", "2025-06-06", "RUS", "UKR")))
                .containsExactly("a", "b");
    }

    @Test
    void aTruceLearnsItsSidesFromTheSwapOfItsStory() {
        List<Event> events = resolve(
                        exchange("a", "2025-01-19", "HAMAS", "ISR").in("x", 1),
                        event("CEASEFIRE", "b", "2025-01-19").in("x", 2))
                .events();
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.parties()).containsExactly("HAMAS", "ISR"));
    }

    @Test
    void aTruceThatBreaksAfterItHeldIsAnEventOfItsOwn() {
        assertThat(clusters(
                        event("CEASEFIRE", "a", "2023-11-29", "HAMAS", "ISR"),
                        event("CEASEFIRE", "b", "2023-12-01", "HAMAS", "ISR").as("negated")))
                .containsExactly("a", "b");
    }

    @Test
    void aSentenceToldAgainJoinsWhoeverItNames() {
        String words = "دمر المقاتلون دبابة بقذيفة ثقيلة قرب مدرسة الحي الشرقي ثم انسحبوا سالمين";
        assertThat(clusters(
                        event("ASSAULT", "a", "2024-01-23", "PSE")
                                .against("ISR")
                                .saying(words),
                        event("ASSAULT", "b", "2024-01-24", "ISR")
                                .against("PSE")
                                .saying(words),
                        event("ASSAULT", "c", "2024-01-24").saying(words)))
                .containsExactly("a b c");
    }

    @Test
    void whoMeetsWhomEachDayInTheSameWordsDoesNotChain() {
        assertThat(clusters(
                        event("CONSULT", "a", "2024-01-23", "EGY", "TUN")
                                .saying("التقى وزير خارجية مصر نظيره من تونس اليوم"),
                        event("CONSULT", "b", "2024-01-24", "TUN", "TUR")
                                .saying("التقى وزير خارجية تونس نظيره من تركيا اليوم"),
                        event("CONSULT", "c", "2024-01-25", "IND", "TUR")
                                .saying("التقى وزير خارجية تركيا نظيره من الهند اليوم")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aReportThatNamesOneSideDoesNotChainTwoMeetings() {
        assertThat(clusters(
                        event("CONSULT", "a", "2024-01-23", "EGY", "TUN")
                                .saying("التقى وزير خارجية مصر نظيره من تونس اليوم"),
                        event("CONSULT", "b", "2024-01-24", "TUN")
                                .saying("التقى وزير خارجية تونس نظيره في أنقرة اليوم"),
                        event("CONSULT", "c", "2024-01-25", "TUN", "TUR")
                                .saying("التقى وزير خارجية تونس نظيره التركي في أنقرة اليوم")))
                .doesNotContain("a b c", "a c");
    }

    @Test
    void aSentenceIsKnownAgainAmongWordsThatNobodyElseUses() {
        assertThat(clusters(
                        event("PROTEST", "a", "2024-01-23", "FRA")
                                .saying(
                                        "أغلق المزارعون طريقا سريعا قرب العاصمة بجرارات احتجاجا، وقال بيان لجنة محلية إن التحرك"
                                                + " سيتسع جنوبا"),
                        event("PROTEST", "b", "2024-01-24", "ESP", "FRA")
                                .saying(
                                        "في خبر متصل، مزارعون أغلقوا طريقا سريعا قرب العاصمة احتجاجا، بحسب مراسلتنا هناك ووكالات"
                                                + " أنباء عدة")))
                .containsExactly("a b");
    }

    @Test
    void aHeadlineAndItsSentenceAreOneThoughOneIsReadAsAPlan() {
        assertThat(clusters(
                        event("CEASEFIRE", "a", "2023-07-30", "LBN")
                                .in("x", 0)
                                .saying("اشتباكات مستمرة في المخيم برغم اتفاق الفصائل على وقف إطلاق النار"),
                        event("CEASEFIRE", "b", "2023-07-30", "LBN")
                                .in("x", 1)
                                .as("proposed")
                                .saying("استمرار اشتباكات المخيم على الرغم من اتفاق الفصائل على وقف إطلاق النار فورا")))
                .containsExactly("a b");
    }

    @Test
    void oneSentenceCanTellWhatHappenedAndWhatIsNext() {
        String words = "تبادل البلدان عشرات الأسرى اليوم وسيتبادلان مئات آخرين غدا بحسب بيان مشترك";
        assertThat(clusters(
                        exchange("a", "2025-05-06", "RUS", "UKR").in("x", 1).saying(words),
                        exchange("b", "2025-05-06", "RUS", "UKR")
                                .in("x", 1)
                                .as("planned")
                                .saying(words)))
                .containsExactly("a", "b");
    }

    @Test
    void whoCallsForATruceIsNoSideOfAnotherThatOneStoryTells() {
        assertThat(clusters(
                        event("CEASEFIRE", "a", "2024-01-25", "USA").as("proposed"),
                        event("CEASEFIRE", "b", "2024-01-26", "IRQ", "USA").as("negated")))
                .containsExactly("a", "b");
        assertThat(clusters(
                        event("CEASEFIRE", "a", "2024-01-25", "RUS").as("proposed"),
                        event("CEASEFIRE", "b", "2024-01-26", "RUS", "UKR").as("proposed"),
                        event("CEASEFIRE", "c", "2024-01-26", "RUS", "UKR").as("proposed")))
                .containsExactly("a b c");
    }

    @Test
    void attacksOfOneDayToldInOtherWordsAreTwo() {
        assertThat(clusters(
                        event("ASSAULT", "a", "2024-01-23", "ISR")
                                .against("PSE")
                                .saying("غارة على مخيم النصيرات"),
                        event("ASSAULT", "b", "2024-01-23", "ISR")
                                .against("PSE")
                                .saying("جنود يقتحمون بلدة يعبد")))
                .containsExactly("a", "b");
    }

    @Test
    void theIdHoldsWhenMoreArticlesTellTheSame() {
        Event alone = only(exchange("b", "2025-05-06", "RUS", "UKR"));
        Event told = only(exchange("b", "2025-05-06", "RUS", "UKR"), exchange("a", "2025-05-08", "RUS", "UKR"));
        assertThat(told.eventId()).isEqualTo(alone.eventId());
    }

    private Event only(Told... told) {
        List<Event> events = resolve(told).events();
        assertThat(events).as("events of %s", clusters(told)).hasSize(1);
        return events.get(0);
    }

    private Resolver.Resolution resolve(Told... told) {
        return resolver.resolve(Arrays.stream(told).map(Told::sighting).toList());
    }

    /** The mentions of each event, as {@code a b}, sorted. */
    private List<String> clusters(Told... told) {
        Map<String, TreeSet<String>> byEvent = resolve(told).sightings().stream()
                .collect(Collectors.groupingBy(
                        s -> String.valueOf(s.eventId()),
                        TreeMap::new,
                        Collectors.mapping(Sighting::eventMentionId, Collectors.toCollection(TreeSet::new))));
        return byEvent.values().stream()
                .map(ids -> String.join(" ", ids))
                .sorted()
                .toList();
    }
}
