package org.rasd.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.table.RecordCodec;

/**
 * Event mentions in, events out, and the mentions again with their {@code event_id}.
 *
 * <p>Cost: four shuffles of light rows (no text but hashed words) and one of event mentions, which is a broadcast of the
 * links where they are few; a group in memory is one story's, one type's of some days, or one block's sightings. Rows do
 * not depend on order or partitioning.
 */
public final class ResolveStage {
    private static final RecordCodec<Sighting> SIGHTINGS = RecordCodec.of(Sighting.class);
    private static final RecordCodec<EventMention> MENTIONS = RecordCodec.of(EventMention.class);
    private static final RecordCodec<Event> EVENTS = RecordCodec.of(Event.class);

    private static final UserDefinedFunction SKETCH =
            functions.udf((UDF1<String, String>) Sketch::of, DataTypes.StringType);

    private static final Encoder<Row> KEYED =
            Encoders.row(new StructType().add("key", DataTypes.StringType).add("sighting", SIGHTINGS.schema()));

    /** Links of mentions, and for each event one row that has it and no link. */
    private static final Encoder<Row> OUTCOMES = Encoders.row(new StructType()
            .add("event_mention_id", DataTypes.StringType)
            .add("event_id", DataTypes.StringType)
            .add("event", EVENTS.schema()));

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
        Dataset<Row> light =
                articles.select(col("article_id").as(ARTICLE), col("story_id").as(STORY), col("source"));
        Dataset<Row> outcomes = outcomes(sightings(eventMentions, light)).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> events = outcomes.filter(col("event").isNotNull()).select("event.*");
        return new Resolved(linked(eventMentions, light, outcomes), events);
    }

    private Dataset<Row> sightings(Dataset<Row> eventMentions, Dataset<Row> articles) {
        Dataset<Row> sure = eventMentions.filter(col("confidence").geq(settings.minConfidence()));
        return placed(sure, articles)
                .withColumn("source", coalesce(col("source"), lit("")))
                .withColumn("sketch", SKETCH.apply(col("sentence")))
                .withColumn("group_id", lit(""))
                .withColumn("block_key", lit(""))
                .withColumn("event_id", lit(null).cast(DataTypes.StringType))
                .select(columns(SIGHTINGS.schema()));
    }

    /** The mentions with the story that their article belongs to now. */
    private static Dataset<Row> placed(Dataset<Row> eventMentions, Dataset<Row> articles) {
        return eventMentions
                .join(articles, col("article_id").equalTo(col(ARTICLE)), "left")
                .withColumn("story_id", coalesce(col(STORY), col("story_id")));
    }

    private Dataset<Row> outcomes(Dataset<Row> sightings) {
        StoryResolver stories = new StoryResolver(settings);
        SideFinder sides = new SideFinder(settings);
        BlockResolver blocks = new BlockResolver(settings);
        EventSummary summary = new EventSummary(settings);
        Dataset<Row> keyed = each(
                sightings,
                col("story_id"),
                KEYED,
                (key, story, out) -> stories.resolve(story)
                        .forEach(told -> sides.keys(told).forEach(at -> out.accept(row(at, SIGHTINGS.toRow(told))))));
        Dataset<Row> sided = keyed.groupBy(col("key"))
                .as(Encoders.STRING(), KEYED)
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (key, rows) -> sides.resolve(key, read(rows, 1)).stream()
                                        .map(SIGHTINGS::toRow)
                                        .iterator(),
                        SIGHTINGS.encoder());
        return each(sided, col("block_key"), OUTCOMES, (key, block, out) -> {
            List<Sighting> linked = blocks.resolve(block);
            linked.forEach(told -> out.accept(row(told.eventMentionId(), told.eventId(), null)));
            summary.each(linked).forEach(event -> out.accept(row(null, null, EVENTS.toRow(event))));
        });
    }

    private static Dataset<Row> each(Dataset<Row> sightings, Column key, Encoder<Row> result, Step step) {
        return sightings
                .groupBy(key)
                .as(Encoders.STRING(), SIGHTINGS.encoder())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (group, rows) -> {
                            Stream.Builder<Row> out = Stream.builder();
                            step.apply(group, read(rows), out);
                            return out.build().iterator();
                        },
                        result);
    }

    private static Dataset<Row> linked(Dataset<Row> eventMentions, Dataset<Row> articles, Dataset<Row> outcomes) {
        Dataset<Row> links =
                outcomes.filter(col("event_mention_id").isNotNull()).select("event_mention_id", "event_id");
        return placed(eventMentions.drop("event_id"), articles)
                .join(links, new String[] {"event_mention_id"}, "left")
                .select(columns(MENTIONS.schema()));
    }

    private static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    private static Row row(@Nullable Object... cells) {
        return RowFactory.create(cells);
    }

    private static List<Sighting> read(Iterator<Row> rows) {
        List<Sighting> sightings = new ArrayList<>();
        rows.forEachRemaining(row -> sightings.add(SIGHTINGS.fromRow(row)));
        return sightings;
    }

    private static List<Sighting> read(Iterator<Row> rows, int cell) {
        List<Sighting> sightings = new ArrayList<>();
        rows.forEachRemaining(row -> sightings.add(SIGHTINGS.fromRow(row.getStruct(cell))));
        return sightings;
    }

    /** What one group of sightings becomes; travels to executors. */
    private interface Step extends Serializable {
        void apply(String key, List<Sighting> group, Consumer<Row> out);
    }
}
