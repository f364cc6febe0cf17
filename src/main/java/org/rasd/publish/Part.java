package org.rasd.publish;

import java.io.Serializable;
import java.util.List;
import org.rasd.publish.Manifest.PublishedFile;

/**
 * What one task wrote of a table.
 *
 * @param files as they will be published
 * @param broken true where a row breaks a rule of the table
 * @param keys hashes of the rows' keys, sorted
 */
public record Part(List<PublishedFile> files, boolean broken, long[] keys) implements Serializable {
    /** True where two of its rows have one hash. */
    boolean repeatsItself() {
        return repeats(keys);
    }

    /** True where {@code sorted} has a number twice. */
    static boolean repeats(long[] sorted) {
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1] == sorted[i]) {
                return true;
            }
        }
        return false;
    }
}
