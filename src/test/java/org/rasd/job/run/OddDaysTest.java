package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OddDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate DAY = FIRST.plusDays(30);

    /** {@code each} on each of 60 days. */
    private static SortedMap<LocalDate, Long> steady(long each) {
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        FIRST.datesUntil(FIRST.plusDays(60)).forEach(day -> counts.put(day, each));
        return counts;
    }

    private static List<String> volumeOn(LocalDate day, SortedMap<LocalDate, Long> articles) {
        return OddDays.volume("alif.example", articles, List.of(day));
    }

    @Test
    void aQuarterOrFourTimesTheUsualIsOdd() {
        SortedMap<LocalDate, Long> articles = steady(40);
        articles.put(DAY, 10L);
        assertThat(volumeOn(DAY, articles)).containsExactly("2025-03-31 alif.example 10 (usually 40)");
        articles.put(DAY, 160L);
        assertThat(volumeOn(DAY, articles)).containsExactly("2025-03-31 alif.example 160 (usually 40)");
        articles.put(DAY, 11L);
        assertThat(volumeOn(DAY, articles)).isEmpty();
        articles.put(DAY, 159L);
        assertThat(volumeOn(DAY, articles)).isEmpty();
    }

    @Test
    void smallSourcesAndYoungArchivesRaiseNoAlarm() {
        SortedMap<LocalDate, Long> small = steady(7);
        small.put(DAY, 100L);
        assertThat(volumeOn(DAY, small)).isEmpty();
        SortedMap<LocalDate, Long> young = new TreeMap<>(steady(40).headMap(FIRST.plusDays(7)));
        young.put(FIRST.plusDays(6), 1L);
        assertThat(volumeOn(FIRST.plusDays(6), young)).as("six other days").isEmpty();
        young.put(FIRST.plusDays(7), 40L);
        assertThat(volumeOn(FIRST.plusDays(6), young)).as("seven other days").hasSize(1);
    }

    @Test
    void whatLiesFarAwayIsNoMeasure() {
        SortedMap<LocalDate, Long> grown = steady(40);
        FIRST.plusDays(60).datesUntil(FIRST.plusDays(200)).forEach(day -> grown.put(day, 400L));
        assertThat(volumeOn(FIRST.plusDays(150), grown)).isEmpty();
        assertThat(volumeOn(FIRST.plusDays(10), grown)).isEmpty();
    }

    @Test
    void aMissingDayIsOddUnlessThePaperRestsOnIt() {
        SortedMap<LocalDate, Long> daily = steady(40);
        daily.remove(DAY);
        assertThat(volumeOn(DAY, daily)).containsExactly("2025-03-31 alif.example 0 (usually 40)");
        SortedMap<LocalDate, Long> last = new TreeMap<>(steady(40).headMap(DAY));
        assertThat(volumeOn(DAY, last)).as("the newest day").hasSize(1);
        SortedMap<LocalDate, Long> weekdays = steady(40);
        weekdays.keySet().removeIf(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY);
        assertThat(volumeOn(LocalDate.of(2025, 4, 4), weekdays)).isEmpty();
    }

    @Test
    void oneSourceIsOddWhereMoreAreUsual() {
        SortedMap<LocalDate, Long> sources = steady(3);
        sources.put(DAY, 1L);
        assertThat(OddDays.oneSource(sources, List.of(DAY, DAY.plusDays(1)))).containsExactly("2025-03-31");
        assertThat(OddDays.oneSource(steady(1), List.of(DAY))).isEmpty();
    }

    @Test
    void articlesWithoutAnEventAreOdd() {
        SortedMap<LocalDate, Long> articles = steady(5);
        articles.put(DAY.plusDays(1), 4L);
        SortedMap<LocalDate, Long> mentions = steady(9);
        mentions.remove(DAY);
        mentions.remove(DAY.plusDays(1));
        assertThat(OddDays.withoutEvents(articles, mentions, List.of(DAY.minusDays(1), DAY, DAY.plusDays(1))))
                .containsExactly("2025-03-31");
    }
}
