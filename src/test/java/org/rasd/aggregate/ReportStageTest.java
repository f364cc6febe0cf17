package org.rasd.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.model.RejectedRecord;
import org.rasd.table.Catalogue;
import org.rasd.table.ColumnSpec;
import org.rasd.table.ContractCheck;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** The product's reports over small tables made by hand. */
class ReportStageTest {
    private static final ConfRoot CONF = ConfRoot.folder(Path.of("conf"));
    private static final Rows EVENTS = Rows.of(
            Event.class,
            "status",
            "occurred",
            "mediators",
            new String[0],
            "status_history",
            new String[0],
            "first_reported_on",
            day("2025-05-06"),
            "last_reported_on",
            day("2025-05-06"),
            "mention_count",
            1,
            "article_count",
            1,
            "story_count",
            1,
            "source_count",
            1);
    private static final Rows TOLD = Rows.of(
            EventMention.class,
            "sentence_index",
            0,
            "sentence",
            "s",
            "evidence_begin",
            0,
            "evidence_end",
            1,
            "trigger",
            "s",
            "event_type",
            "X",
            "status",
            "occurred",
            "historical",
            false,
            "source_actors",
            new String[0],
            "target_actors",
            new String[0],
            "mediators",
            new String[0],
            "countries",
            new String[0],
            "plover_type",
            "X",
            "cameo_code",
            "0",
            "quad_class",
            "material_cooperation",
            "rule_id",
            "r",
            "confidence",
            0.9,
            "published_on",
            day("2025-05-06"));

    private static Map<String, Dataset<Row>> reports = Map.of();
    private static Map<String, Dataset<Row>> tables = Map.of();
    private static final ReportFiles FILES = ReportFiles.read(CONF, List.of());

    @BeforeAll
    static void run() {
        tables = Map.of(
                "events",
                events(),
                "event_mentions",
                told(),
                "articles",
                articles(),
                "mentions",
                mentions(),
                "duplicate_records",
                duplicates(),
                "rejected_records",
                rejected());
        reports = new ReportStage(FILES.reports(), CONF).run(LocalSpark.session(), tables);
    }

    @Test
    void everyReportKeepsItsContractAndItsTotals() {
        FILES.reports()
                .forEach(report -> assertThat(ContractCheck.violations(rows(report.name()), report.table()))
                        .as(report.name())
                        .isEmpty());
        Map<String, Dataset<Row>> all = new HashMap<>(tables);
        all.putAll(reports);
        assertThat(ContractCheck.totals(LocalSpark.session(), FILES.tables(), all))
                .isEmpty();
    }

    @Test
    void theQueriesFitTheTablesBeforeTheyRun() {
        assertThat(new ReportStage(FILES.reports(), CONF).problems(LocalSpark.session(), facts()))
                .isEmpty();
    }

    @Test
    void exchangesCountAtTheGrainsThatTheirDateAllows() {
        assertThat(cells(
                        "exchanges_over_time",
                        "grain",
                        "period_start",
                        "occurred_count",
                        "planned_count",
                        "persons_exchanged",
                        "persons_min",
                        "persons_unknown_count",
                        "story_count",
                        "article_count"))
                .containsExactlyInAnyOrder(
                        "day|2025-05-06|1|0|410|390|0|1|2",
                        "day|2025-05-08|1|0|0|0|1|1|1",
                        "day|2025-05-20|0|1|0|0|0|1|1",
                        "week|2025-05-05|2|0|410|390|1|2|3",
                        "week|2025-05-19|0|1|0|0|0|1|1",
                        "month|2025-05-01|2|1|410|390|1|3|4",
                        "month|2025-03-01|1|0|100|100|0|1|1",
                        "year|2025-01-01|3|1|510|490|1|3|4",
                        "year|2022-01-01|1|0|50|50|0|1|1");
    }

