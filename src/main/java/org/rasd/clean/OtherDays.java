package org.rasd.clean;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Days that a run does not replace but has to write again, as repeats or stories changed there. */
final class OtherDays {
    private static final String[] KEY = {"article_id", "published_on"};

    private final SparkSession spark;
    private final Earlier earlier;
    private final List<Fate> changed;
    private final List<NeighbourStories.Moved> moved;

    OtherDays(SparkSession spark, Earlier earlier, List<Fate> changed, List<NeighbourStories.Moved> moved) {
        this.spark = spark;
        this.earlier = earlier;
        this.changed = changed;
        this.moved = moved;
    }

    /** The days. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>(Findings.daysOf(changed));
        moved.forEach(it -> days.add(LocalDate.ofEpochDay(it.entry().day())));
        return days;
    }

    /** article_id and published_on of articles that repeat another one now. */
    Dataset<Row> withdrawn() {
        return repeats().filter("withdrawn").select("article_id", "published_on");
    }

    private Dataset<Row> repeats() {
        return table(
                "article_id string, published_on date, new_reason string, kept_before string, new_kept string,"
                        + " withdrawn boolean",
                changed.stream()
                        .map(fate -> RowFactory.create(
                                ArticleIds.text(fate.entry().id()),
                                LocalDate.ofEpochDay(fate.entry().day()),
                                fate.repeat() == null ? null : fate.repeat().code(),
                                fate.entry().before() == null
                                        ? null
                                        : ArticleIds.text(fate.entry().before().kept()),
                                ArticleIds.text(fate.kept()),
                                fate.entry().wasArticle()))
                        .toList());
    }

    private Dataset<Row> stories() {
        return table(
                "article_id string, published_on date, new_story string, new_story_place bigint",
                moved.stream()
                        .map(it -> RowFactory.create(
                                ArticleIds.text(it.entry().id()),
                                LocalDate.ofEpochDay(it.entry().day()),
                                ArticleIds.text(it.story().id()),
                                it.story().place()))
                        .toList());
    }

    private Dataset<Row> table(String schema, List<Row> rows) {
        return broadcast(spark.createDataFrame(rows, StructType.fromDDL(schema)));
    }

    /** All articles of these days. */
    Dataset<Row> articles() {
        return earlier.articles(days())
                .join(withdrawn(), KEY, "left_anti")
                .join(stories(), KEY, "left")
                .withColumn("story_id", coalesce(col("new_story"), col("story_id")))
                .select(CleanStage.columns(CleanStage.ARTICLE));
    }

    /** All repeats of these days. */
    Dataset<Row> duplicates() {
        Dataset<Row> renamed = broadcast(repeats()
                .select(col("kept_before").as("article_id"), col("new_kept"))
                .distinct());
        Dataset<Row> now = earlier.duplicates(days())
                .join(renamed, new String[] {"article_id"}, "left")
                .withColumn("article_id", coalesce(col("new_kept"), col("article_id")));
        Dataset<Row> more = earlier.articles(days())
                .join(repeats().filter("withdrawn"), KEY)
                .withColumn("reason", col("new_reason"))
                .withColumn("article_id", col("new_kept"));
        Column[] columns = CleanStage.columns(CleanStage.DUPLICATE);
        return now.select(columns).union(more.select(columns));
    }

    /** All signatures of these days. */
    Dataset<Row> signatures() {
        return earlier.signatures(days())
                .join(repeats(), KEY, "left")
                .join(stories(), KEY, "left")
                .selectExpr(
                        "article_id",
                        "text_key",
                        "place",
                        "coalesce(new_reason, reason) as reason",
                        "coalesce(new_kept, kept_id) as kept_id",
                        "if(new_reason is null, coalesce(new_story, story_id), null) as story_id",
                        "if(new_reason is null, coalesce(new_story_place, story_place), null) as story_place",
                        "if(new_reason is null, signature, '') as signature",
                        "published_on")
                .select(CleanStage.columns(CleanStage.SIGNATURE));
    }
}
