package org.rasd.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.table.RecordCodec;

/**
 * Event mentions in, events out, and the mentions again with their {@code event_id}.
 *
 * <p>Cost: four shuffles of light rows (no text but hashed words) and one of event mentions; a group in memory is one
 * story's or one block's sightings. Rows do not depend on order or partitioning.
 */
public final class ResolveStage {
    private static final RecordCodec<Sighting> SIGHTINGS = RecordCodec.of(Sighting.class);
    private static final RecordCodec<EventMention> MENTIONS = RecordCodec.of(EventMention.class);
    private static final RecordCodec<Event> EVENTS = RecordCodec.of(Event.class);

    private static final String SOURCE = "source";
    private static final String ARTICLE = "article_of_mention";
    private static final String STORY = "story_of_article";

    private final ResolveSettings settings;

    /** A stage by {@code settings}. */
    public ResolveStage(ResolveSettings settings) {
        this.settings = settings;
    }

    /**
     * What resolution gives.
     *
     * @param eventMentions rows of {@link EventMention} with event_id, and story_id as the article has it
     * @param events rows of {@link Event}
     */
    public record Resolved(Dataset<Row> eventMentions, Dataset<Row> events) {}

    /**
     * Resolves all of {@code eventMentions}.
     *
     * @param eventMentions rows of {@link EventMention}; event_id is not read
     * @param articles at least article_id, story_id and source of their articles
     */
    public Resolved run(Dataset<Row> eventMentions, Dataset<Row> articles) {
        Dataset<Row> placed = placed(eventMentions, articles);
        double least = settings.minConfidence();
        Dataset<Row> sightings = placed.filter(col("confidence").geq(least))
                .map((MapFunction<Row, Row>) row -> SIGHTINGS.toRow(sighting(row)), SIGHTINGS.encoder());
        StoryResolver stories = new StoryResolver(settings);
        BlockResolver blocks = new BlockResolver(settings);
        Dataset<Row> grouped = each(sightings, concat_ws("|", col("story_id"), col("event_type")), stories::resolve);
        Dataset<Row> resolved =
                each(grouped, col("block_key"), blocks::resolve).persist(StorageLevel.MEMORY_AND_DISK());
        return new Resolved(linked(placed, resolved), events(resolved, settings));
    }

    /** The mentions with the source of their article, and the story that the article belongs to now. */
    private static Dataset<Row> placed(Dataset<Row> eventMentions, Dataset<Row> articles) {
        Dataset<Row> light = articles.select(
                col("article_id").as(ARTICLE),
                col("story_id").as(STORY),
                col("source").as(SOURCE));
        return eventMentions
                .join(light, col("article_id").equalTo(col(ARTICLE)), "left")
                .withColumn("story_id", coalesce(col(STORY), col("story_id")))
                .withColumn(SOURCE, coalesce(col(SOURCE), lit("")))
                .drop(ARTICLE, STORY);
    }

    private static Sighting sighting(Row row) {
        EventMention mention = MENTIONS.fromRow(row);
        return Sighting.of(mention, row.getString(row.fieldIndex(SOURCE)));
    }

    private static Dataset<Row> each(Dataset<Row> sightings, Column key, Step step) {
        return sightings
                .groupBy(key)
                .as(Encoders.STRING(), SIGHTINGS.encoder())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (any, rows) -> step.apply(read(rows)).stream()
                                .map(SIGHTINGS::toRow)
                                .iterator(),
                        SIGHTINGS.encoder());
    }

    private static Dataset<Row> events(Dataset<Row> resolved, ResolveSettings settings) {
        EventSummary summary = new EventSummary(settings);
        return resolved.groupBy(col("event_id"))
                .as(Encoders.STRING(), SIGHTINGS.encoder())
                .mapGroups(
                        (MapGroupsFunction<String, Row, Row>) (id, rows) -> EVENTS.toRow(summary.of(read(rows))),
                        EVENTS.encoder());
    }

    private static Dataset<Row> linked(Dataset<Row> placed, Dataset<Row> resolved) {
        Dataset<Row> links = resolved.select("event_mention_id", "event_id");
        Column[] columns = Arrays.stream(MENTIONS.schema().fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
        return placed.drop("event_id")
                .join(links, new String[] {"event_mention_id"}, "left")
                .select(columns);
    }

    private static List<Sighting> read(Iterator<Row> rows) {
        List<Sighting> sightings = new ArrayList<>();
        rows.forEachRemaining(row -> sightings.add(SIGHTINGS.fromRow(row)));
        return sightings;
    }

    /** What one group of sightings becomes; travels to executors. */
    private interface Step extends Serializable {
        List<Sighting> apply(List<Sighting> group);
    }
}
