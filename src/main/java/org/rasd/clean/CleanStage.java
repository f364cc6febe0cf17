package org.rasd.clean;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.rasd.model.Article;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectedRecord;
import org.rasd.table.RecordCodec;

/**
 * Raw records in; articles, duplicates and rejected records out.
 *
 * <p>Cost: each record is cleaned once and written to the scratch folder; only keys and signatures are shuffled.
 */
public final class CleanStage {
    private static final RecordCodec<RawRecord> RAW = RecordCodec.of(RawRecord.class);
    private static final RecordCodec<Article> ARTICLES = RecordCodec.of(Article.class);
    private static final RecordCodec<RejectedRecord> REJECTED = RecordCodec.of(RejectedRecord.class);
    private static final RecordCodec<DuplicateRecord> DUPLICATES = RecordCodec.of(DuplicateRecord.class);
    private static final StructType SCHEMA = new StructType()
            .add("article", ARTICLES.schema(), true)
            .add("rejected", REJECTED.schema(), true)
            .add("updated", DataTypes.StringType, true)
            .add("signature", DataTypes.createArrayType(DataTypes.IntegerType, false), true);

    private final CleanSettings settings;

    /** A stage by {@code settings}. */
    public CleanStage(CleanSettings settings) {
        this.settings = settings;
    }

    /** Cleans {@code records}, rows of {@link RawRecord}. */
    public Cleaned run(Dataset<Row> records, CleanInput input) {
        SparkSession spark = records.sparkSession();
        String place = input.scratch() + "/candidates";
        records.mapPartitions((MapPartitionsFunction<Row, Row>) CleanStage::clean, Encoders.row(SCHEMA))
                .write()
                .parquet(place);
        Dataset<Row> candidates = spark.read().schema(SCHEMA).parquet(place);
        Dataset<Row> keys = keys(candidates, input);
        Dataset<Row> fates = fates(keys).persist();
        Dataset<Row> articles = candidates
                .filter(col("article").isNotNull())
                .select("article.*")
                .drop("story_id")
                .join(
                        fates.filter("reason is null").select("archive_file", "archive_offset", "story_id"),
                        new String[] {"archive_file", "archive_offset"})
                .select(columns(ARTICLES.schema()));
        Dataset<Row> rejected = candidates.filter(col("rejected").isNotNull()).select("rejected.*");
        Dataset<Row> duplicates = fates.filter("reason is not null")
                .withColumn("article_id", col("kept_id"))
                .select(columns(DUPLICATES.schema()));
        return new Cleaned(articles, rejected, duplicates, files(candidates, fates));
    }

    private static Iterator<Row> clean(Iterator<Row> rows) {
        ArticleCleaner cleaner = new ArticleCleaner();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                RawRecord raw = RAW.fromRow(rows.next());
                ArticleCleaner.Outcome outcome = cleaner.clean(raw);
                Article article = outcome.article();
                RejectedRecord reject = outcome.rejected();
                return RowFactory.create(
                        article == null ? null : ARTICLES.toRow(article),
                        reject == null ? null : REJECTED.toRow(reject),
                        raw.updated(),
                        article == null ? null : MinHash.signature(article.body()));
            }
        };
    }

    /** Light rows of the articles within the days. */
    private static Dataset<Row> keys(Dataset<Row> candidates, CleanInput input) {
        return candidates
                .filter(col("article").isNotNull())
                .select(
                        "article.article_id",
                        "article.url",
                        "article.source",
                        "article.content_hash",
                        "article.published_on",
                        "article.published_at",
                        "article.captured_at",
                        "article.archive_file",
                        "article.archive_offset",
                        "updated",
                        "signature")
                .filter(col("published_on").between(lit(input.first()), lit(input.last())));
    }

    /** Each key with why it is a duplicate (null: it is not), the article kept for it, and its story. */
    private Dataset<Row> fates(Dataset<Row> keys) {
        WindowSpec sameUrl = Window.partitionBy("article_id")
                .orderBy(
                        col("updated").desc_nulls_last(),
                        col("captured_at").desc_nulls_last(),
                        col("archive_file"),
                        col("archive_offset"));
        WindowSpec sameText = Window.partitionBy("source", "content_hash")
                .orderBy(
                        col("repeats_url"),
                        col("published_on"),
                        col("published_at").asc_nulls_last(),
                        col("article_id"));
        Dataset<Row> told = keys.withColumn(
                        "repeats_url", row_number().over(sameUrl).gt(1))
                .withColumn("repeats_text", row_number().over(sameText).gt(1))
                .withColumn("first_id", first("article_id").over(sameText))
                .withColumn("reason", when(col("repeats_url"), "same_url").when(col("repeats_text"), "same_text"))
                .withColumn(
                        "kept_id", when(col("repeats_url"), col("article_id")).otherwise(col("first_id")));
        Dataset<Row> kept = told.filter("reason is null");
        Dataset<Row> stories = new Stories(settings).of(kept);
        return told.drop("signature").join(stories, new String[] {"article_id"}, "left");
    }

    private static Dataset<Row> files(Dataset<Row> candidates, Dataset<Row> fates) {
        Dataset<Row> all = candidates
                .select(
                        functions
                                .coalesce(col("article.archive_file"), col("rejected.archive_file"))
                                .as("archive_file"),
                        col("rejected").isNotNull().cast("long").as("rejected"))
                .groupBy("archive_file")
                .agg(count(lit(1)).as("records_in"), sum("rejected").as("rejected"));
        Dataset<Row> inRange = fates.groupBy("archive_file")
                .agg(
                        sum(col("reason").isNull().cast("long")).as("articles"),
                        sum(col("reason").isNotNull().cast("long")).as("duplicates"));
        return all.join(inRange, new String[] {"archive_file"}, "left")
                .na()
                .fill(0L, new String[] {"articles", "duplicates"})
                .withColumn(
                        "out_of_range",
                        col("records_in")
                                .minus(col("rejected"))
                                .minus(col("articles"))
                                .minus(col("duplicates")));
    }

    private static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }
}
