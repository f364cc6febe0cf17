package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Follows event ids that vanish to the events that now hold their mentions.
 *
 * <p>An id goes where most of its mentions went, the lesser id where two events got as many; ids that vanished earlier
 * follow their successor when that vanishes in turn, so that each points at an event that is published now. An id that
 * comes back, and one whose mentions are all gone, is not listed. Cost: one join of event mentions by id, and only ids of
 * events that vanished travel.
 *
 * @param mentionsBefore event_mention_id and event_id as published before
 * @param mentionsNow event_mention_id and event_id as they will be published
 * @param events event_id, event_type and last_reported_on as they will be published
 */
record Supersession(Dataset<Row> mentionsBefore, Dataset<Row> mentionsNow, Dataset<Row> events) {
    private static final String OLD = "superseded_event_id";
    private static final String NEW = "event_id";
    private static final String NEXT = "next_event_id";

    /** Rows of superseded_events, from those of {@code earlier}. */
    Dataset<Row> after(Dataset<Row> earlier) {
        Dataset<Row> steps = steps();
        Dataset<Row> followed = earlier.select(OLD, NEW)
                .join(steps.select(col(OLD).as(NEW), col(NEW).as(NEXT)), new String[] {NEW}, "left")
                .select(col(OLD), functions.coalesce(col(NEXT), col(NEW)).as(NEW));
        return steps.unionByName(followed)
                .join(events.select(col(NEW).as(OLD)), new String[] {OLD}, "left_anti")
                .join(events.select(NEW, "event_type", "last_reported_on"), NEW)
                .select(OLD, NEW, "event_type", "last_reported_on");
    }

    /** Each event that vanishes by this publication, with the one that most of its mentions went to. */
    private Dataset<Row> steps() {
        Dataset<Row> moved = mentionsBefore
                .select(col("event_mention_id"), col("event_id").as(OLD))
                .filter(col(OLD).isNotNull())
                .join(events.select(col(NEW).as(OLD)), new String[] {OLD}, "left_anti")
                .join(mentionsNow.select("event_mention_id", NEW).filter(col(NEW).isNotNull()), "event_mention_id");
        Column byCount = functions
                .row_number()
                .over(Window.partitionBy(OLD).orderBy(col("mentions").desc(), col(NEW)));
        return moved.groupBy(OLD, NEW)
                .agg(count("*").as("mentions"))
                .withColumn("place", byCount)
                .filter(col("place").equalTo(1))
                .select(OLD, NEW);
    }
}
