package org.rasd.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/** The records of one task's slices, one after another; files are opened when it is their turn. */
final class SliceReader implements Closeable {
    private final Iterator<Slice> slices;
    private final Containers containers;
    private final Configuration hadoop;
    private @Nullable GuardedCursor cursor;

    SliceReader(Iterable<Slice> slices, Reading reading, Configuration hadoop) {
        this(slices, reading, hadoop, OpenedFile.Listener.NONE);
    }

    SliceReader(Iterable<Slice> slices, Reading reading, Configuration hadoop, OpenedFile.Listener listener) {
        this.slices = slices.iterator();
        this.containers = new Containers(reading, listener);
        this.hadoop = hadoop;
    }

    /** The next record, or null after the last of the last slice. */
    @Nullable
    RawRecord next() throws IOException {
        while (cursor != null || slices.hasNext()) {
            if (cursor == null) {
                Slice slice = slices.next();
                cursor = new GuardedCursor(slice.archiveFile(), slice.stripe(), () -> open(slice));
            }
            RawRecord record = cursor.next();
            if (record != null) {
                return record;
            }
            close();
        }
        return null;
    }

    private RecordCursor open(Slice slice) throws IOException {
        FSDataInputStream in = Listing.open(slice.uri(), hadoop);
        if (slice.begin() > 0) {
            in.seek(slice.begin() - 1);
        }
        return containers.open(slice, in);
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
