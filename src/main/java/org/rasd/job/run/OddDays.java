package org.rasd.job.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * Tells days that look as if something went wrong with the crawl or the run.
 *
 * <p>What is usual is the median of the four weeks before and after, of days that hold something; it is told only from a
 * week of such days on, so that a new archive and a paper that rarely prints raise no alarm.
 */
final class OddDays {
    /** Days before and after that tell what is usual. */
    static final int AROUND = 28;

    private static final int DAYS_TO_KNOW = 7;
    private static final int WEEKS = 4;
    private static final int WEEKS_TO_MISS = 3;
    private static final double FAR = 4;
    private static final double FEW_ARTICLES = 8;
    private static final long ARTICLES_WITH_SOME_EVENT = 5;

    private OddDays() {}

    /**
     * Days of {@code run} on which {@code source} printed a quarter or less of what is usual, or four times it or more, or
     * nothing where it prints on that day of the week; each as text for a person.
     *
     * @param articles day to articles of the source, days without any left out
     */
    static List<String> volume(String source, SortedMap<LocalDate, Long> articles, Collection<LocalDate> run) {
        List<String> odd = new ArrayList<>();
        for (LocalDate day : run) {
            double usual = usual(articles, day);
            long now = articles.getOrDefault(day, 0L);
            boolean far = now * FAR <= usual || now >= usual * FAR;
            if (usual >= FEW_ARTICLES && far && (now > 0 || isMissed(articles, day))) {
                odd.add(day + " " + source + " " + now + " (usually " + Math.round(usual) + ")");
            }
        }
        return odd;
    }

    /** Days of {@code run} with articles of one source only where more are usual. */
    static List<String> oneSource(SortedMap<LocalDate, Long> sources, Collection<LocalDate> run) {
        return run.stream()
                .filter(day -> sources.getOrDefault(day, 0L) == 1 && usual(sources, day) >= 2)
                .map(LocalDate::toString)
                .toList();
    }

    /** Days of {@code run} with articles and not one event mention. */
    static List<String> withoutEvents(
            SortedMap<LocalDate, Long> articles, SortedMap<LocalDate, Long> mentions, Collection<LocalDate> run) {
        return run.stream()
                .filter(day -> articles.getOrDefault(day, 0L) >= ARTICLES_WITH_SOME_EVENT)
                .filter(day -> mentions.getOrDefault(day, 0L) == 0)
                .map(LocalDate::toString)
                .toList();
    }

    /** The median around {@code day}, without it; 0 where too few days are known. */
    private static double usual(SortedMap<LocalDate, Long> counts, LocalDate day) {
        long[] around = counts.subMap(day.minusDays(AROUND), day.plusDays(AROUND + 1L)).entrySet().stream()
                .filter(other -> !other.getKey().equals(day))
                .mapToLong(java.util.Map.Entry::getValue)
                .sorted()
                .toArray();
        return around.length < DAYS_TO_KNOW ? 0 : around[around.length / 2];
    }

    /** True where the day of the week is one on which it prints, by the weeks before or after. */
    private static boolean isMissed(SortedMap<LocalDate, Long> articles, LocalDate day) {
        int before = 0;
        int after = 0;
        for (int week = 1; week <= WEEKS; week++) {
            before += articles.containsKey(day.minusWeeks(week)) ? 1 : 0;
            after += articles.containsKey(day.plusWeeks(week)) ? 1 : 0;
        }
        return Math.max(before, after) >= WEEKS_TO_MISS;
    }
}
