package org.rasd.job.run;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.rasd.clean.CleanInput;
import org.rasd.clean.CleanStage;
import org.rasd.clean.Cleaned;
import org.rasd.extract.ArticleStage;
import org.rasd.job.config.DayRange;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.Backfill;
import org.rasd.publish.Publisher;
import org.rasd.publish.WriteFailure;
import org.rasd.read.ReadStage;

/**
 * The main job: an archive in, all tables out, or none.
 *
 * <p>Shape: {@link #run} once. Fails when: a table breaks its contract, the warehouse cannot be written, Spark fails; the
 * published tables then stand as they were. Cost: articles are read once and shuffled once by day; the light rows of all
 * event mentions are resolved anew.
 */
public final class MainJob {
    private final SparkSession spark;
    private final RasdConfig config;
    private final Progress progress;
    private final Optional<Backfill> backfill;

    /** A job over {@code spark}; {@code progress} must listen to its context. */
    public MainJob(SparkSession spark, RasdConfig config, Progress progress) {
        this(spark, config, new Steps.Step(config.days(), Optional.empty()), progress);
    }

    /** The same for one piece of a range of days. */
    public MainJob(SparkSession spark, RasdConfig config, Steps.Step step, Progress progress) {
        this.spark = spark;
        this.config = config.withDays(step.days());
        this.progress = progress;
        this.backfill = step.backfill();
    }

    /**
     * Runs all stages and publishes; too many rejects end it before anything is published. However it ends, it leaves its
     * report under the warehouse.
     */
    public RunReport run() {
        RunLog log = new RunLog(config, backfill, progress);
        ArticleStage entities = EntityStep.of(config);
        try (Publisher publisher = Publisher.open(spark, config.warehouse(), config.publish())) {
            return run(log, publisher, entities);
        }
    }

    private RunReport run(RunLog log, Publisher publisher, ArticleStage entities) {
        RunReport report;
        try {
            report = log.report(stages(log, publisher, entities));
        } catch (Exception | FSError e) { // of Spark too, which throws checked ones undeclared
            RuntimeException failure = WriteFailure.ofRun(config.warehouse(), e);
            try {
                log.write(log.failed(failure));
            } catch (UncheckedIOException unwritten) {
                failure.addSuppressed(unwritten); // what failed first is what matters
            }
            throw failure;
        }
        log.write(report);
        return report;
    }

    private RunReport.Outcome stages(RunLog log, Publisher publisher, ArticleStage entities) {
        log.opened(publisher.published());
        Cleaned cleaned = progress.step("clean", () -> {
            Cleaned found = clean(publisher);
            log.cleaned(found);
            progress.counted(
                    log.records().recordsIn(),
                    log.records().articles(),
                    log.records().rejected());
            return found;
        });
        if (log.records().rejectShare() > config.rejectShare()) {
            return RunReport.Outcome.REJECTS_OVER_LIMIT;
        }
        new Publication(spark, config, progress, publisher, log, entities).publish(cleaned);
        return RunReport.Outcome.PUBLISHED;
    }

    private Cleaned clean(Publisher publisher) {
        DayRange days = config.days().orElse(DayRange.ALL);
        Set<LocalDate> named = config.days()
                .filter(DayRange::isClosed)
                .map(closed ->
                        closed.first().datesUntil(closed.last().plusDays(1)).collect(Collectors.toSet()))
                .orElse(Set.of());
        return new CleanStage(config.clean())
                .run(
                        new ReadStage(config.read()).run(spark),
                        new CleanInput(
                                publisher.scratch("clean"),
                                days.first(),
                                days.last(),
                                named,
                                new PublishedBefore(spark, publisher.published())));
    }
}
