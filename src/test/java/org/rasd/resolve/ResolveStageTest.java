package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.table.ContractCheck;
import org.rasd.table.RecordCodec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

class ResolveStageTest {
    private static final RecordCodec<EventMention> MENTIONS = RecordCodec.of(EventMention.class);

    private final SparkSession spark = LocalSpark.session();

    @Test
    void mentionsOfTwoPapersBecomeOneEventAndKeepTheirRows() {
        Result resolved = resolve(2);
        List<Row> events = resolved.events().collectAsList();
        assertThat(events).hasSize(2);
        Row exchange = events.stream()
                .filter(row -> row.<String>getAs("event_type").equals("PRISONER_EXCHANGE"))
                .findFirst()
                .orElseThrow();
        assertThat(exchange.<Integer>getAs("mention_count")).isEqualTo(3);
        assertThat(exchange.<Integer>getAs("source_count")).isEqualTo(2);
        List<Row> mentions =
                resolved.eventMentions().orderBy("event_mention_id").collectAsList();
        assertThat(mentions).hasSize(5);
        assertThat(mentions.stream().filter(row -> Objects.equals(row.getAs("event_id"), exchange.getAs("event_id"))))
                .hasSize(3);
        assertThat(mentions.get(4).<String>getAs("event_id"))
                .as("unsure mention")
                .isNull();
    }

    @Test
    void rowsKeepTheContractOfTheirTables() {
        Result resolved = resolve(2);
        assertThat(ContractCheck.violations(resolved.events(), TableSpec.of(Event.class)))
                .isEmpty();
        assertThat(ContractCheck.violations(resolved.eventMentions(), TableSpec.of(EventMention.class)))
                .isEmpty();
    }

    @Test
    void thePartitioningChangesNothing() {
        assertThat(rows(resolve(7))).isEqualTo(rows(resolve(1)));
    }

    private static List<String> rows(Result resolved) {
        List<String> rows = new ArrayList<>();
        resolved.events().orderBy("event_id").collectAsList().forEach(row -> rows.add(row.toString()));
        resolved.eventMentions().orderBy("event_mention_id").collectAsList().forEach(row -> rows.add(row.toString()));
        return rows;
    }

    private Result resolve(int partitions) {
        List<Row> mentions = List.of(
                mention("m1", "a1", 0, "PRISONER_EXCHANGE", List.of("RUS", "UKR"), 0.9),
                mention("m2", "a1", 2, "PRISONER_EXCHANGE", List.of("UKR"), 0.8),
                mention("m3", "a2", 1, "PRISONER_EXCHANGE", List.of("RUS", "UKR"), 0.9),
                mention("m4", "a2", 2, "CONSULT", List.of("RUS", "TUR"), 0.9),
                mention("m5", "a2", 3, "PRISONER_EXCHANGE", List.of("RUS", "UKR"), 0.1));
        Dataset<Row> articles = spark.createDataFrame(
                List.of(
                        RowFactory.create("a1", "a1", "one.example", LocalDate.parse("2025-05-06")),
                        RowFactory.create("a2", "a2", "two.example", LocalDate.parse("2025-05-07"))),
                StructType.fromDDL("article_id string, story_id string, source string, published_on date"));
        ResolveStage stage = new ResolveStage(ResolveSettings.defaults());
        Dataset<Row> told = spark.createDataFrame(mentions, MENTIONS.schema()).repartition(partitions);
        ResolveStage.Resolved resolved = stage.run(stage.sightings(told, articles), mentions.size());
        return new Result(
                stage.linked(told, articles, ResolveStage.signatures(spark, resolved.sightings())),
                resolved.events(spark));
    }

    private record Result(Dataset<Row> eventMentions, Dataset<Row> events) {}

    private static Row mention(
            String id, String article, int sentence, String type, List<String> parties, double confidence) {
        return MENTIONS.toRow(new EventMention(
                id,
                "of-an-earlier-run",
                article,
                article,
                sentence,
                "تبادلت روسيا وأوكرانيا الأسرى",
                0,
                6,
                "تبادلت",
                type,
                null,
                "occurred",
                false,
                parties,
                List.of(),
                List.of(),
                parties,
                null,
                null,
                null,
                null,
                null,
                "RETREAT",
                null,
                "0841",
                "material_cooperation",
                "test.rule",
                confidence,
                LocalDate.parse(article.equals("a1") ? "2025-05-06" : "2025-05-07")));
    }
}
