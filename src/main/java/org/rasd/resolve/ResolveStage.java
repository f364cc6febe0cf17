package org.rasd.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.table.PackedShuffle;
import org.rasd.table.RecordCodec;

/**
 * Sightings in, events out, and which mention belongs to which.
 *
 * <p>Cost: three shuffles of some 200 bytes a sighting; a group in memory is one story's, one type's of some days, or one
 * block's sightings, and a task holds what was dealt to it. Rows do not depend on order or partitioning.
 */
public final class ResolveStage {
    private static final RecordCodec<Sighting> SIGHTINGS = RecordCodec.of(Sighting.class);
    private static final RecordCodec<EventMention> MENTIONS = RecordCodec.of(EventMention.class);
    private static final RecordCodec<Event> EVENTS = RecordCodec.of(Event.class);

    private static final UserDefinedFunction SKETCH =
            functions.udf((UDF1<String, String>) Sketch::of, DataTypes.StringType);

    private static final String ARTICLE = "article_of_mention";
    private static final String STORY = "story_of_article";

    /** Sightings that a task holds in memory, some 1 kB each. */
    private static final long SIGHTINGS_A_TASK = 100_000;

    private final ResolveSettings settings;

    /** A stage by {@code settings}. */
    public ResolveStage(ResolveSettings settings) {
        this.settings = settings;
    }

    /**
     * What resolution gives; kept until {@link #close}.
     *
     * @param blocks what blocks came to
     */
    public record Resolved(JavaRDD<Block> blocks) implements AutoCloseable {
        /** The events, as rows of {@link Event}. */
        public Dataset<Row> events(SparkSession spark) {
            return spark.createDataFrame(blocks.flatMap(block -> block.events().iterator()), EVENTS.schema());
        }

        /** The mentions that belong to an event. */
        public JavaRDD<Link> links() {
            return blocks.flatMap(block -> block.links().iterator());
        }

        @Override
        public void close() {
            blocks.unpersist(false);
        }
    }

    /** The links and the rows of the events of some blocks. */
    public record Block(List<Link> links, List<Row> events) implements Serializable {}

    /** Resolves {@code sightings}, about {@code count} of them. */
    public Resolved run(JavaRDD<Sighting> sightings, long count) {
        StoryResolver stories = new StoryResolver(settings);
        SideFinder sides = new SideFinder(settings);
        BlockResolver blocks = new BlockResolver(settings);
        EventSummary summary = new EventSummary(settings);
        double least = settings.minConfidence();
        int cores = sightings.context().defaultParallelism();
        PackedShuffle<Sighting> shuffle =
                new PackedShuffle<>(new Packed(), (int) Math.max(2L * cores, count / SIGHTINGS_A_TASK + 1));
        JavaRDD<Sighting> grouped = shuffle.grouped(
                sightings.filter(sighting -> sighting.confidence() >= least),
                sighting -> List.of(StoryResolver.key(sighting)),
                (key, story, out) -> stories.resolve(story).forEach(out));
        JavaRDD<Sighting> sided = shuffle.grouped(
                grouped,
                sides::keys,
                (key, stretch, out) -> sides.resolve(key, stretch).forEach(out));
        JavaRDD<Block> resolved = shuffle.grouped(
                sided,
                sighting -> List.of(sighting.blockKey()),
                (key, block, out) -> out.accept(block(blocks.resolve(block), summary)));
        return new Resolved(resolved.mapPartitions(Merging::new).persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** Joins small blocks: Spark weighs what it keeps piece by piece, again and again. */
    private static final class Merging implements Iterator<Block> {
        private static final int LINKS = 20_000;

        private final Iterator<Block> blocks;

        Merging(Iterator<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public Block next() {
            List<Link> links = new ArrayList<>();
            List<Row> events = new ArrayList<>();
            do {
                Block block = blocks.next();
                links.addAll(block.links());
                events.addAll(block.events());
            } while (links.size() < LINKS && blocks.hasNext());
            return new Block(links, events);
        }
    }

    private static Block block(List<Sighting> linked, EventSummary summary) {
        return new Block(
                linked.stream()
                        .map(told -> new Link(told.eventMentionId(), String.valueOf(told.eventId()), (int)
                                told.publishedOn().toEpochDay()))
                        .toList(),
                summary.each(linked).stream().map(EVENTS::toRow).toList());
    }

    /**
     * What {@code eventMentions} tell.
     *
     * @param eventMentions rows of {@link EventMention}; event_id is not read
     * @param articles at least article_id, story_id and source of their articles
     */
    public JavaRDD<Sighting> sightings(Dataset<Row> eventMentions, Dataset<Row> articles) {
        return placed(eventMentions, light(articles))
                .filter(col("confidence").geq(settings.minConfidence()))
                .withColumn("source", coalesce(col("source"), lit("")))
                .withColumn("sketch", SKETCH.apply(col("sentence")))
                .withColumn("group_id", lit(""))
                .withColumn("block_key", lit(""))
                .withColumn("event_id", lit(null).cast(DataTypes.StringType))
                .select(columns(SIGHTINGS.schema()))
                .javaRDD()
                .map(SIGHTINGS::fromRow);
    }

    /** The rows of {@code eventMentions} with event_id, and story_id as the article has it. */
    public Dataset<Row> linked(Dataset<Row> eventMentions, Dataset<Row> articles, Resolved resolved) {
        Dataset<Row> links = eventMentions
                .sparkSession()
                .createDataFrame(
                        resolved.links().map(link -> RowFactory.create(link.eventMentionId(), link.eventId())),
                        StructType.fromDDL("event_mention_id string, event_id string"));
        return placed(eventMentions.drop("event_id"), light(articles))
                .join(links, new String[] {"event_mention_id"}, "left")
                .select(columns(MENTIONS.schema()));
    }

    private static Dataset<Row> light(Dataset<Row> articles) {
        return articles.select(col("article_id").as(ARTICLE), col("story_id").as(STORY), col("source"));
    }

    /** The mentions with the story that their article belongs to now. */
    private static Dataset<Row> placed(Dataset<Row> eventMentions, Dataset<Row> articles) {
        return eventMentions
                .join(articles, col("article_id").equalTo(col(ARTICLE)), "left")
                .withColumn("story_id", coalesce(col(STORY), col("story_id")));
    }

    private static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    /** Sightings in a shuffle. */
    private static final class Packed implements PackedShuffle.Packing<Sighting> {
        private static final long serialVersionUID = 1L;

        private transient SightingBytes bytes = new SightingBytes();

        @Override
        public void write(Sighting sighting, DataOutput out) throws IOException {
            SightingBytes.write(sighting, out);
        }

        @Override
        public Sighting read(DataInput in) throws IOException {
            return bytes.read(in);
        }

        @Override
        public PackedShuffle.Packing<Sighting> forTask() {
            return new Packed();
        }
    }
}