    @Test
    void anAgreementCountsForEachOfItsCountries() {
        assertThat(cells(
                        "agreements_by_country",
                        "country",
                        "country_name_en",
                        "period_start",
                        "topic",
                        "signed_count",
                        "broken_count",
                        "partner_countries",
                        "article_count"))
                .containsExactlyInAnyOrder(
                        "FRA|France|2025-05-01|energy|1|0|[UKR]|1",
                        "UKR|Ukraine|2025-05-01|energy|1|0|[FRA]|1",
                        "IRN|Iran|2025-05-01|other|0|1|[]|1");
    }

    @Test
    void dailyCountsGoByCountryAndNameThoseWithout() {
        assertThat(cells("event_counts_daily", "event_date", "event_type", "status", "country", "event_count"))
                .contains("2025-05-06|PRISONER_EXCHANGE|occurred|RUS|1", "2025-05-09|ASSAULT|occurred|XXX|1")
                .noneMatch(cell -> cell.startsWith("2022"));
    }

    @Test
    void dyadsCountByClassAndOnlySourceAgainstTargetWhereOneSideActs() {
        assertThat(cells(
                        "dyads_monthly",
                        "country_a",
                        "country_b",
                        "period_start",
                        "material_cooperation_count",
                        "material_conflict_count",
                        "event_count"))
                .containsExactlyInAnyOrder(
                        "RUS|UKR|2025-05-01|3|0|3",
                        "RUS|UKR|2025-03-01|1|0|1",
                        "FRA|UKR|2025-05-01|1|0|1",
                        "USA|YEM|2025-05-01|0|1|1");
    }

    @Test
    void spellingsOfOneEntityCountTogether() {
        assertThat(cells("entity_trends_monthly", "entity_id", "entity_name", "mention_count", "article_count"))
                .containsExactlyInAnyOrder("UKR|أوكرانيا|3|2", "name:زيد|زيد|1|1");
    }

    @Test
    void aReportMadeByPeriodTakesOtherPeriodsFromWhatIsPublished() {
        Dataset<Row> mentions = Objects.requireNonNull(tables.get("mentions"));
        Dataset<Row> standing = rows("entity_trends_monthly")
                .withColumn("mention_count", functions.lit(7L))
                .unionByName(rows("entity_trends_monthly")
                        .withColumn("period_start", functions.lit(day("2025-04-01")))
                        .limit(1));
        Set<LocalDate> months = Set.of(day("2025-05-01"));
        Map<String, Dataset<Row>> renewed = new ReportStage(FILES.reports(), CONF)
                .run(
                        LocalSpark.session(),
                        tables,
                        Map.of("entity_trends_monthly", new ReportStage.Renewal(months, mentions.limit(0), standing)));
        assertThat(Objects.requireNonNull(renewed.get("entity_trends_monthly")).collectAsList())
                .as("May is made of no mention, April stands")
                .extracting(row -> row.getAs("period_start"))
                .containsExactly(day("2025-04-01"));
        assertThat(Objects.requireNonNull(renewed.get("coverage_daily")).count())
                .isEqualTo(rows("coverage_daily").count());
    }

    @Test
    void coverageTellsArticlesCopiesAndRejects() {
        assertThat(cells(
                        "coverage_daily",
                        "source",
                        "published_on",
                        "article_count",
                        "duplicate_count",
                        "rejected_count",
                        "arabic_count",
                        "other_language_count",
                        "undetermined_count"))
                .containsExactlyInAnyOrder(
                        "one.example|2025-05-06|2|1|0|1|1|0",
                        "two.example|2025-05-07|1|0|0|0|0|1",
                        "unknown|2025-05-07|0|0|1|0|0|0");
    }

