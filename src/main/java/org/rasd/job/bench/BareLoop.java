package org.rasd.job.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.rasd.clean.ArticleCleaner;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.Extraction;
import org.rasd.model.Article;
import org.rasd.model.RawRecord;
import org.rasd.read.LocalRecords;
import org.rasd.read.ReadSettings;

/**
 * The work of one article without Spark: read, clean, extract, each in turn, nothing written.
 *
 * <p>It is the lower bound of the job's time: what the job takes longer goes into Spark, shuffles, resolution, reports and
 * files.
 */
final class BareLoop {
    private final ReadSettings read;
    private final ArticleExtractor extractor;

    BareLoop(ReadSettings read, ArticleExtractor extractor) {
        this.read = read;
        this.extractor = extractor;
    }

    /** What a loop did; {@code checksum} keeps the work from being optimised away. */
    record Done(long articles, long bytes, long checksum, double seconds) {
        private Done plus(Done other) {
            return new Done(
                    articles + other.articles,
                    bytes + other.bytes,
                    checksum + other.checksum,
                    Math.max(seconds, other.seconds));
        }
    }

    /** Read, clean and extract all records on {@code threads} threads, each with its own part of the archive. */
    Done whole(int threads) {
        List<Callable<Done>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int part = i;
            parts.add(() -> part(part, threads));
        }
        return timed(parts);
    }

    /** Extraction alone over articles that are in memory. */
    Done extraction(List<Article> articles, int threads) {
        List<Callable<Done>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            List<Article> mine = articles.subList(
                    (int) ((long) articles.size() * i / threads), (int) ((long) articles.size() * (i + 1) / threads));
            parts.add(() -> {
                Tally tally = new Tally();
                mine.forEach(tally::add);
                return tally.done();
            });
        }
        return timed(parts);
    }

    /** The first {@code count} articles of the archive, cleaned. */
    List<Article> articles(int count) {
        List<Article> articles = new ArrayList<>();
        ArticleCleaner cleaner = new ArticleCleaner();
        try (LocalRecords records = LocalRecords.open(read, new Configuration())) {
            while (articles.size() < count && records.hasNext()) {
                Article article = cleaner.clean(records.next()).article();
                if (article != null) {
                    articles.add(article);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the archive of the bench: " + e.getMessage(), e);
        }
        return articles;
    }

    private Done part(int part, int parts) throws IOException {
        Tally tally = new Tally();
        ArticleCleaner cleaner = new ArticleCleaner();
        try (LocalRecords records = LocalRecords.part(read, new Configuration(), part, parts)) {
            while (records.hasNext()) {
                RawRecord record = records.next();
                Article article = cleaner.clean(record).article();
                if (article != null) {
                    tally.add(article);
                }
            }
        }
        return tally.done();
    }

    private static Done timed(List<Callable<Done>> parts) {
        long begin = System.nanoTime();
        Done sum = new Done(0, 0, 0, 0);
        for (Done part : onThreads(parts)) {
            sum = sum.plus(part);
        }
        return new Done(sum.articles(), sum.bytes(), sum.checksum(), (System.nanoTime() - begin) / 1e9);
    }

    /** Runs each of {@code parts} on a thread of its own. */
    static <T> List<T> onThreads(List<Callable<T>> parts) {
        ExecutorService threads = Executors.newFixedThreadPool(parts.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> part : threads.invokeAll(parts)) {
                results.add(part.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot finish the bench: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot finish the bench: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts on one thread. */
    private final class Tally {
        private long articles;
        private long bytes;
        private long checksum;

        void add(Article article) {
            Extraction extraction = extractor.extract(article);
            articles++;
            bytes += utf8(article.title()) + utf8(article.body());
            checksum += extraction.mentions().size()
                    + 31L * extraction.eventMentions().size();
        }

        Done done() {
            return new Done(articles, bytes, checksum, 0);
        }
    }

    /** Bytes of {@code text} in UTF-8, good enough for a rate: two for what is no ASCII. */
    private static long utf8(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += text.charAt(i) < 0x80 ? 1 : 2;
        }
        return bytes;
    }
}
