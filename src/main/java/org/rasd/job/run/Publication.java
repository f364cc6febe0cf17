package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.aggregate.ByPeriod;
import org.rasd.aggregate.Report;
import org.rasd.aggregate.ReportFiles;
import org.rasd.aggregate.ReportStage;
import org.rasd.clean.Cleaned;
import org.rasd.extract.ArticleStage;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.Part;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.Request;
import org.rasd.publish.StagedTable;
import org.rasd.resolve.ResolveStage;
import org.rasd.table.TableSpec;

/** From cleaned articles to published tables. */
final class Publication {
    /** Articles that a task codes: some seconds' work. */
    private static final long ARTICLES_A_TASK = 2_500;

    private final SparkSession spark;
    private final RasdConfig config;
    private final Progress progress;
    private final Publisher publisher;
    private final RunLog log;
    private final ArticleStage entities;
    private Optional<SortedSet<LocalDate>> eventDays = Optional.of(new TreeSet<>());

    Publication(
            SparkSession spark,
            RasdConfig config,
            Progress progress,
            Publisher publisher,
            RunLog log,
            ArticleStage entities) {
        this.entities = entities;
        this.spark = spark;
        this.config = config;
        this.progress = progress;
        this.publisher = publisher;
        this.log = log;
    }

    void publish(Cleaned cleaned) {
        Replace touched = Replace.days(cleaned.touched());
        SortedSet<LocalDate> coded = new TreeSet<>(cleaned.days());
        coded.addAll(cleaned.withdrawnOn());
        Dataset<Row> articles = progress.step("articles", () -> {
            Dataset<Row> placed = placed(cleaned);
            publisher.stageAll(List.of(
                    new Request(Tables.DUPLICATES, cleaned.duplicates(), touched),
                    new Request(Tables.SIGNATURES, cleaned.signatures(), touched),
                    new Request(Tables.REJECTED, rejected(cleaned), Replace.whole())));
            publisher.stage(Tables.ARTICLES, publisher.placedParts(Tables.ARTICLES, placed), touched);
            progress.counted(cleaned.account().total().articles(), rowsStaged(0), 0);
            return placed;
        });
        if (tellsSomething(cleaned)) {
            code(articles, cleaned, coded);
        }
        progress.step("reports", this::reports);
        progress.step("check days", () -> log.warn(warnings(cleaned)));
        progress.step("publish", () -> {
            publisher.commit(log.runInfo());
            progress.counted(rowsStaged(0), rowsStaged(0), 0);
        });
        publisher.staged().forEach(table -> log.staged(table.spec().name(), table.rows()));
    }

    /** False where the run has no article and takes none away: then mentions and events stay as they are. */
    private boolean tellsSomething(Cleaned cleaned) {
        SortedSet<LocalDate> published = publisher.published().days(Tables.ARTICLES);
        return published.isEmpty()
                || cleaned.account().total().articles() > 0
                || !cleaned.withdrawnOn().isEmpty()
                || cleaned.touched().stream().anyMatch(published::contains);
    }

    private void code(Dataset<Row> articles, Cleaned cleaned, SortedSet<LocalDate> coded) {
        Coding coding = progress.step("extract", () -> {
            int before = publisher.staged().size();
            Coding done = Coding.run(entities, publisher, articles, cleaned.days());
            publisher.stage(Tables.MENTIONS, mentions(done, cleaned), Replace.days(coded));
            progress.counted(cleaned.account().total().articles(), rowsStaged(before) + done.sightingCount(), 0);
            return done;
        });
        progress.step("resolve", () -> resolve(coding, cleaned));
    }

    /** Rows of the tables staged so far, without the first ones. */
    private long rowsStaged(int without) {
        return publisher.staged().stream()
                .skip(without)
                .mapToLong(StagedTable::rows)
                .sum();
    }

    private List<String> warnings(Cleaned cleaned) {
        DayChecks checks = new DayChecks(publisher, cleaned.days());
        return config.reports().tables().stream()
                .filter(table -> table.name().equals("coverage_daily"))
                .findFirst()
                .map(checks::warnings)
                .orElse(List.of());
    }

