package org.rasd.clean;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * Finds the published rows of other days that share an address or a text with a run, directly or through one another.
 *
 * <p>Cost: the keys of the run, 16 bytes a record, go to every executor; keys of other days are read once, and again only
 * where some are shared.
 */
final class Standing {
    /** Addresses of what shares a text of what shares an address: further it cannot go. */
    private static final int MOST_ROUNDS = 3;

    private Standing() {}

    /** Sorted numbers to look up. */
    private record Keys(long[] addresses, long[] texts) implements Serializable {
        boolean hold(Entry entry) {
            return Arrays.binarySearch(addresses, entry.id()) >= 0
                    || (!entry.isGone(Entry.Repeat.SAME_URL) && Arrays.binarySearch(texts, entry.textKey()) >= 0);
        }

        Keys and(List<Entry> more) {
            return new Keys(
                    merged(addresses, more.stream().mapToLong(Entry::id)),
                    merged(texts, more.stream().mapToLong(Entry::textKey)));
        }

        int size() {
            return addresses.length + texts.length;
        }

        private static long[] merged(long[] some, LongStream more) {
            return LongStream.concat(Arrays.stream(some), more)
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }

    /** Those of {@code others} that share a key with {@code run}, entries of this run and of the days that it replaces. */
    static JavaRDD<Entry> sharing(JavaRDD<Entry> run, Earlier earlier, Collection<LocalDate> others) {
        Keys keys = new Keys(new long[0], new long[0]).and(light(run).collect());
        JavaRDD<Entry> published = entries(earlier, others);
        JavaRDD<Entry> found = among(published, keys);
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Keys more = keys.and(light(found).collect());
            if (more.size() == keys.size()) {
                break;
            }
            keys = more;
            found = among(published, keys);
        }
        return found;
    }

    private static JavaRDD<Entry> among(JavaRDD<Entry> published, Keys keys) {
        return published.filter(keys::hold);
    }

    /** Entries without what is not looked at here. */
    private static JavaRDD<Entry> light(JavaRDD<Entry> entries) {
        return entries.map(
                it -> new Entry(it.record(), it.id(), it.textKey(), it.place(), null, null, "", 0, "", it.before()));
    }

    /** All published rows of {@code days}. */
    static JavaRDD<Entry> entries(Earlier earlier, Collection<LocalDate> days) {
        return earlier.signatures(days).toJavaRDD().map(Entry::standing);
    }
}
