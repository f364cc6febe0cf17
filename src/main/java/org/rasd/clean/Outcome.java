package org.rasd.clean;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The fates of the run's records with the stories of its articles, as tables. */
final class Outcome {
    private final SparkSession spark;
    private final JavaRDD<Told> told;

    /** A fate, and the story where it is an article. */
    private record Told(Fate fate, @Nullable Story story) implements Serializable {
        /** True where the record is not simply an article that is alone in its story. */
        boolean isSpecial() {
            return story == null || story.id() != fate.entry().id();
        }
    }

    /**
     * @param fresh fates of the run's records
     * @param found stories of articles that are not alone
     */
    Outcome(SparkSession spark, JavaRDD<Fate> fresh, JavaPairRDD<Long, Story> found, int partitions) {
        this.spark = spark;
        this.told = fresh.filter(Fate::isArticle)
                .mapToPair(fate -> new Tuple2<>(fate.entry().id(), fate))
                .leftOuterJoin(found, partitions)
                .values()
                .map(both -> told(both._1(), both._2()))
                .union(fresh.filter(fate -> !fate.isArticle()).map(fate -> new Told(fate, null)))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Told told(Fate fate, Optional<Story> story) {
        return new Told(
                fate, story.orElse(new Story(fate.entry().id(), fate.entry().place())));
    }

    /**
     * Records that are repeats, or articles that stand in another one's story: record, reason (empty for articles),
     * refers_to (the article that is kept, or the story).
     */
    Dataset<Row> special() {
        return spark.createDataFrame(
                told.filter(Told::isSpecial)
                        .map(it -> RowFactory.create(
                                it.fate().entry().record(),
                                it.fate().repeat() == null
                                        ? ""
                                        : it.fate().repeat().code(),
                                ArticleIds.text(
                                        it.story() == null
                                                ? it.fate().kept()
                                                : it.story().id()))),
                StructType.fromDDL("record bigint, reason string, refers_to string"));
    }

    /** Rows of ArticleSignature: articles, and the first of its day of what repeats an address. */
    Dataset<Row> signatures() {
        return spark.createDataFrame(
                told.filter(it -> it.story() != null || it.fate().isFirstOfDay())
                        .map(Outcome::signature),
                CleanStage.SIGNATURE);
    }

    private static Row signature(Told told) {
        Entry entry = told.fate().entry();
        Story story = told.story();
        Entry.Repeat repeat = told.fate().repeat();
        return RowFactory.create(
                ArticleIds.text(entry.id()),
                entry.textKey(),
                entry.place(),
                repeat == null ? null : repeat.code(),
                ArticleIds.text(told.fate().kept()),
                story == null ? null : ArticleIds.text(story.id()),
                story == null ? null : story.place(),
                story == null ? "" : entry.signature(),
                LocalDate.ofEpochDay(entry.day()));
    }
}
