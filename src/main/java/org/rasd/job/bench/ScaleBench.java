package org.rasd.job.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.rasd.extract.ArticleExtractor;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.MainJob;
import org.rasd.job.run.Progress;
import org.rasd.job.run.RunReport;
import org.rasd.job.run.SparkSessions;

/**
 * How the job's cost grows: archives of several sizes, one after another, and on top of each a run over one day more.
 *
 * <p>Shape: lines of figures on {@code out}. Units: milliseconds an article, seconds a day's run, MB of heap at the peak,
 * garbage not yet collected included. Cost: some 2 kB of scratch an article for the archive, and the tables.
 */
public final class ScaleBench {
    private static final int THREADS = 2;
    private static final int WARM_UP = 2_000;
    private static final long SEED = 20240607;

    private final RasdConfig sample;
    private final Runs runs;
    private final Path folder;
    private final PrintWriter out;

    /** The configuration of a run. */
    public interface Runs {
        /** Of {@code archive} into {@code warehouse}. */
        RasdConfig of(Path archive, Path warehouse);
    }

    /** A bench that draws from what {@code sample} reads and works in {@code folder}. */
    public ScaleBench(RasdConfig sample, Runs runs, Path folder, PrintWriter out) {
        this.sample = sample;
        this.runs = runs;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures archives of {@code sizes} articles, in that order, and prints.
     *
     * @param quietShare share (0 to 1) of the sentences that are drawn from those that tell no event
     */
    public void run(List<Integer> sizes, double quietShare) {
        ArticleExtractor extractor = new ArticleExtractor(sample.conf(), sample.extract());
        Retelling retelling = Retelling.of(
                        new BareLoop(sample.read(), extractor).articles(Integer.MAX_VALUE), extractor)
                .quieter(quietShare);
        Map<String, String> settings = new TreeMap<>(sample.sparkSettings());
        try (SparkSession spark = SparkSessions.start(Optional.of("local[" + THREADS + "]"), settings)) {
            measure(retelling, WARM_UP, "warm-up", spark);
            say(
                    "local[%d], heap of at most %,d MB",
                    THREADS, Runtime.getRuntime().maxMemory() >> 20);
            say(
                    "%10s %10s %9s %9s %8s %9s %10s %8s",
                    "articles", "mentions", "events", "seconds", "ms each", "peak MB", "day more s", "peak MB");
            for (int size : sizes) {
                measure(retelling, size, Integer.toString(size), spark).print(size, this::say);
            }
        }
    }

    private Measured measure(Retelling retelling, int size, String name, SparkSession spark) {
        Path archive = folder.resolve("archive-" + name);
        Path day = folder.resolve("day-" + name);
        Path warehouse = folder.resolve("warehouse-" + name);
        new ScaleArchive(retelling, SEED).write(archive, size);
        new ScaleArchive(retelling, SEED + 1).nextDay(day);
        return new Measured(run(spark, runs.of(archive, warehouse)), run(spark, runs.of(day, warehouse)));
    }

    private static RunReport run(SparkSession spark, RasdConfig config) {
        System.gc(); // what an earlier run left is none of this one's
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        try (Progress progress = new Progress(System.err, Progress.Terminal.detect())) {
            spark.sparkContext().addSparkListener(progress);
            RunReport report = new MainJob(spark, config, progress).run();
            spark.sparkContext().removeSparkListener(progress);
            return report;
        }
    }

    private interface Lines {
        void say(String format, Object... values);
    }

    private record Measured(RunReport whole, RunReport day) {
        void print(int size, Lines lines) {
            lines.say(
                    "%,10d %,10d %,9d %9.1f %8.2f %,9d %10.1f %,8d",
                    size,
                    whole.tableRows().getOrDefault("event_mentions", 0L),
                    whole.tableRows().getOrDefault("events", 0L),
                    whole.seconds(),
                    1000 * whole.seconds() / size,
                    whole.peakHeapBytes() >> 20,
                    day.seconds(),
                    day.peakHeapBytes() >> 20);
            lines.say("           whole: %s", steps(whole));
            lines.say("           day more: %s", steps(day));
        }

        private static String steps(RunReport report) {
            return report.steps().stream()
                    .map(step -> String.format(Locale.ROOT, "%s %.1f", step.name(), step.seconds()))
                    .collect(Collectors.joining(", "));
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
