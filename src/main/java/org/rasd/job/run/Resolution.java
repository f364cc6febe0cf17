package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.rasd.clean.Cleaned;
import org.rasd.publish.Part;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.Warehouse;
import org.rasd.resolve.RenewalStage;
import org.rasd.resolve.ResolveSettings;
import org.rasd.resolve.ResolveStage;
import org.rasd.resolve.Sighting;

/**
 * The events of a run: stages event mentions with their events, their signatures, events and superseded ids.
 *
 * <p>Where an earlier run left signatures by the same rules, only the stories that this run touches are resolved again, and
 * what they touch in turn; else, or where the run replaces a good share of all days, everything is. Both give the same
 * tables. Cost of the first: signatures are looked through, other tables are read on the days that change.
 */
final class Resolution {
    /** Where a run replaces more than this share of the days, resolving everything costs less. */
    private static final double SHARE_OF_DAYS = 0.25;

    /** So many changed signatures, of some 300 bytes, may be sent to all tasks: rows that stay then need no shuffle. */
    private static final long SENT_TO_ALL = 200_000;

    private static final String[] STORY = {"story_id"};
    private static final String[] EVENT = {"event_id"};
    private static final String[] MENTION = {"event_mention_id"};

    private final SparkSession spark;
    private final Publisher publisher;
    private final Warehouse published;
    private final Cleaned cleaned;
    private final Remaining remaining;
    private final ResolveStage stage;
    private final RenewalStage renewal;
    private final SortedSet<LocalDate> others;

    Resolution(SparkSession spark, Publisher publisher, Cleaned cleaned, ResolveSettings settings) {
        this.spark = spark;
        this.publisher = publisher;
        this.published = publisher.published();
        this.cleaned = cleaned;
        this.remaining = new Remaining(spark, published, cleaned);
        this.stage = new ResolveStage(settings);
        this.renewal = new RenewalStage(settings);
        this.others = new TreeSet<>(published.days(Tables.EVENT_MENTIONS));
        others.removeAll(cleaned.days());
    }

    /**
     * What was resolved.
     *
     * @param days of which event mentions are staged
     * @param count sightings
     * @param eventDays days on which events count that changed, or whose mentions did; empty for all
     */
    record Done(SortedSet<LocalDate> days, long count, Optional<SortedSet<LocalDate>> eventDays) {}

    /**
     * Resolves what {@code coding} found.
     *
     * @param sameRules true where the signatures that are published were found by the rules of this run
     */
    Done run(Coding coding, boolean sameRules) {
        long count = coding.sightingCount()
                + (others.isEmpty()
                        ? 0
                        : published.table(Tables.EVENT_MENTIONS.name()).rows());
        boolean few = cleaned.days().size() <= SHARE_OF_DAYS * others.size();
        Done done = sameRules && few ? touched(coding, count) : everything(coding, count);
        publisher.stage(Tables.SUPERSEDED, superseded(done.days()), Replace.whole());
        return done;
    }

    private Done everything(Coding coding, long count) {
        JavaRDD<Sighting> told = coding.sightings();
        if (!others.isEmpty()) {
            told = told.union(stage.sightings(
                    remaining.rows(Tables.EVENT_MENTIONS, others), publisher.after(Tables.ARTICLES, others)));
        }
        SortedSet<LocalDate> days = new TreeSet<>(others);
        days.addAll(cleaned.days());
        try (ResolveStage.Resolved resolved = stage.run(told, count)) {
            Dataset<Row> now = ResolveStage.signatures(spark, resolved.sightings());
            stageMentions(coding, resolved, now, days);
            publisher.stage(Tables.MENTION_SIGNATURES, now, Replace.whole());
            publisher.stage(Tables.EVENTS, resolved.events(spark), Replace.whole());
            return new Done(days, resolved.count(), Optional.empty());
        }
    }

    private Done touched(Coding coding, long count) {
        Dataset<Row> signatures = published.read(spark, Tables.MENTION_SIGNATURES);
        Dataset<Row> stories = touchedStories().persist(StorageLevel.MEMORY_AND_DISK());
        SortedSet<LocalDate> storyDays = new TreeSet<>(Remaining.rowsByDay(signatures.join(stories, STORY, "left_semi"))
                .keySet());
        Dataset<Row> before = published
                .read(spark, Tables.MENTION_SIGNATURES, storyDays)
                .join(stories, STORY, "left_semi")
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> rest = signatures.join(stories, STORY, "left_anti");
        try (ResolveStage.Resolved resolved = renewal.run(told(coding, stories, storyDays), before, rest, count)) {
            Dataset<Row> all = ResolveStage.signatures(spark, resolved.sightings());
            Map<LocalDate, Long> byDay = Remaining.rowsByDay(all);
            long moved = byDay.values().stream().mapToLong(Long::longValue).sum();
            Dataset<Row> now = moved > SENT_TO_ALL ? all : functions.broadcast(all);
            SortedSet<LocalDate> days = new TreeSet<>(byDay.keySet());
            days.addAll(storyDays);
            days.addAll(cleaned.days());
            days.addAll(cleaned.touched());
            days.addAll(cleaned.withdrawnOn());
            stageMentions(coding, resolved, now, days);
            stageSignatures(now, stories, days);
            Dataset<Row> gone = resolved.eventsBefore(spark).union(before.select(EVENT[0]));
            stageEvents(gone, resolved.events(spark));
            Dataset<Row> told = before.select(EVENT[0])
                    .union(all.join(stories, STORY, "left_semi").select(EVENT[0]));
            return new Done(days, resolved.count(), Optional.of(eventDays(gone, resolved.events(spark), told)));
        } finally {
            before.unpersist(false);
            stories.unpersist(false);
        }
    }

