package org.rasd.job.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.aggregate.ReportFiles;
import org.rasd.aggregate.ReportStage;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.model.RejectedRecord;
import org.rasd.publish.PublishSettings;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.RunInfo;
import org.rasd.table.RecordCodec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** Published tables of articles that try to get into the page; one article and one event for each trick. */
final class HostileWarehouse {
    static final List<String> TRICKS = List.of(
            "</script><script>window.broken = 1</script>",
            "<!--<script>",
            "<img src=x onerror=\"window.broken = 2\">",
            "\"'><svg onload='window.broken = 3'>&lt;b&gt;",
            "\u202eاتفاق\u2066 بين\u2029 {{data}} $1 \\u003c \\",
            "{{script}}]]>--></title></style><b>");
    static final List<String> ADDRESSES = List.of(
            "javascript:window.broken=4",
            "JAVASCRIPT:window.broken=5",
            "data:text/html,<script>window.broken=6</script>",
            " http://news.example/a b",
            "https://news.example/?q=\"><script>window.broken=7</script>",
            "https://news.example/good");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);
    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private final SparkSession spark = LocalSpark.session();
    private final Map<String, Dataset<Row>> tables = new LinkedHashMap<>();

    void publish(Path place) {
        List<Integer> numbers =
                java.util.stream.IntStream.range(0, TRICKS.size()).boxed().toList();
        try (Publisher publisher = Publisher.open(spark, place.toString(), PublishSettings.defaults())) {
            stage(
                    publisher,
                    Article.class,
                    numbers.stream().map(HostileWarehouse::article).toList());
            stage(
                    publisher,
                    EventMention.class,
                    numbers.stream().map(HostileWarehouse::mention).toList());
            stage(
                    publisher,
                    Event.class,
                    numbers.stream().map(HostileWarehouse::event).toList());
            stage(publisher, DuplicateRecord.class, List.of());
            stage(publisher, Mention.class, List.of());
            stage(
                    publisher,
                    RejectedRecord.class,
                    List.of(new RejectedRecord(TRICKS.get(0), 0, TRICKS.get(2), null, TRICKS.get(3), DAY, null)));
            ReportFiles reports = ReportFiles.read(ConfRoot.classpath(), List.of());
            Map<String, Dataset<Row>> results =
                    new ReportStage(reports.reports(), ConfRoot.classpath()).run(spark, tables);
            reports.reports()
                    .forEach(report -> publisher.stage(report.table(), results.get(report.name()), Replace.whole()));
            publisher.commit(new RunInfo("run-1", NOON, null, null, "c0ffee", Map.of("code", "0.1.0"), null));
        }
    }

    private <T extends Record> void stage(Publisher publisher, Class<T> type, List<T> records) {
        RecordCodec<T> codec = RecordCodec.of(type);
        TableSpec spec = TableSpec.of(type);
        Dataset<Row> rows =
                spark.createDataset(records.stream().map(codec::toRow).toList(), codec.encoder());
        publisher.stage(spec, rows, Replace.whole());
        tables.put(spec.name(), rows);
    }

    private static Article article(int n) {
        String trick = TRICKS.get(n);
        return new Article(
                "a" + n,
                ADDRESSES.get(n),
                trick,
                trick,
                trick,
                "ar",
                1,
                DAY,
                NOON,
                "archive",
                null,
                trick,
                trick,
                n,
                "hash" + n,
                "a" + n,
                3);
    }

    private static EventMention mention(int n) {
        String trick = TRICKS.get(n);
        return new EventMention(
                "m" + n,
                "e" + n,
                "a" + n,
                "a" + n,
                1,
                trick,
                0,
                3,
                trick.substring(0, 3),
                "AGREEMENT",
                null,
                "occurred",
                false,
                List.of("FRA", "EGY"),
                List.of(),
                List.of(),
                List.of("EGY", "FRA"),
                null,
                DAY,
                "day",
                "explicit",
                null,
                "AGREE",
                null,
                "057",
                "verbal_cooperation",
                "agreement.sign",
                0.9,
                DAY);
    }

    private static Event event(int n) {
        boolean exchange = n % 2 == 0;
        String other = exchange ? TRICKS.get(n) : "FRA";
        boolean before = other.compareTo("EGY") < 0;
        return new Event(
                "e" + n,
                exchange ? "PRISONER_EXCHANGE" : "AGREEMENT",
                "occurred",
                before ? other : "EGY",
                before ? "EGY" : other,
                List.of("EGY", other),
                List.of(TRICKS.get(n)),
                exchange ? List.of("EGY") : List.of("EGY", "FRA"),
                exchange ? 20 : null,
                exchange ? 10 : null,
                exchange ? 30 : null,
                DAY,
                "day",
                "told",
                DAY,
                "day",
                DAY,
                DAY,
                1,
                1,
                1,
                1,
                "m" + n,
                exchange ? null : "energy",
                List.of());
    }
}
