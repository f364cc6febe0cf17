package org.rasd.read;

import java.io.InputStream;
import java.time.Instant;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a piece of one, as a source gets it: unpacked.
 *
 * @param archiveFile name as records carry it
 * @param in the unpacked bytes from {@code begin} on (one byte earlier where begin is not 0)
 * @param begin first byte of this piece; a record belongs to the piece in which it begins
 * @param end first byte after this piece, {@link Long#MAX_VALUE} for a whole file
 * @param stripe which records of a file that cannot be cut are wanted
 * @param modifiedAt last change of the file
 * @param stored the file itself where it can be read at any place; null where it came out of another
 * @param profile the field mapping
 * @param maxRecordBytes cap on a record
 */
public record SourceFile(
        String archiveFile,
        InputStream in,
        long begin,
        long end,
        Stripe stripe,
        Instant modifiedAt,
        @Nullable Stored stored,
        Profile profile,
        int maxRecordBytes) {

    /** The first bytes, if none were read yet and this is no later piece of a file. */
    Head head() {
        return in instanceof HeadStream stream ? stream.head() : new Head(new byte[0]);
    }

    /** The bytes with the members that they were packed in. */
    MemberStream members() {
        return in instanceof MemberStream members ? members : new HeadStream(in);
    }

    /** A stored file with its size in bytes. */
    record Stored(FSDataInputStream in, long size) {}
}
