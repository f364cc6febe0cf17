package org.rasd.clean;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rasd.model.Article;
import org.rasd.model.ArticleSignature;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.RawRecord;
import org.rasd.table.RecordCodec;

/**
 * Raw records in; articles, duplicates, signatures and rejected records out, and what they change of other days.
 *
 * <p>Keeps true: running days one by one, in any order, gives the same rows as running them all at once. Cost: each record
 * is cleaned once and written to the scratch folder; only keys and signatures are shuffled. Of other days, keys and the
 * signatures within reach of a story are read, and articles only where their story changes.
 */
public final class CleanStage {
    static final StructType ARTICLE = RecordCodec.of(Article.class).schema();
    static final StructType DUPLICATE = RecordCodec.of(DuplicateRecord.class).schema();
    static final StructType SIGNATURE = RecordCodec.of(ArticleSignature.class).schema();

    /** Records up to which keys, and what becomes of records, are sent to every executor: some 50 MB. */
    private static final long FEW = 1_000_000;

    /** Articles whose bands a task holds in memory at a time, some 1.9 kB each. */
    private static final long ARTICLES_A_TASK = 40_000;

    private final CleanSettings settings;

    /** A stage by {@code settings}. */
    public CleanStage(CleanSettings settings) {
        this.settings = settings;
    }

    /** Cleans {@code records}, rows of {@link RawRecord}. */
    public Cleaned run(Dataset<Row> records, CleanInput input) {
        SparkSession spark = records.sparkSession();
        Candidates candidates = Candidates.write(records, input);
        Earlier earlier = input.earlier();
        SortedSet<LocalDate> days = new TreeSet<>(input.named());
        days.addAll(candidates.tally().days().keySet());
        SortedSet<LocalDate> others = new TreeSet<>(earlier.days());
        others.removeAll(days);
        int partitions = partitions(candidates, spark);
        JavaRDD<Fate> fates = Copies.fates(entries(candidates, earlier, days, others), partitions)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Findings findings = Findings.of(fates);
        Account account = candidates.tally().account();
        findings.into(account);
        account.check();
        JavaRDD<Fate> fresh = fates.filter(fate -> fate.entry().before() == null);
        JavaRDD<Entry> kept = fresh.filter(Fate::isArticle).map(Fate::entry);
        Stories stories = new Stories(settings, partitions);
        if (others.isEmpty()) {
            JavaPairRDD<Long, Story> found = stories.of(
                    kept.map(entry -> new Stories.Compared(entry, Buckets.Kind.FRESH)),
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD());
            return cleaned(
                    candidates,
                    days,
                    new Outcome(spark, fresh, found, partitions),
                    account,
                    findings,
                    new OtherDays(spark, earlier, List.of(), List.of()));
        }
        NeighbourStories near =
                new NeighbourStories(new Window(earlier, settings.storyDays()), days, findings, kept, stories);
        OtherDays other = new OtherDays(spark, earlier, findings.changed(), near.moved());
        return cleaned(candidates, days, new Outcome(spark, fresh, near.found(), partitions), account, findings, other);
    }

    private static Cleaned cleaned(
            Candidates candidates,
            SortedSet<LocalDate> days,
            Outcome outcome,
            Account account,
            Findings findings,
            OtherDays other) {
        Dataset<Row> articles = articles(candidates, outcome);
        Dataset<Row> duplicates = duplicates(candidates, outcome);
        Dataset<Row> signatures = outcome.signatures();
        SortedSet<LocalDate> again = other.days();
        SortedSet<LocalDate> touched = new TreeSet<>(days);
        touched.addAll(again);
        boolean alone = again.isEmpty();
        return new Cleaned(
                days,
                touched,
                alone ? articles : articles.union(other.articles()),
                alone ? duplicates : duplicates.union(other.duplicates()),
                alone ? signatures : signatures.union(other.signatures()),
                candidates.rejected(),
                alone ? signatures.select("article_id", "published_on").limit(0) : other.withdrawn(),
                Findings.daysOf(findings.withdrawn()),
                account,
                candidates.tally().reasons(),
                findings.staleOn());
    }

    /** The entries of this run, and the published ones that share a key with it or with what it replaces. */
    private static JavaRDD<Entry> entries(
            Candidates candidates, Earlier earlier, SortedSet<LocalDate> days, SortedSet<LocalDate> others) {
        JavaRDD<Entry> fresh = candidates.keys().toJavaRDD().map(Entry::fresh);
        if (others.isEmpty()) {
            return fresh;
        }
        JavaRDD<Entry> standing = isFew(candidates)
                ? Standing.sharing(fresh.union(Standing.entries(earlier, days)), earlier, others)
                : Standing.entries(earlier, others);
        return fresh.union(standing);
    }

    private static boolean isFew(Candidates candidates) {
        return candidates.tally().account().total().recordsIn() <= FEW;
    }

    private static int partitions(Candidates candidates, SparkSession spark) {
        long articles = candidates.tally().days().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        int cores = spark.sparkContext().defaultParallelism();
        return (int) Math.max(cores, articles / ARTICLES_A_TASK + 1);
    }

    /** The new articles with their stories; only what is no story of its own has to be looked up. */
    private static Dataset<Row> articles(Candidates candidates, Outcome outcome) {
        Dataset<Row> special = outcome.special();
        return candidates
                .articles()
                .drop("story_id")
                .join(isFew(candidates) ? broadcast(special) : special, new String[] {"record"}, "left")
                .filter("coalesce(reason, '') = ''")
                .withColumn("story_id", coalesce(col("refers_to"), col("article_id")))
                .select(columns(ARTICLE));
    }

    private static Dataset<Row> duplicates(Candidates candidates, Outcome outcome) {
        Dataset<Row> repeats = outcome.special().filter("reason <> ''");
        return candidates
                .articles()
                .select("record", "archive_file", "archive_offset", "url", "source", "published_on")
                .join(isFew(candidates) ? broadcast(repeats) : repeats, "record")
                .withColumn("article_id", col("refers_to"))
                .select(columns(DUPLICATE));
    }

    static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }
}
