package org.rasd.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rasd.lang.Sha256;
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

    /** To be raised with each change of what the steps give, so that signatures by older rules are found anew. */
    private static final int RULES = 3;

    /** Sightings that a task holds in memory, some 1 kB each. */
    private static final long SIGHTINGS_A_TASK = 100_000;

    private final ResolveSettings settings;
    private final StoryResolver stories;
    private final SideFinder sides;

    /** A stage by {@code settings}. */
    public ResolveStage(ResolveSettings settings) {
        this.settings = settings;
        this.stories = new StoryResolver(settings);
        this.sides = new SideFinder(settings);
    }

    /** What tells the rules by which {@code settings} resolve from others, for the manifest. */
    public static String rules(ResolveSettings settings) {
        return Sha256.id(RULES + "|" + settings.canonical());
    }

    /** Resolves {@code sightings}, about {@code count} of them. */
    public Resolved run(JavaRDD<Sighting> sightings, long count) {
        PackedShuffle<Sighting> shuffle = shuffle(sightings, count);
        SideFinder finder = sides;
        JavaRDD<Sighting> sided = shuffle.grouped(
                grouped(shuffle, sightings),
                finder::keys,
                (key, stretch, out) -> finder.resolve(key, stretch).forEach(out));
        return resolved(
                shuffle,
                sided,
                JavaSparkContext.fromSparkContext(sightings.context()).emptyRDD(),
                List.of());
    }

    /** A shuffle for about {@code count} sightings. */
    static PackedShuffle<Sighting> shuffle(JavaRDD<Sighting> sightings, long count) {
        int cores = sightings.context().defaultParallelism();
        return new PackedShuffle<>(new Packed(), (int) Math.max(2L * cores, count / SIGHTINGS_A_TASK + 1));
    }

    /** Those sure enough, once their stories are resolved. */
    JavaRDD<Sighting> grouped(PackedShuffle<Sighting> shuffle, JavaRDD<Sighting> sightings) {
        double least = settings.minConfidence();
        StoryResolver resolver = stories;
        return shuffle.grouped(
                sightings.filter(sighting -> sighting.confidence() >= least),
                sighting -> List.of(StoryResolver.key(sighting)),
                (key, story, out) -> resolver.resolve(story).forEach(out));
    }

    /**
     * What {@code sided} come to, once their blocks are resolved.
     *
     * @param leftEvents ids of events that some belonged to before, where {@code sided} do not tell
     * @param kept what is to be let go with the result
     */
    Resolved resolved(
            PackedShuffle<Sighting> shuffle,
            JavaRDD<Sighting> sided,
            JavaRDD<String> leftEvents,
            List<JavaRDD<?>> kept) {
        return new Resolved(
                new BlockStage(settings).run(shuffle, sided).persist(StorageLevel.MEMORY_AND_DISK()), leftEvents, kept);
    }

    /** The sightings that rows of mention_signatures hold. */
    static JavaRDD<Sighting> sightings(Dataset<Row> signatures) {
        return signatures.javaRDD().map(SIGHTINGS::fromRow);
    }

    /** {@code sightings} as rows of mention_signatures. */
    public static Dataset<Row> signatures(SparkSession spark, JavaRDD<Sighting> sightings) {
        return spark.createDataFrame(sightings.map(SIGHTINGS::toRow), SIGHTINGS.schema());
    }

    /** What resolution gives; kept until {@link #close}. */
    public static final class Resolved implements AutoCloseable {
        private final JavaRDD<BlockStage.Block> blocks;
        private final JavaRDD<String> leftEvents;
        private final List<JavaRDD<?>> kept;

        private Resolved(JavaRDD<BlockStage.Block> blocks, JavaRDD<String> leftEvents, List<JavaRDD<?>> kept) {
            this.blocks = blocks;
            this.leftEvents = leftEvents;
            this.kept = kept;
        }

        /** The events, as rows of {@link Event}. */
        public Dataset<Row> events(SparkSession spark) {
            return spark.createDataFrame(blocks.flatMap(block -> block.events().iterator()), EVENTS.schema());
        }

        /** The sightings that are new or came out otherwise than before, each with its event where it has one. */
        public JavaRDD<Sighting> sightings() {
            return blocks.flatMap(BlockStage.Block::sightings);
        }

        /** How many sightings were resolved, those that came out as before among them. */
        public long count() {
            return blocks.map(block -> (long) block.size()).fold(0L, Long::sum);
        }

        /** Which event each of {@link #sightings} belongs to, of those that belong to one. */
        public JavaRDD<Link> links() {
            return sightings()
                    .filter(sighting -> sighting.eventId() != null)
                    .map(sighting -> new Link(sighting.eventMentionId(), String.valueOf(sighting.eventId()), (int)
                            sighting.publishedOn().toEpochDay()));
        }

        /** Ids of the events that the resolved ones belonged to before. */
        public Dataset<Row> eventsBefore(SparkSession spark) {
            JavaRDD<String> ids =
                    blocks.flatMap(block -> block.eventsBefore().iterator()).union(leftEvents);
            return spark.createDataset(ids.rdd(), Encoders.STRING()).toDF("event_id");
        }

        @Override
        public void close() {
            blocks.unpersist(false);
            kept.forEach(rows -> rows.unpersist(false));
        }
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
                .withColumn("story_group_id", lit(""))
                .withColumn("story_block_key", lit(""))
                .withColumn("group_on", col("published_on"))
                .withColumn("group_id", lit(""))
                .withColumn("block_key", lit(""))
                .withColumn("event_id", lit(null).cast(DataTypes.StringType))
                .select(columns(SIGHTINGS.schema()))
                .javaRDD()
                .map(SIGHTINGS::fromRow);
    }

    /**
     * The rows of {@code eventMentions} with story_id as the article has it, and with the event that {@code signatures}
     * tell; those that are not among them keep their own, and those that are not sure enough have none.
     */
    public Dataset<Row> linked(Dataset<Row> eventMentions, Dataset<Row> articles, Dataset<Row> signatures) {
        Dataset<Row> links = signatures.select(
                col("event_mention_id").as("resolved_id"), col("event_id").as("event_now"));
        return placed(eventMentions, light(articles))
                .join(links, col("event_mention_id").equalTo(col("resolved_id")), "left")
                .withColumn(
                        "event_id",
                        functions
                                .when(col("confidence").lt(settings.minConfidence()), null)
                                .when(col("resolved_id").isNotNull(), col("event_now"))
                                .otherwise(col("event_id")))
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
