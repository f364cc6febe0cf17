package org.rasd.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.rasd.table.PackedShuffle;

/**
 * What {@link ResolveStage} does over all sightings, over some stories only, and over what these touch of the others: the
 * stretches of days that their groups belong to, then the blocks whose groups came out otherwise. The rest stands as an
 * earlier run left it; together they are what resolving everything gives.
 *
 * <p>Cost: signatures are looked through twice, those of touched stretches and blocks are resolved. The driver holds the keys
 * of these.
 */
public final class RenewalStage {
    private final ResolveStage stage;
    private final SideFinder sides;

    /** A stage by {@code settings}, those of the earlier run. */
    public RenewalStage(ResolveSettings settings) {
        this.stage = new ResolveStage(settings);
        this.sides = new SideFinder(settings);
    }

    /**
     * Resolves some stories anew, and what they touch of the others.
     *
     * @param told what all mentions of these stories tell
     * @param before the signatures of these stories by an earlier run
     * @param others those of all other stories
     * @param count about how many sightings there are in all
     */
    public ResolveStage.Resolved run(JavaRDD<Sighting> told, Dataset<Row> before, Dataset<Row> others, long count) {
        PackedShuffle<Sighting> shuffle = ResolveStage.shuffle(told, count);
        SideFinder finder = sides;
        JavaRDD<Sighting> then = ResolveStage.sightings(before);
        JavaRDD<Sighting> grouped = stage.grouped(shuffle, told).persist(StorageLevel.MEMORY_AND_DISK());
        Set<String> stretches =
                distinct(grouped.union(then), sighting -> finder.keys(sighting).iterator());
        JavaRDD<Sided> sided = shuffle.<Sided>grouped(
                        grouped.union(near(others, stretches)),
                        sighting -> finder.keys(sighting).stream()
                                .filter(stretches::contains)
                                .toList(),
                        (key, stretch, out) ->
                                Sided.of(stretch, finder.resolve(key, stretch)).forEach(out))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Set<String> blocks = touchedBlocks(then, sided);
        JavaRDD<Sighting> again = sided.filter(one -> one.now().blockKey().isEmpty()
                        ? one.isChanged()
                        : blocks.contains(one.now().blockKey()))
                .map(one -> one.isChanged() ? one.now().ofEvent(null) : one.now());
        JavaRDD<String> leftEvents = sided.filter(
                        one -> one.isChanged() && one.now().eventId() != null)
                .map(one -> String.valueOf(one.now().eventId()));
        return stage.resolved(shuffle, again.union(of(others, blocks, stretches)), leftEvents, List.of(grouped, sided));
    }

    /** Blocks that a sighting came into or left. */
    private static Set<String> touchedBlocks(JavaRDD<Sighting> before, JavaRDD<Sided> sided) {
        JavaRDD<String> keys = before.map(Sighting::blockKey)
                .union(sided.filter(Sided::isChanged)
                        .flatMap(one ->
                                List.of(one.blockBefore(), one.now().blockKey()).iterator()));
        return distinct(keys.filter(key -> !key.isEmpty()), key -> List.of(key).iterator());
    }

    /** Others' sightings of {@code blocks}, without those at home in {@code stretches}. */
    private static JavaRDD<Sighting> of(Dataset<Row> others, Set<String> blocks, Set<String> stretches) {
        Dataset<Row> keys = others.sparkSession()
                .createDataset(List.copyOf(blocks), Encoders.STRING())
                .toDF("block_key");
        return ResolveStage.sightings(others.join(functions.broadcast(keys), new String[] {"block_key"}, "left_semi"))
                .filter(sighting -> !stretches.contains(SideFinder.home(sighting)));
    }

    /**
     * A sighting whose block is known.
     *
     * @param groupBefore its group by an earlier run; empty where there is none
     * @param blockBefore the same of its block
     */
    private record Sided(Sighting now, String groupBefore, String blockBefore) implements Serializable {
        static List<Sided> of(List<Sighting> stretch, List<Sighting> resolved) {
            Map<String, Sighting> before = new HashMap<>();
            stretch.forEach(sighting -> before.put(sighting.eventMentionId(), sighting));
            return resolved.stream()
                    .map(now -> {
                        Sighting then = Objects.requireNonNull(before.get(now.eventMentionId()));
                        return new Sided(now, then.groupId(), then.blockKey());
                    })
                    .toList();
        }

        boolean isChanged() {
            return !now.groupId().equals(groupBefore) || !now.blockKey().equals(blockBefore);
        }
    }

    private static <T> Set<String> distinct(JavaRDD<T> of, FlatMapFunction<T, String> what) {
        return Set.copyOf(of.flatMap(what).distinct().collect());
    }

    /** Others' sightings that the stretches {@code keys} need. */
    private JavaRDD<Sighting> near(Dataset<Row> others, Set<String> keys) {
        SideFinder finder = sides;
        List<List<LocalDate>> ranges = ranges(keys);
        Column inReach = lit(false);
        for (List<LocalDate> days : ranges) {
            inReach = inReach.or(col("group_on").between(days.get(0), days.get(1)));
        }
        // No mention is published before its group: days before the first range need no look.
        Column late = ranges.isEmpty()
                ? lit(false)
                : col("published_on").geq(ranges.get(0).get(0));
        return ResolveStage.sightings(others.filter(inReach.and(late)))
                .filter(sighting -> finder.keys(sighting).stream().anyMatch(keys::contains));
    }

    /** First and last days of what stretches need, one range for those that touch. */
    private static List<List<LocalDate>> ranges(Set<String> keys) {
        NavigableMap<LocalDate, LocalDate> ranges = new TreeMap<>();
        keys.forEach(key -> ranges.put(SideFinder.firstDay(key), SideFinder.lastDay(key)));
        List<List<LocalDate>> joined = new ArrayList<>();
        ranges.forEach((first, last) -> {
            List<LocalDate> open = joined.isEmpty() ? List.of() : joined.get(joined.size() - 1);
            if (!open.isEmpty() && !first.isAfter(open.get(1).plusDays(1))) {
                joined.set(joined.size() - 1, List.of(open.get(0), last));
            } else {
                joined.add(List.of(first, last));
            }
        });
        return joined;
    }
}
