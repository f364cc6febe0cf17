package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.rasd.extract.ArticleStage;
import org.rasd.publish.Part;
import org.rasd.publish.Publisher;
import org.rasd.resolve.Link;
import org.rasd.resolve.ResolveStage;
import org.rasd.resolve.Sighting;
import org.rasd.resolve.SightingBytes;
import org.rasd.table.PackedShuffle;

/**
 * The articles of a run, coded once: their mentions as written, and what was set aside of their event mentions.
 *
 * <p>Cost: one pass over articles; the driver holds the names of two files a task.
 */
final class Coding {
    private final JavaSparkContext spark;
    private final Publisher publisher;
    private final JavaRDD<Coded> coded;
    private final List<Aside> aside;

    /** What a task set aside. */
    private record Aside(int[] days, String eventMentions, String sightings, long count)
            implements java.io.Serializable {}

    private Coding(JavaSparkContext spark, Publisher publisher, JavaRDD<Coded> coded, List<Aside> aside) {
        this.spark = spark;
        this.publisher = publisher;
        this.coded = coded;
        this.aside = aside;
    }

    /**
     * Codes the articles of {@code days}.
     *
     * @param articles of which each day lies in one partition
     */
    static Coding run(ArticleStage stage, Publisher publisher, Dataset<Row> articles, SortedSet<LocalDate> days) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(articles.sparkSession().sparkContext());
        Configuration hadoop = spark.hadoopConfiguration();
        JavaRDD<Coded> coded = stage.rows(articles.filter(col("published_on").isin(days.toArray()))
                        .sortWithinPartitions("published_on", "article_id"))
                .javaRDD()
                .mapPartitions(
                        new CodingTask(stage, publisher.files(Tables.MENTIONS), publisher.scratch("coded"), hadoop))
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<Aside> aside = coded.map(
                        one -> new Aside(one.days(), one.eventMentions(), one.sightings(), one.sightingCount()))
                .collect();
        return new Coding(spark, publisher, coded, aside);
    }

    /** What was written of the mentions table. */
    JavaRDD<Part> mentions() {
        return coded.map(Coded::mentions);
    }

    /** Sightings set aside. */
    long sightingCount() {
        return aside.stream().mapToLong(Aside::count).sum();
    }

    /** What the event mentions tell. */
    JavaRDD<Sighting> sightings() {
        if (aside.isEmpty()) {
            return spark.emptyRDD();
        }
        SerializableConfiguration hadoop = new SerializableConfiguration(spark.hadoopConfiguration());
        List<Aside> told = aside.stream().filter(task -> task.count() > 0).toList();
        return spark.parallelize(new ArrayList<>(told), Math.max(1, told.size()))
                .flatMap(task -> new Sightings(new Path(task.sightings()), task.count(), hadoop.value()));
    }

    /** Writes the event mentions with what {@code resolved} links them to. */
    JavaRDD<Part> eventMentions(ResolveStage.Resolved resolved) {
        if (aside.isEmpty()) {
            return spark.emptyRDD();
        }
        Map<Integer, String> fileOfDay = new HashMap<>();
        List<Link> sentinels = new ArrayList<>();
        for (int file = 0; file < aside.size(); file++) {
            for (int day : aside.get(file).days()) {
                fileOfDay.put(day, Integer.toString(file));
            }
            sentinels.add(new Link("", "", aside.get(file).days()[0]));
        }
        List<String> files = aside.stream().map(Aside::eventMentions).toList();
        return new PackedShuffle<>(new LinkingTask.Packed(), files.size())
                .grouped(
                        resolved.links()
                                .filter(link -> fileOfDay.containsKey(link.publishedOn()))
                                .union(spark.parallelize(sentinels, 1)),
                        link -> List.of(java.util.Objects.requireNonNull(fileOfDay.get(link.publishedOn()))),
                        (key, tasks) -> Integer.parseInt(key),
                        new LinkingTask(files, publisher.files(Tables.EVENT_MENTIONS), spark.hadoopConfiguration()));
    }

    /** Reads what one task told. */
    private static final class Sightings implements Iterator<Sighting> {
        private final SightingBytes bytes = new SightingBytes();
        private final DataInputStream in;
        private final Path path;
        private long left;

        Sightings(Path path, long count, Configuration hadoop) throws IOException {
            this.path = path;
            this.left = count;
            this.in = new DataInputStream(
                    new BufferedInputStream(path.getFileSystem(hadoop).open(path), 1 << 16));
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Sighting next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                Sighting next = bytes.read(in);
                if (--left == 0) {
                    in.close();
                }
                return next;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read what an earlier task told: " + path, e);
            }
        }
    }
}
