package org.rasd.read;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A file or a piece of one, as the driver hands it to a task.
 *
 * @param uri the file
 * @param archiveFile name as records carry it: relative to the input
 * @param size bytes of the file as stored
 * @param begin first byte of the piece
 * @param end first byte after it, {@link Long#MAX_VALUE} for all
 * @param stripe this task's share of a file that cannot be cut
 * @param modifiedAtMillis last change of the file
 * @param format a format name or auto
 * @param profile the profile's name, or null for the format's own
 */
record Slice(
        String uri,
        String archiveFile,
        long size,
        long begin,
        long end,
        Stripe stripe,
        long modifiedAtMillis,
        String format,
        @Nullable String profile)
        implements Serializable {

    /** The piece from {@code begin} to {@code end}. */
    Slice piece(long begin, long end) {
        return new Slice(uri, archiveFile, size, begin, end, stripe, modifiedAtMillis, format, profile);
    }

    /** The same slice of a file whose format is known. */
    Slice withFormat(String format) {
        return new Slice(uri, archiveFile, size, begin, end, stripe, modifiedAtMillis, format, profile);
    }

    /** The share of one of {@code count} tasks. */
    Slice striped(int index, int count) {
        return new Slice(
                uri, archiveFile, size, begin, end, new Stripe(index, count), modifiedAtMillis, format, profile);
    }

    /** About how many stored bytes this slice makes a task read and parse. */
    long weight() {
        long bytes = end == Long.MAX_VALUE ? size : end - begin;
        return bytes / stripe.count();
    }
}
