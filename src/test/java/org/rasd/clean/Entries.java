package org.rasd.clean;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Articles as {@link Buckets} takes them, all of days that are replaced. */
final class Entries {
    private final List<long[]> entries = new ArrayList<>();

    /** The shares that are shipped. */
    static CleanSettings shipped() {
        Config clean =
                ConfigFactory.parseFile(Path.of("conf/rasd.conf").toFile()).getConfig("rasd.clean");
        return new CleanSettings(
                clean.getDouble("copy_similarity"),
                clean.getDouble("copy_containment"),
                clean.getDouble("later_similarity"),
                clean.getInt("story_days"));
    }

    void add(long id, LocalDate day, Signature signature) {
        for (int band = 0; band < Signature.BANDS; band++) {
            long[] entry = new long[Buckets.ENTRY];
            Buckets.fill(entry, band, id, Place.of(day, null), Buckets.Kind.FRESH, signature);
            entries.add(entry);
        }
    }

    void shuffle(long seed) {
        Collections.shuffle(entries, new Random(seed));
    }

    Forest join(Buckets buckets) {
        return buckets.join(
                entries.stream().flatMapToLong(java.util.Arrays::stream).toArray());
    }
}
