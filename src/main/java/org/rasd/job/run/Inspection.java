package org.rasd.job.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rasd.clean.ArticleCleaner;
import org.rasd.model.Article;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.model.RejectedRecord;
import org.rasd.read.OpenedFile;

/**
 * What an archive holds, counted record by record: formats, articles, languages, days, sources, rejects, and ten
 * articles drawn evenly. Takes as much memory for a large archive as for a small one, but for its sources.
 */
public final class Inspection implements OpenedFile.Listener {
    private static final int SAMPLES = 10;
    private static final int SOURCES_SHOWN = 10;
    private static final int TITLE_LENGTH = 70;
    private static final String UNKNOWN = "unknown";

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final SplittableRandom random = new SplittableRandom(SAMPLES);
    private final Map<String, Long> filesByFormat = new TreeMap<>();
    private final Map<String, Long> recordsByFormat = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Map<String, Long> bases = new TreeMap<>();
    private final Map<String, Rejects> rejects = new TreeMap<>();
    private final List<Article> samples = new ArrayList<>();
    private final Range<LocalDate> published = new Range<>();
    private final Range<Instant> captured = new Range<>();
    private String format = UNKNOWN;
    private long records;
    private long articles;

    /** How many records have one reason, and the first of them. */
    private record Rejects(long count, RejectedRecord first) {}

    /** The least and the greatest of some values. */
    private static final class Range<T extends Comparable<? super T>> {
        private @Nullable T least;
        private @Nullable T greatest;

        void add(@Nullable T value) {
            if (value != null) {
                least = least == null || value.compareTo(least) < 0 ? value : least;
                greatest = greatest == null || value.compareTo(greatest) > 0 ? value : greatest;
            }
        }

        String text() {
            return least == null ? "none" : least + " to " + greatest;
        }
    }

    @Override
    public void opened(OpenedFile file) {
        format = file.format();
        filesByFormat.merge(format, 1L, Long::sum);
    }

    /** Counts the next record. */
    public void add(RawRecord record) {
        records++;
        boolean unknown = RejectReason.UNKNOWN_FORMAT.code().equals(record.reason());
        recordsByFormat.merge(unknown ? UNKNOWN : format, 1L, Long::sum);
        if (unknown) {
            filesByFormat.merge(UNKNOWN, 1L, Long::sum);
        }
        captured.add(record.capturedAt());
        ArticleCleaner.Outcome outcome = cleaner.clean(record);
        if (outcome.article() != null) {
            add(outcome.article());
        } else if (outcome.rejected() != null) {
            RejectedRecord rejected = outcome.rejected();
            rejects.merge(
                    rejected.reason(),
                    new Rejects(1, rejected),
                    (before, now) -> new Rejects(before.count + 1, before.first));
        }
    }

    private void add(Article article) {
        articles++;
        languages.merge(article.language(), 1L, Long::sum);
        sources.merge(article.source(), 1L, Long::sum);
        bases.merge(article.dateBasis(), 1L, Long::sum);
        published.add(article.publishedOn());
        if (samples.size() < SAMPLES) {
            samples.add(article);
        } else if (random.nextLong(articles) < SAMPLES) {
            samples.set(random.nextInt(SAMPLES), article);
        }
    }

    /** Records counted so far. */
    public long records() {
        return records;
    }

    /** Everything that was found, for a person to read. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        line(text, "Files", counts(filesByFormat));
        line(text, "Records", number(records) + (records == 0 ? "" : ": " + counts(recordsByFormat)));
        line(text, "Articles", number(articles) + " (copies not yet told apart)");
        line(text, "Languages", counts(languages));
        line(text, "Published", published.text() + (bases.isEmpty() ? "" : ", by " + counts(bases)));
        line(text, "Captured", captured.text());
        line(text, "Sources", number(sources.size()) + (sources.isEmpty() ? "" : ": " + most()));
        line(text, "Rejected", number(records - articles));
        rejects.forEach((reason, found) -> text.append(String.format(
                Locale.ROOT,
                "  %-16s %,9d  first: %s at %d%s%n",
                reason,
                found.count,
                plain(found.first.archiveFile(), TITLE_LENGTH),
                found.first.archiveOffset(),
                found.first.detail() == null ? "" : ", " + plain(found.first.detail(), TITLE_LENGTH))));
        if (!samples.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%nSome of the articles%n"));
            samples.forEach(article -> text.append(String.format(
                    Locale.ROOT,
                    "  %s  %-3s  %s  %s  (%d words, %s at %d)%n",
                    article.publishedOn(),
                    article.language(),
                    plain(article.source(), TITLE_LENGTH),
                    plain(article.title(), TITLE_LENGTH),
                    article.wordCount(),
                    plain(article.archiveFile(), TITLE_LENGTH),
                    article.archiveOffset())));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-10s %s%n", name, value));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                                .toList());
    }

    private String most() {
        List<String> most = sources.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SOURCES_SHOWN)
                .map(entry -> plain(entry.getKey(), TITLE_LENGTH) + " " + number(entry.getValue()))
                .toList();
        return String.join(", ", most) + (sources.size() > SOURCES_SHOWN ? ", ..." : "");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Text from an archive on one line, without anything by which a terminal could be led. */
    private static String plain(String text, int length) {
        String line = text.codePoints()
                .map(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        ' ';
                    default -> c;
                })
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > length ? line + "…" : line;
    }
}
