package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.rasd.aggregate.ReportFiles;
import org.rasd.aggregate.ReportStage;
import org.rasd.clean.Cleaned;
import org.rasd.extract.ExtractStage;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.Request;
import org.rasd.resolve.ResolveStage;
import org.rasd.table.TableSpec;

/** From cleaned articles to published tables. */
final class Publication {
    private final SparkSession spark;
    private final RasdConfig config;
    private final Progress progress;
    private final Publisher publisher;
    private final RunLog log;
    private final EntityStep entities;

    Publication(
            SparkSession spark,
            RasdConfig config,
            Progress progress,
            Publisher publisher,
            RunLog log,
            EntityStep entities) {
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
        progress.step(
                "articles",
                () -> publisher.stageAll(List.of(
                        new Request(Tables.ARTICLES, cleaned.articles(), touched),
                        new Request(Tables.DUPLICATES, cleaned.duplicates(), touched),
                        new Request(Tables.SIGNATURES, cleaned.signatures(), touched),
                        new Request(Tables.REJECTED, rejected(cleaned), Replace.whole()))));
        Dataset<Row> extracted = progress.step("extract", () -> extract(cleaned));
        progress.step("mentions", () -> {
            Dataset<Row> left = left(Tables.MENTIONS, cleaned, cleaned.withdrawnOn());
            publisher.stage(Tables.MENTIONS, left.unionByName(part(extracted, "mention")), Replace.days(coded));
        });
        progress.step("resolve", () -> resolve(part(extracted, "event_mention"), cleaned, coded));
        progress.step("reports", this::reports);
        progress.step("publish", () -> publisher.commit(log.runInfo()));
        publisher.staged().forEach(table -> log.staged(table.spec().name(), table.rows()));
    }

    /** Mentions and event mentions of the staged articles, written once so that both are read without extracting twice. */
    private Dataset<Row> extract(Cleaned cleaned) {
        String place = publisher.scratch("extracted");
        entities.extract(publisher
                        .stagedRows(Tables.ARTICLES)
                        .filter(col("published_on").isin(cleaned.days().toArray())))
                .write()
                .option(
                        "parquet.enable.dictionary",
                        "false") // read once and thrown away: looking for repeats does not pay
                .parquet(place);
        return spark.read().schema(ExtractStage.schema()).parquet(place);
    }

    private static Dataset<Row> part(Dataset<Row> extracted, String kind) {
        return extracted.filter(col(kind).isNotNull()).select(kind + ".*");
    }

    private Dataset<Row> rejected(Cleaned cleaned) {
        Dataset<Row> earlier = publisher.published().read(spark, Tables.REJECTED);
        Dataset<Row> files = spark.createDataset(List.copyOf(cleaned.account().files()), Encoders.STRING())
                .toDF("archive_file");
        return earlier.join(files, new String[] {"archive_file"}, "left_anti").unionByName(cleaned.rejected());
    }

    /** Published rows of {@code days} without those of articles that turned out to repeat one of this run. */
    private Dataset<Row> left(TableSpec spec, Cleaned cleaned, Collection<LocalDate> days) {
        Dataset<Row> rows = publisher.published().read(spark, spec, days);
        return cleaned.withdrawnOn().isEmpty()
                ? rows
                : rows.join(cleaned.withdrawn(), new String[] {"article_id", "published_on"}, "left_anti")
                        .select(spec.columnNames().stream().map(functions::col).toArray(Column[]::new));
    }

    private void resolve(Dataset<Row> fresh, Cleaned cleaned, SortedSet<LocalDate> days) {
        SortedSet<LocalDate> others = new TreeSet<>(publisher.published().days(Tables.EVENT_MENTIONS));
        others.removeAll(cleaned.days());
        Dataset<Row> earlier = left(Tables.EVENT_MENTIONS, cleaned, others);
        ResolveStage.Resolved resolved =
                new ResolveStage(config.resolve()).run(earlier.unionByName(fresh), publisher.after(Tables.ARTICLES));
        SortedSet<LocalDate> touched = new TreeSet<>(days);
        touched.addAll(changed(earlier, resolved.eventMentions()));
        publisher.stage(
                Tables.EVENT_MENTIONS,
                resolved.eventMentions().filter(col("published_on").isin(touched.toArray())),
                Replace.days(touched));
        publisher.stage(Tables.EVENTS, resolved.events(), Replace.whole());
        publisher.stage(Tables.SUPERSEDED, superseded(), Replace.whole());
    }

    private Dataset<Row> superseded() {
        return new Supersession(
                        publisher.published().read(spark, Tables.EVENT_MENTIONS),
                        publisher.after(Tables.EVENT_MENTIONS),
                        publisher.stagedRows(Tables.EVENTS))
                .after(publisher.published().read(spark, Tables.SUPERSEDED));
    }

    /** Days that the run does not replace, on which a mention now belongs to another event or story. */
    private static Collection<LocalDate> changed(Dataset<Row> earlier, Dataset<Row> now) {
        Dataset<Row> then = earlier.select(
                col("event_mention_id"),
                col("event_id").as("event_before"),
                col("story_id").as("story_before"));
        return now
                .join(then, "event_mention_id")
                .filter(not(col("event_id").eqNullSafe(col("event_before")))
                        .or(not(col("story_id").equalTo(col("story_before")))))
                .select("published_on")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getLocalDate(0))
                .toList();
    }

    private void reports() {
        ReportFiles files = config.reports();
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        for (TableSpec spec : Tables.records()) {
            tables.put(spec.name(), publisher.after(spec));
        }
        Map<String, Dataset<Row>> results = new ReportStage(files.reports(), config.conf()).run(spark, tables);
        publisher.stageAll(files.reports().stream()
                .map(report -> new Request(
                        report.table(),
                        Objects.requireNonNull(results.get(report.name()), report.name()),
                        Replace.whole()))
                .toList());
    }
}
