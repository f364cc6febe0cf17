package org.rasd.job.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.rasd.clean.ArticleCleaner;
import org.rasd.model.Article;
import org.rasd.read.InputSpec;
import org.rasd.read.LocalRecords;
import org.rasd.read.ReadSettings;

/**
 * Reading pages out of a WARC file and making articles of them, beside what cannot be spared: jwarc over the records and
 * jsoup over their bodies. One thread, by turns, the best of {@value #ROUNDS}.
 *
 * <p>Units: pages and MB (a million bytes of unpacked page) a second of one core.
 */
final class PageBench {
    private static final int ROUNDS = 20;

    private final Path file;
    private final ReadSettings settings;
    private final PrintWriter out;

    /** A bench over {@code file}, read by {@code settings} but for their inputs. */
    PageBench(Path file, ReadSettings settings, PrintWriter out) {
        this.file = file;
        this.settings = over(file, settings);
        this.out = out;
    }

    /** The settings that read {@code path} and nothing else. */
    static ReadSettings over(Path path, ReadSettings settings) {
        return new ReadSettings(
                List.of(new InputSpec(path.toString(), InputSpec.AUTO, Optional.empty())),
                settings.profiles(),
                settings.maxRecordBytes(),
                settings.splitBytes());
    }

    /** What one pass did; {@code bytes} are those of the pages, {@code checksum} keeps the work from being spared. */
    private record Pass(int pages, long bytes, long checksum, double seconds) {
        static Pass since(double begin, int pages, long bytes, long checksum) {
            return new Pass(pages, bytes, checksum, CoreTime.seconds() - begin);
        }

        Pass orBetter(Pass other) {
            return other.seconds < seconds ? other : this;
        }
    }

    /** Measures and prints. */
    void run() throws IOException {
        Pass bare = bare();
        Pass ours = ours();
        for (int i = 1; i < ROUNDS; i++) {
            bare = bare.orBetter(bare());
            ours = ours.orBetter(ours());
        }
        say(
                "%,d pages of %.1f kB, packed to %.1f MB",
                bare.pages(), 1e-3 * bare.bytes() / bare.pages(), 1e-6 * Files.size(file));
        say("%-48s %10s %9s %12s %8s", "", "pages", "core s", "pages/s", "MB/s");
        line("jwarc and jsoup's parser, 1 thread", bare, bare.bytes());
        line("read the WARC file, pages to articles, 1 thread", ours, bare.bytes());
        say("pages to articles / jwarc and jsoup: %.2f times its time", ours.seconds() / bare.seconds());
    }

    private Pass bare() throws IOException {
        double begin = CoreTime.seconds();
        int pages = 0;
        long bytes = 0;
        long checksum = 0;
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    HttpResponse http = response.http();
                    String charset = http.contentType().parameters().get("charset");
                    try (InputStream body = http.body().stream()) {
                        checksum += Jsoup.parse(body, charset, "").childNodeSize();
                    }
                    bytes += http.body().size();
                    pages++;
                }
            }
        }
        return Pass.since(begin, pages, bytes, checksum);
    }

    private Pass ours() throws IOException {
        double begin = CoreTime.seconds();
        int articles = 0;
        long checksum = 0;
        ArticleCleaner cleaner = new ArticleCleaner();
        try (LocalRecords records = LocalRecords.open(settings, new Configuration())) {
            while (records.hasNext()) {
                Article article = cleaner.clean(records.next()).article();
                if (article != null) {
                    articles++;
                    checksum += article.wordCount();
                }
            }
        }
        return Pass.since(begin, articles, 0, checksum);
    }

    private void line(String name, Pass pass, long bytes) {
        say(
                "%-48s %,10d %9.2f %,12.0f %8.1f",
                name, pass.pages(), pass.seconds(), pass.pages() / pass.seconds(), bytes / pass.seconds() / 1e6);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