    /** The articles shuffled once, so that whole days lie together; read as often as needed. */
    private Dataset<Row> placed(Cleaned cleaned) {
        long tasks = Math.max(
                3L * spark.sparkContext().defaultParallelism(),
                cleaned.account().total().articles() / ARTICLES_A_TASK);
        Dataset<Row> spread = cleaned.articles().repartition((int) tasks, col("published_on"));
        return spark.internalCreateDataFrame(spread.queryExecution().toRdd(), spread.schema(), false);
    }

    private JavaRDD<Part> mentions(Coding coding, Cleaned cleaned) {
        if (cleaned.withdrawnOn().isEmpty()) {
            return coding.mentions();
        }
        return coding.mentions()
                .union(publisher.parts(
                        Tables.MENTIONS,
                        new Remaining(spark, publisher.published(), cleaned)
                                .rows(Tables.MENTIONS, cleaned.withdrawnOn())));
    }

    private Dataset<Row> rejected(Cleaned cleaned) {
        Dataset<Row> earlier = publisher.published().read(spark, Tables.REJECTED);
        Dataset<Row> files = spark.createDataset(List.copyOf(cleaned.account().files()), Encoders.STRING())
                .toDF("archive_file");
        return earlier.join(files, new String[] {"archive_file"}, "left_anti").unionByName(cleaned.rejected());
    }

    private void resolve(Coding coding, Cleaned cleaned) {
        int before = publisher.staged().size();
        String rules = ResolveStage.rules(config.resolve());
        boolean sameRules =
                log.isMadeBy("resolution", rules) && publisher.published().has(Tables.MENTION_SIGNATURES.name());
        log.makes("resolution", rules);
        Resolution.Done done = new Resolution(spark, publisher, cleaned, config.resolve()).run(coding, sameRules);
        eventDays = done.eventDays();
        progress.counted(done.count(), rowsStaged(before), 0);
    }

    private void reports() {
        int before = publisher.staged().size();
        long rows = rowsStaged(0);
        ReportFiles files = config.reports();
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        for (TableSpec spec : Tables.records()) {
            tables.put(spec.name(), publisher.after(spec));
        }
        String rules = files.rules(config.conf());
        boolean sameRules = log.isMadeBy("reports", rules);
        log.makes("reports", rules);
        Map<String, Dataset<Row>> results = new ReportStage(files.reports(), config.conf())
                .run(spark, tables, sameRules ? renewals(files) : Map.of());
        publisher.stageAll(files.reports().stream()
                .map(report -> new Request(
                        report.table(),
                        Objects.requireNonNull(results.get(report.name()), report.name()),
                        Replace.whole()))
                .toList());
        progress.counted(rows, rowsStaged(before), 0);
    }

    /** Reports of which this run makes some days or months only. */
    private Map<String, ReportStage.Renewal> renewals(ReportFiles files) {
        Map<String, ReportStage.Renewal> renewals = new LinkedHashMap<>();
        for (Report report : files.reports()) {
            if (publisher.published().has(report.name())) {
                report.byPeriod()
                        .flatMap(rule -> renewal(report, rule))
                        .ifPresent(it -> renewals.put(report.name(), it));
            }
        }
        return renewals;
    }

    private Optional<ReportStage.Renewal> renewal(Report report, ByPeriod rule) {
        Dataset<Row> standing = publisher.published().read(spark, report.table());
        if (rule.table().equals(Tables.EVENTS.name()) && rule.date().equals("counted_on")) {
            return eventDays.map(days -> {
                SortedSet<LocalDate> periods = rule.periods(days);
                Dataset<Row> events = publisher.after(Tables.EVENTS);
                return new ReportStage.Renewal(
                        periods, events.filter(rule.within(col(rule.date()), periods)), standing);
            });
        }
        return Tables.records().stream()
                .filter(table -> table.name().equals(rule.table())
                        && table.partitionColumn().equals(Optional.of(rule.date())))
                .flatMap(table -> publisher.replacedDays(table).stream().map(days -> {
                    SortedSet<LocalDate> periods = rule.periods(days);
                    return new ReportStage.Renewal(periods, publisher.after(table, rule.days(periods)), standing);
                }))
                .findFirst();
    }
}
