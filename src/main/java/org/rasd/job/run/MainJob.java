package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.aggregate.ReportStage;
import org.rasd.clean.CleanStage;
import org.rasd.clean.Cleaned;
import org.rasd.extract.ExtractStage;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.read.ReadStage;
import org.rasd.resolve.ResolveStage;
import org.rasd.table.Catalogue;
import org.rasd.table.TableSpec;

/**
 * The main job: an archive in, all tables out, or none.
 *
 * <p>Shape: {@link #run} once. Fails when: a table breaks its contract, the warehouse cannot be written, Spark fails; the
 * published tables then stand as they were. Cost: articles are read once, shuffled once by day; the light rows of all
 * event mentions are resolved anew.
 */
public final class MainJob {
    private final SparkSession spark;
    private final RasdConfig config;
    private final Progress progress;

    /** A job over {@code spark}; {@code progress} must listen to its context. */
    public MainJob(SparkSession spark, RasdConfig config, Progress progress) {
        this.spark = spark;
        this.config = config;
        this.progress = progress;
    }

    /** Runs all stages and publishes; too many rejects end it before anything is published. */
    public RunReport run() {
        RunLog log = new RunLog(config, progress);
        try (Publisher publisher = Publisher.open(spark, config.warehouse(), config.publish())) {
            Cleaned cleaned = progress.step("clean", () -> clean(publisher));
            log.cleaned(cleaned);
            if (log.records().rejectShare() > config.rejectShare()) {
                return log.report(RunReport.Outcome.REJECTS_OVER_LIMIT);
            }
            new Run(publisher, cleaned, log.days(cleaned)).publish(log);
            return log.report(RunReport.Outcome.PUBLISHED);
        }
    }
