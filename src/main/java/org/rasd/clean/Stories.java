package org.rasd.clean;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Gives near copies one story: candidates share a band of their signatures, are verified by the whole signature, and are
 * joined as connected components; a story is named by its first article.
 *
 * <p>Cost: a shuffle of signatures; each article is compared with the first article of each of its bands only.
 */
final class Stories {
    private static final UserDefinedFunction BANDS = udf(
            (UDF1<Seq<Integer>, long[]>) signature -> MinHash.bands(ints(signature)),
            DataTypes.createArrayType(DataTypes.LongType, false));
    private static final UserDefinedFunction SIMILARITY = udf(
            (UDF2<Seq<Integer>, Seq<Integer>, Double>) (a, b) -> MinHash.similarity(ints(a), ints(b)),
            DataTypes.DoubleType);
    private static final int MOST_ROUNDS = 20;

    private final CleanSettings settings;

    Stories(CleanSettings settings) {
        this.settings = settings;
    }

    /** Rows of article_id and story_id for {@code articles} (article_id, published_on, published_at, signature). */
    Dataset<Row> of(Dataset<Row> articles) {
        Dataset<Row> light = articles.select(
                        col("article_id"),
                        col("published_on"),
                        struct(
                                        col("published_on"),
                                        coalesce(
                                                col("published_at"),
                                                col("published_on").cast("timestamp")),
                                        col("article_id"))
                                .as("rank"),
                        col("signature"))
                .persist();
        Dataset<Row> banded = light.select(
                col("article_id"),
                col("published_on"),
                col("rank"),
                col("signature"),
                explode(BANDS.apply(col("signature"))).as("band"));
        Dataset<Row> heads = banded.groupBy("band")
                .agg(
                        min("rank").as("head_rank"),
                        min_by(struct("article_id", "signature"), col("rank")).as("head"));
        Dataset<Row> edges = banded.join(heads, "band")
                .filter(col("article_id").notEqual(col("head.article_id")))
                .filter(abs(datediff(col("published_on"), col("head_rank.published_on")))
                        .leq(settings.storyDays()))
                .filter(SIMILARITY
                        .apply(col("signature"), col("head.signature"))
                        .geq(settings.copySimilarity()))
                .select(col("rank").as("a"), col("head_rank").as("b"))
                .distinct();
        Dataset<Row> labels = components(edges);
        return light.join(labels, col("rank").equalTo(col("node")), "left")
                .select(
                        col("article_id"),
                        coalesce(col("label.article_id"), col("article_id")).as("story_id"));
    }

    /** The least node of each connected component, by passing labels along edges until nothing changes. */
    private static Dataset<Row> components(Dataset<Row> edges) {
        Dataset<Row> both =
                edges.union(edges.select(col("b").as("a"), col("a").as("b"))).localCheckpoint();
        Dataset<Row> labels =
                both.groupBy("a").agg(least(min("b"), col("a")).as("label")).withColumnRenamed("a", "node");
        for (int round = 0; round < MOST_ROUNDS; round++) {
            labels = labels.localCheckpoint();
            Dataset<Row> next = both.join(labels, col("b").equalTo(col("node")))
                    .groupBy("a")
                    .agg(min("label").as("offer"))
                    .join(labels, col("a").equalTo(col("node")))
                    .select(col("node"), least(col("label"), col("offer")).as("label"))
                    .localCheckpoint();
            boolean same = next.exceptAll(labels).isEmpty();
            labels = next;
            if (same) {
                break;
            }
        }
        return labels;
    }

    private static int[] ints(Seq<Integer> signature) {
        List<Integer> values = JavaConverters.seqAsJavaList(signature);
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