    /** Stories of which this run gives, takes or moves an article. */
    private Dataset<Row> touchedStories() {
        SortedSet<LocalDate> replaced = new TreeSet<>(cleaned.days());
        replaced.addAll(cleaned.withdrawnOn());
        SortedSet<LocalDate> moved = new TreeSet<>(cleaned.touched());
        moved.removeAll(replaced);
        Dataset<Row> now = publisher
                .after(Tables.ARTICLES, moved)
                .select(col("article_id"), col("story_id").as("now"));
        Dataset<Row> movedOnes = published
                .read(spark, Tables.MENTION_SIGNATURES, moved)
                .join(now, "article_id")
                .filter(not(col("story_id").equalTo(col("now"))));
        return publisher
                .after(Tables.ARTICLES, replaced)
                .select("story_id")
                .union(published
                        .read(spark, Tables.MENTION_SIGNATURES, replaced)
                        .select("story_id"))
                .union(movedOnes.select("story_id"))
                .union(movedOnes.select("now"))
                .distinct();
    }

    /** What all mentions of {@code stories} tell. */
    private JavaRDD<Sighting> told(Coding coding, Dataset<Row> stories, SortedSet<LocalDate> storyDays) {
        SortedSet<LocalDate> days = new TreeSet<>(storyDays);
        days.addAll(cleaned.touched());
        days.retainAll(others);
        Dataset<Row> articles = publisher
                .after(Tables.ARTICLES, days)
                .select("article_id", "story_id", "source")
                .join(stories, STORY, "left_semi");
        Dataset<Row> mentions = remaining
                .rows(Tables.EVENT_MENTIONS, days)
                .join(articles.select("article_id"), new String[] {"article_id"}, "left_semi");
        return coding.sightings().union(stage.sightings(mentions, articles));
    }

    private void stageMentions(
            Coding coding, ResolveStage.Resolved resolved, Dataset<Row> now, SortedSet<LocalDate> days) {
        JavaRDD<Part> parts = coding.eventMentions(resolved);
        SortedSet<LocalDate> again = again(days);
        if (!again.isEmpty()) {
            Dataset<Row> linked = stage.linked(
                    remaining.rows(Tables.EVENT_MENTIONS, again), publisher.after(Tables.ARTICLES, again), now);
            parts = parts.union(publisher.parts(Tables.EVENT_MENTIONS, linked));
        }
        publisher.stage(Tables.EVENT_MENTIONS, parts, Replace.days(days));
    }

    private void stageSignatures(Dataset<Row> now, Dataset<Row> stories, SortedSet<LocalDate> days) {
        Dataset<Row> kept = published
                .read(spark, Tables.MENTION_SIGNATURES, again(days))
                .join(stories, STORY, "left_anti")
                .join(now.select(MENTION[0]), MENTION, "left_anti");
        publisher.stage(Tables.MENTION_SIGNATURES, kept.unionByName(now), Replace.days(days));
    }

    private void stageEvents(Dataset<Row> gone, Dataset<Row> found) {
        Dataset<Row> kept = published.read(spark, Tables.EVENTS).join(gone, EVENT, "left_anti");
        publisher.stage(Tables.EVENTS, kept.unionByName(found), Replace.whole());
    }

    /**
     * Days of events that are others than before, and of those whose mentions may be.
     *
     * @param gone ids of published events in whose place others are found, or the same
     * @param found these
     * @param told ids among both of events that stories of this run tell of, or did
     */
    private SortedSet<LocalDate> eventDays(Dataset<Row> gone, Dataset<Row> found, Dataset<Row> told) {
        Dataset<Row> then = countedOn(published.read(spark, Tables.EVENTS).join(gone, EVENT, "left_semi"));
        Dataset<Row> now = countedOn(found);
        String[] all = then.columns();
        Dataset<Row> changed = then.join(now, all, "left_anti")
                .union(now.join(then, all, "left_anti"))
                .union(then.union(now).join(told, EVENT, "left_semi"));
        return changed.select("day").distinct().collectAsList().stream()
                .map(row -> row.getLocalDate(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Events with the day on which they count, 1970's first where on none, and a hash of their row. */
    private static Dataset<Row> countedOn(Dataset<Row> events) {
        Column[] cells =
                Tables.EVENTS.columnNames().stream().map(functions::col).toArray(Column[]::new);
        Column day = functions.coalesce(col("counted_on"), functions.lit(LocalDate.EPOCH));
        return events.select(
                col(EVENT[0]), day.as("day"), functions.xxhash64(cells).as("row"));
    }

    private SortedSet<LocalDate> again(SortedSet<LocalDate> days) {
        SortedSet<LocalDate> again = new TreeSet<>(days);
        again.retainAll(others);
        return again;
    }

    /** Ids that vanish with what is staged; an event that does loses its mentions on {@code days} only. */
    private Dataset<Row> superseded(SortedSet<LocalDate> days) {
        Dataset<Row> before = published.read(spark, Tables.SUPERSEDED);
        return published.days(Tables.EVENT_MENTIONS).isEmpty()
                ? before
                : new Supersession(
                                published.read(spark, Tables.EVENT_MENTIONS, days),
                                publisher.stagedRows(Tables.EVENT_MENTIONS),
                                publisher.stagedRows(Tables.EVENTS))
                        .after(before);
    }
}
