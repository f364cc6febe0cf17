package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Warehouse;
import org.rasd.testing.InProcess;
import org.rasd.testing.LocalSpark;
import org.rasd.testing.SmallArchive;

/** An event's id that vanishes leads to the event that holds its mentions now. */
class SupersededEventsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Rows of texts, written with a space between cells; "null" is none. */
    private static Dataset<Row> table(String columns, List<String> rows) {
        StructType schema = new StructType();
        for (String column : columns.split(" ")) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return SPARK.createDataFrame(
                rows.stream()
                        .map(row -> RowFactory.create(Arrays.stream(row.split(" "))
                                .map(cell -> cell.equals("null") ? null : cell)
                                .toArray()))
                        .toList(),
                schema);
    }

    /** Mentions as "mention event", events and earlier successions likewise; the result as "old new", sorted. */
    private static List<String> successions(List<String> before, List<String> now, List<String> earlier) {
        List<String> living = now.stream()
                .map(mention -> mention.substring(mention.indexOf(' ') + 1))
                .distinct()
                .map(id -> id + " TRUCE 2025-05-06")
                .toList();
        return new Supersession(
                        table("event_mention_id event_id", before),
                        table("event_mention_id event_id", now),
                        table("event_id event_type last_reported_on", living))
                .after(table("superseded_event_id event_id", earlier)).collectAsList().stream()
                        .map(row -> row.getString(0) + " " + row.getString(1))
                        .sorted()
                        .toList();
    }

    @Test
    void mostMentionsWinAndTheLesserIdOfEqualOnes() {
        assertThat(successions(
                        List.of("m1 a", "m2 a", "m3 a", "m4 b", "m5 b", "m6 same", "m7 null"),
                        List.of("m1 x", "m2 y", "m3 y", "m4 y", "m5 x", "m6 same", "m7 x"),
                        List.of()))
                .containsExactly("a y", "b x");
    }

    @Test
    void chainsAreFollowedToALivingEvent() {
        assertThat(successions(
                        List.of("m1 b", "m2 c"), List.of("m1 d", "m2 c"), List.of("a b", "older c", "lost nowhere")))
                .containsExactly("a d", "b d", "older c");
    }

    @Test
    void anIdThatComesBackLeaves() {
        assertThat(successions(List.of("m1 b", "m2 b"), List.of("m1 a", "m2 b"), List.of("a b")))
                .isEmpty();
    }

    @Test
    void anEventWhoseMentionsAreGoneHasNoSuccessor() {
        assertThat(successions(List.of("m1 a"), List.of("m2 b"), List.of())).isEmpty();
    }

    @Test
    void anEarlierReportJoinsALaterOneAndItsIdLeadsOn() throws IOException {
        Path late = new SmallArchive()
                .article(
                        "alif.example",
                        DAY.plusDays(1),
                        "تفاصيل عملية التبادل",
                        "تبادلت روسيا وأوكرانيا 205 أسرى من كل جانب. وقال المتحدث إن العائدين نقلوا إلى المستشفيات.")
                .write(folder.resolve("late.jsonl"));
        Path early = new SmallArchive()
                .article(
                        "ba.example",
                        DAY,
                        "عودة الجنود إلى الوطن",
                        "تبادلت روسيا وأوكرانيا اليوم 205 أسرى من كل جانب. وشكر الرئيس كل من ساهم في هذه العملية.")
                .write(folder.resolve("early.jsonl"));
        run(late, DAY.plusDays(1));
        String before = exchange();
        assertThat(rows("superseded_events")).as("after one run").isEmpty();
        run(early, DAY);
        String after = exchange();
        assertThat(after).as("id of the event, whose date changed").isNotEqualTo(before);
        assertThat(rows("superseded_events"))
                .extracting(row -> row.mkString(" "))
                .containsExactly(before + " " + after + " PRISONER_EXCHANGE " + DAY.plusDays(1));
    }

    private String exchange() {
        List<Row> events = rows("events").stream()
                .filter(event -> event.getAs("event_type").equals("PRISONER_EXCHANGE"))
                .toList();
        assertThat(events).as("exchanges").hasSize(1);
        return events.get(0).getAs("event_id");
    }

    private List<Row> rows(String table) {
        return Warehouse.open(folder.resolve("w").toString()).read(SPARK, table).collectAsList();
    }

    private void run(Path input, LocalDate day) {
        InProcess.run(input, folder.resolve("w").toString(), day, day);
    }
}
