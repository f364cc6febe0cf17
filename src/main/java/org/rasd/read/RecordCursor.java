package org.rasd.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/** Records of one file, one after another. */
public interface RecordCursor extends Closeable {
    /**
     * The next record, or null after the last. A record that cannot be understood comes as a rejected one. Fails with an
     * IOException only where nothing more can be read from the file.
     */
    @Nullable
    RawRecord next() throws IOException;

    /** Byte in the unpacked file up to which records were given; where a failure is put down. */
    long offset();

    @Override
    void close() throws IOException;
}
