package org.rasd.job.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.extract.ArticleExtractor;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.MainJob;
import org.rasd.job.run.Progress;
import org.rasd.job.run.RunReport;
import org.rasd.job.run.SparkSessions;
import org.rasd.model.Article;

/**
 * One comparison: the bare loop, the whole job and Spark NLP's first stages, one after another on the same archive.
 *
 * <p>Shape: lines of figures on {@code out}. Units: articles and MB (a million bytes of title and body) a second. Cost: the
 * archive is worked through three times; the yardstick takes a part of it.
 */
public final class Bench {
    private static final int THREADS = 2;
    private static final int WARM_UP = 2_000;
    private static final int ENTITY_ARTICLES = 20_000;

    private final RasdConfig config;
    private final PrintWriter out;

    /** A bench by {@code config}, whose inputs are the archive and whose warehouse is scratch. */
    public Bench(RasdConfig config, PrintWriter out) {
        this.config = config;
        this.out = out;
    }

    /**
     * Measures and prints.
     *
     * @param yardstickArticles articles that Spark NLP's stages get; 0 leaves them out
     */
    public void run(int yardstickArticles) {
        ArticleExtractor extractor = new ArticleExtractor(config.conf(), config.extract());
        BareLoop loop = new BareLoop(config.read(), extractor);
        List<Article> part = loop.articles(Math.max(WARM_UP, yardstickArticles));
        loop.extraction(part, THREADS);
        heading();
        line("extraction alone, 1 thread", loop.extraction(part, 1));
        line("extraction alone, " + THREADS + " threads", loop.extraction(part, THREADS));
        BareLoop.Done one = loop.whole(1);
        line("read, clean, extract, 1 thread", one);
        BareLoop.Done two = loop.whole(THREADS);
        line("read, clean, extract, " + THREADS + " threads", two);
        spark(loop, two, yardstickArticles);
    }

    private void spark(BareLoop loop, BareLoop.Done bare, int yardstickArticles) {
        Map<String, String> settings = new TreeMap<>(config.sparkSettings());
        long begin = System.nanoTime();
        try (SparkSession spark = SparkSessions.start(Optional.of("local[" + THREADS + "]"), settings);
                Progress progress = new Progress(System.err, Progress.Terminal.detect())) {
            double start = seconds(begin);
            spark.sparkContext().addSparkListener(progress);
            begin = System.nanoTime();
            RunReport report = new MainJob(spark, config, progress).run();
            double job = seconds(begin);
            line("the whole job, local[" + THREADS + "]", bare.articles(), bare.bytes(), job);
            report.steps().forEach(step -> line("  " + step.name(), bare.articles(), bare.bytes(), step.seconds()));
            say("starting Spark took %.1f s, which is in no figure", start);
            say("job / bare loop on %d threads: %.2f times its time", THREADS, job / bare.seconds());
            if (yardstickArticles > 0) {
                entities(spark, loop.articles(ENTITY_ARTICLES));
                yardstick(spark, loop.articles(yardstickArticles), bare.articles() / job);
            }
        }
    }

    private void entities(SparkSession spark, List<Article> articles) {
        EntityBench.Times times = new EntityBench(articles, THREADS).run(spark);
        String each = " over texts of " + EntityBench.BYTES + " bytes";
        line(
                "names, called directly" + each,
                times.texts(),
                times.bytes(),
                times.direct().seconds());
        line(
                "names, Spark NLP pipeline" + each,
                times.texts(),
                times.bytes(),
                times.pipeline().seconds());
        say(
                "DocumentAssembler and our stage / direct call: %.2f times its time, %.2f times its time on cores (%.1f s, %.1f s)",
                times.pipeline().seconds() / times.direct().seconds(),
                times.pipeline().coreSeconds() / times.direct().coreSeconds(),
                times.pipeline().coreSeconds(),
                times.direct().coreSeconds());
    }

    private void yardstick(SparkSession spark, List<Article> articles, double jobRate) {
        Dataset<Row> bodies = spark.createDataset(
                        articles.stream().map(Article::body).toList(), org.apache.spark.sql.Encoders.STRING())
                .toDF("body")
                .repartition(THREADS)
                .cache();
        bodies.count();
        SparkNlpYardstick.run(bodies.limit(100));
        long begin = System.nanoTime();
        SparkNlpYardstick.run(bodies);
        double seconds = seconds(begin);
        long bytes = articles.stream().mapToLong(a -> 2L * a.body().length()).sum();
        line("Spark NLP document, sentence, token, local[" + THREADS + "]", articles.size(), bytes, seconds);
        say("job / Spark NLP's stages: %.1f times as many articles a second", jobRate / (articles.size() / seconds));
    }

    private void heading() {
        say("archive %s", config.read().inputs().get(0).path());
        say("%-56s %10s %9s %12s %8s", "", "articles", "seconds", "articles/s", "MB/s");
    }

    private void line(String name, BareLoop.Done done) {
        line(name, done.articles(), done.bytes(), done.seconds());
    }

    private void line(String name, long articles, long bytes, double seconds) {
        say("%-56s %,10d %9.1f %,12.0f %8.1f", name, articles, seconds, articles / seconds, bytes / seconds / 1e6);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Makes an archive of {@code count} articles under {@code folder} from what {@code sample} reads. */
    public static void archive(RasdConfig sample, Path folder, int count) throws IOException {
        new SyntheticArchive(sample.read()).write(folder, count);
    }

    /**
     * Makes a WARC file of {@code count} pages under {@code folder} from what {@code sample} reads, measures how fast
     * articles come out of it, and prints that on {@code out}.
     */
    public static void pages(RasdConfig sample, Path folder, int count, PrintWriter out) throws IOException {
        Path articles = folder.resolve("articles");
        archive(sample, articles, count);
        Path warc = folder.resolve("pages.warc.gz");
        PageArchive.write(PageBench.over(articles, sample.read()), count, warc);
        new PageBench(warc, sample.read(), out).run();
    }
}