    @Test
    void aReportMayReadAnotherAndItsProblemsComeBeforeTheRun() {
        Report second = report("second", "SELECT grain, count(*) AS n FROM first GROUP BY grain", Set.of("first"));
        Report first =
                report("first", "SELECT event_type AS grain, count(*) AS n FROM events GROUP BY 1", Set.of("events"));
        ReportStage stage = new ReportStage(List.of(second, first), CONF);
        assertThat(stage.problems(LocalSpark.session(), facts())).isEmpty();
        assertThat(new ArrayList<>(stage.run(LocalSpark.session(), tables).keySet()))
                .containsExactly("first", "second");
        List<String> problems = new ReportStage(
                        List.of(
                                report(
                                        "wrong_column",
                                        "SELECT nothing AS grain, 1L AS n FROM events",
                                        Set.of("events")),
                                report("wrong_type", "SELECT 'a' AS grain, 1 AS n, 2 AS more", Set.of()),
                                report("wrong_table", "SELECT 'a' AS grain, 1L AS n FROM evnts", Set.of("evnts")),
                                report("egg", "SELECT grain, n FROM hen", Set.of("hen")),
                                report("hen", "SELECT grain, n FROM egg", Set.of("egg"))),
                        CONF)
                .problems(LocalSpark.session(), facts());
        assertThat(problems).hasSize(6);
        assertThat(String.join("\n", problems))
                .contains(
                        "wrong_table.sql",
                        "[evnts]",
                        "break the circle",
                        "column n is int, promised is bigint",
                        "column more is not promised",
                        "nothing");
    }

    private static Report report(String name, String sql, Set<String> reads) {
        TableSpec table = TableSpec.builder(name)
                .grain("a grain")
                .column(ColumnSpec.required("grain", "string", "Grain", "day"))
                .column(ColumnSpec.required("n", "bigint", "Rows", "1"))
                .keys("grain")
                .build();
        return new Report(table, sql, reads, Optional.empty(), name + ".sql", name + ".conf");
    }

    private static Catalogue facts() {
        return Catalogue.of(
                Article.class,
                RejectedRecord.class,
                DuplicateRecord.class,
                Mention.class,
                EventMention.class,
                Event.class);
    }

    private static Dataset<Row> rows(String report) {
        Dataset<Row> rows = reports.get(report);
        assertThat(rows).as(report).isNotNull();
        return java.util.Objects.requireNonNull(rows);
    }

