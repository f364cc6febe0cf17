package org.rasd.clean;

import java.io.Serializable;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Gives near copies one story: articles that share a band of their signatures and are alike by the whole signature are
 * joined, and so are the articles that these are joined with; a story is named by its first article.
 *
 * <p>Cost: one shuffle of some 1.9 kB an article in packed form, then 32 bytes for each article that has a copy, joined in
 * one task; nothing comes to the driver. The result does not depend on order or partitioning.
 */
final class Stories {
    private static final int CHUNK = 1 << 13;

    private final CleanSettings settings;
    private final int partitions;

    /**
     * @param partitions among which bands are dealt out; memory a task is some 1.9 kB × articles / partitions
     */
    Stories(CleanSettings settings, int partitions) {
        this.settings = settings;
        this.partitions = partitions;
    }

    /** An article that is compared, and what it is to this run. */
    record Compared(Entry entry, Buckets.Kind kind) implements Serializable {}

    /**
     * The stories of {@code articles}, by article or by the story that it was in; articles that are alone are left out.
     *
     * @param standing articles whose story stands as published
     */
    JavaPairRDD<Long, Story> of(JavaRDD<Compared> articles, JavaRDD<Entry> standing) {
        CleanSettings mine = settings;
        int parts = partitions;
        JavaRDD<long[]> joined = articles.mapPartitionsToPair(rows -> new Banded(rows, parts))
                .partitionBy(new Dealt(parts))
                .values()
                .mapPartitions(chunks -> links(new Buckets(mine).join(concatenated(chunks))));
        JavaRDD<long[]> known = standing.map(Stories::known);
        return joined.union(known).coalesce(1, true).mapPartitionsToPair(Stories::components);
    }

    private static long[] known(Entry entry) {
        Entry.Before before = Objects.requireNonNull(entry.before());
        return new long[] {entry.id(), entry.place(), before.story(), before.storyPlace()};
    }

    /** Each joined node with the first of its set: id, place, first's id, first's place. */
    private static Iterator<long[]> links(Forest forest) {
        return IntStream.range(0, forest.size())
                .filter(node -> forest.first(node) != node)
                .mapToObj(node -> {
                    int first = forest.first(node);
                    return new long[] {forest.id(node), forest.place(node), forest.id(first), forest.place(first)};
                })
                .iterator();
    }

    private static Iterator<Tuple2<Long, Story>> components(Iterator<long[]> links) {
        Forest forest = new Forest();
        links.forEachRemaining(link -> forest.join(forest.node(link[0], link[1]), forest.node(link[2], link[3])));
        return IntStream.range(0, forest.size())
                .mapToObj(node -> {
                    int first = forest.first(node);
                    return new Tuple2<>(forest.id(node), new Story(forest.id(first), forest.place(first)));
                })
                .iterator();
    }

    private static long[] concatenated(Iterator<long[]> chunks) {
        List<long[]> all = new ArrayList<>();
        chunks.forEachRemaining(all::add);
        long[] entries = new long[all.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (long[] chunk : all) {
            System.arraycopy(chunk, 0, entries, at, chunk.length);
            at += chunk.length;
        }
        return entries;
    }

    /** Deals entries to partitions by their band, many of them in one array, so that shuffling costs little more than bytes. */
    private static final class Banded implements Iterator<Tuple2<Integer, long[]>> {
        private final Iterator<Compared> rows;
        private final LongBuffer[] open;
        private final List<Tuple2<Integer, long[]>> ready = new ArrayList<>();
        private final long[] entry = new long[Buckets.ENTRY];

        Banded(Iterator<Compared> rows, int partitions) {
            this.rows = rows;
            this.open = new LongBuffer[partitions];
            Arrays.setAll(open, any -> LongBuffer.allocate(CHUNK / Buckets.ENTRY * Buckets.ENTRY));
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                deal(rows.next());
                if (!rows.hasNext()) {
                    IntStream.range(0, open.length).forEach(this::close);
                }
            }
            return !ready.isEmpty();
        }

        private void deal(Compared article) {
            Entry what = article.entry();
            if (what.signature().isEmpty()) {
                return;
            }
            Signature signature = Signature.decode(what.signature());
            for (int band = 0; band < Signature.BANDS; band++) {
                Buckets.fill(entry, band, what.id(), what.place(), article.kind(), signature);
                int partition = Math.floorMod(Signature.mix(entry[0]), open.length);
                if (open[partition].remaining() < entry.length) {
                    close(partition);
                }
                open[partition].put(entry);
            }
        }

        private void close(int partition) {
            LongBuffer chunk = open[partition];
            if (chunk.position() > 0) {
                ready.add(new Tuple2<>(partition, Arrays.copyOf(chunk.array(), chunk.position())));
                chunk.clear();
            }
        }

        @Override
        public Tuple2<Integer, long[]> next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return ready.remove(ready.size() - 1);
        }
    }

    /** Partition n is number n. */
    private static final class Dealt extends Partitioner {
        private static final long serialVersionUID = 1L;

        private final int partitions;

        Dealt(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dealt dealt && dealt.partitions == partitions;
        }

        @Override
        public int hashCode() {
            return partitions;
        }
    }
}
