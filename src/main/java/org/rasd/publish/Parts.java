package org.rasd.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.rasd.publish.Manifest.PublishedFile;
import scala.Tuple2;

/**
 * What the tasks of one table wrote, together.
 *
 * <p>Cost: the driver holds the list of files; hashes of keys stay with the tasks and are shuffled once, eight bytes a row.
 *
 * @param files of all tasks, sorted by path
 * @param suspect true where a row breaks a rule, or where two rows may have one key
 */
record Parts(List<PublishedFile> files, boolean suspect) {
    private static final long KEYS_A_TASK = 4_000_000;

    /** One task's part without its keys. */
    private record Outline(List<PublishedFile> files, boolean suspect) implements java.io.Serializable {}

    /** Runs the tasks. */
    static Parts of(JavaRDD<Part> tasks) {
        JavaRDD<Part> kept = tasks.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            List<Outline> outlines = kept.map(part -> new Outline(part.files(), part.broken() || part.repeatsItself()))
                    .collect();
            List<PublishedFile> files = outlines.stream()
                    .flatMap(part -> part.files().stream())
                    .sorted(Comparator.comparing(PublishedFile::path))
                    .toList();
            long rows = files.stream().mapToLong(PublishedFile::rows).sum();
            boolean alone =
                    outlines.stream().filter(part -> !part.files().isEmpty()).count() < 2;
            boolean suspect = outlines.stream().anyMatch(Outline::suspect) || !alone && sharesKeys(kept, rows);
            return new Parts(files, suspect);
        } finally {
            kept.unpersist(false);
        }
    }

    private static boolean sharesKeys(JavaRDD<Part> parts, long rows) {
        int ranges = (int) (rows / KEYS_A_TASK + 2);
        return parts.flatMapToPair(part -> slices(part.keys(), ranges))
                .partitionBy(new HashPartitioner(ranges))
                .values()
                .mapPartitions(slices -> List.of(repeats(slices)).iterator())
                .collect()
                .contains(true);
    }

    /** The numbers of {@code sorted} in so many ranges of equal width. */
    private static Iterator<Tuple2<Integer, long[]>> slices(long[] sorted, int ranges) {
        List<Tuple2<Integer, long[]>> slices = new ArrayList<>();
        long width = Long.divideUnsigned(-1L, ranges) + 1;
        int from = 0;
        for (int range = 0; range < ranges && from < sorted.length; range++) {
            int to = from;
            while (to < sorted.length && Long.divideUnsigned(sorted[to] - Long.MIN_VALUE, width) == range) {
                to++;
            }
            if (to > from) {
                slices.add(new Tuple2<>(range, Arrays.copyOfRange(sorted, from, to)));
            }
            from = to;
        }
        return slices.iterator();
    }

    private static boolean repeats(Iterator<long[]> slices) {
        List<long[]> all = new ArrayList<>();
        slices.forEachRemaining(all::add);
        long[] keys = new long[all.stream().mapToInt(slice -> slice.length).sum()];
        int at = 0;
        for (long[] slice : all) {
            System.arraycopy(slice, 0, keys, at, slice.length);
            at += slice.length;
        }
        Arrays.sort(keys);
        return Part.repeats(keys);
    }
}