    private static List<String> cells(String report, String... columns) {
        return rows(report).collectAsList().stream()
                .map(row -> Arrays.stream(columns)
                        .map(column ->
                                String.valueOf((Object) row.getAs(column)).replace("ArraySeq", ""))
                        .map(cell -> cell.replaceAll("^(Wrapped|Mutable)?Array\\((.*)\\)$|^\\((.*)\\)$", "[$2$3]"))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Row exchange(
            String id,
            String status,
            String date,
            String precision,
            @Nullable Integer persons,
            @Nullable Integer least) {
        return EVENTS.row(
                "event_id",
                id,
                "event_type",
                "PRISONER_EXCHANGE",
                "status",
                status,
                "side_a",
                "RUS",
                "side_b",
                "UKR",
                "parties",
                codes("RUS", "UKR"),
                "countries",
                codes("RUS", "UKR"),
                "persons_count",
                persons,
                "persons_min",
                least,
                "persons_max",
                persons,
                "event_date",
                day(date),
                "event_date_precision",
                precision,
                "counted_on",
                day(date),
                "counted_precision",
                precision,
                "sample_event_mention_id",
                "m-" + id,
                "mention_count",
                id.equals("e1") ? 2 : 1);
    }

    private static Dataset<Row> events() {
        return EVENTS.table(
                exchange("e1", "occurred", "2025-05-06", "day", 410, 390),
                exchange("e2", "occurred", "2025-05-08", "day", null, null),
                exchange("e3", "planned", "2025-05-20", "day", 1200, 1200),
                exchange("e4", "occurred", "2025-03-01", "month", 100, 100),
                exchange("e5", "occurred", "2022-01-01", "year", 50, 50),
                other("a1", "AGREEMENT", "occurred", "energy", "2025-05-16", "FRA", "UKR", "FRA", "UKR"),
                other("a2", "AGREEMENT", "negated", null, "2025-05-17", "IRN", null, "IRN"),
                other("s1", "ASSAULT", "occurred", null, "2025-05-09", "HOUTHI", null),
                other("s2", "ASSAULT", "occurred", null, "2025-05-10", "USA", "YEM", "GBR", "USA", "YEM"));
    }

    private static Row other(
            String id,
            String type,
            String status,
            @Nullable String topic,
            String date,
            String sideA,
            @Nullable String sideB,
            String... countries) {
        return EVENTS.row(
                "event_id",
                id,
                "event_type",
                type,
                "status",
                status,
                "topic",
                topic,
                "side_a",
                sideA,
                "side_b",
                sideB,
                "parties",
                countries,
                "countries",
                countries,
                "event_date",
                day(date),
                "event_date_precision",
                "day",
                "counted_on",
                day(date),
                "counted_precision",
                "day",
                "sample_event_mention_id",
                "m-" + id);
    }

    private static Dataset<Row> told() {
        return TOLD.table(
                told("m-e1", "e1", "x1", "x1"),
                told("m-e1-2", "e1", "x2", "x1"),
                told("m-e2", "e2", "x3", "x3"),
                told("m-e3", "e3", "x4", "x4"),
                told("m-e4", "e4", "x1", "x1"),
                told("m-e5", "e5", "x1", "x1"),
                told("m-a1", "a1", "x5", "x5"),
                told("m-a2", "a2", "x5", "x5"),
                TOLD.row(
                        "event_mention_id",
                        "m-s1",
                        "event_id",
                        "s1",
                        "article_id",
                        "x6",
                        "story_id",
                        "x6",
                        "quad_class",
                        "material_conflict"),
                TOLD.row(
                        "event_mention_id",
                        "m-s2",
                        "event_id",
                        "s2",
                        "article_id",
                        "x6",
                        "story_id",
                        "x6",
                        "quad_class",
                        "material_conflict"),
                TOLD.row("event_mention_id", "m-unsure", "article_id", "x6", "story_id", "x6"));
    }

    private static Row told(String id, String event, String article, String story) {
        return TOLD.row("event_mention_id", id, "event_id", event, "article_id", article, "story_id", story);
    }

    private static Dataset<Row> articles() {
        Rows rows = Rows.of(
                Article.class,
                "title",
                "t",
                "body",
                "b",
                "language_confidence",
                1.0,
                "date_basis",
                "archive",
                "archive_file",
                "f",
                "content_hash",
                "h",
                "word_count",
                5,
                "source",
                "one.example",
                "published_on",
                day("2025-05-06"));
        return rows.table(
                rows.row("article_id", "x1", "story_id", "x1", "language", "ar", "archive_offset", 1L),
                rows.row("article_id", "x2", "story_id", "x1", "language", "fa", "archive_offset", 2L),
                rows.row(
                        "article_id",
                        "x3",
                        "story_id",
                        "x3",
                        "language",
                        "und",
                        "archive_offset",
                        3L,
                        "source",
                        "two.example",
                        "published_on",
                        day("2025-05-07")));
    }

    private static Dataset<Row> mentions() {
        Rows rows = Rows.of(
                Mention.class,
                "sentence_index",
                1,
                "end",
                9,
                "surface",
                "s",
                "entity_type",
                "LOC",
                "entity_id",
                "UKR",
                "entity_name",
                "أوكرانيا",
                "confidence",
                0.9,
                "annotator",
                "gazetteer",
                "published_on",
                day("2025-05-06"));
        return rows.table(
                rows.row("article_id", "x1", "begin", 1),
                rows.row("article_id", "x1", "begin", 2, "entity_name", "اوكرانيا"),
                rows.row("article_id", "x2", "begin", 1),
                rows.row(
                        "article_id", "x2", "begin", 3, "entity_id", null, "entity_type", "PER", "entity_name", "زيد"));
    }

    private static Dataset<Row> duplicates() {
        Rows rows = Rows.of(DuplicateRecord.class);
        return rows.table(rows.row(
                "archive_file",
                "f",
                "archive_offset",
                9L,
                "article_id",
                "x1",
                "reason",
                "same_text",
                "source",
                "one.example",
                "published_on",
                day("2025-05-06")));
    }

    private static Dataset<Row> rejected() {
        Rows rows = Rows.of(RejectedRecord.class, "archive_file", "f", "reason", "no_text");
        return rows.table(
                rows.row("archive_offset", 10L, "published_on", day("2025-05-07")), rows.row("archive_offset", 11L));
    }

    private static String[] codes(String... codes) {
        return codes;
    }
}
