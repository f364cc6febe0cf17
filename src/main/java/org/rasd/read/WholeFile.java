package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** The one record of a file that is a record: capped before it is held. */
final class WholeFile implements RecordCursor {
    private final SourceFile file;
    private final Function<byte[], RawRecord> reader;
    private boolean done;

    WholeFile(SourceFile file, Function<byte[], RawRecord> reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        if (done || !file.stripe().takes(0)) {
            return null;
        }
        done = true;
        byte[] bytes = file.in().readNBytes(file.maxRecordBytes() + 1);
        if (bytes.length == 0) {
            return null;
        }
        if (bytes.length <= file.maxRecordBytes()) {
            return reader.apply(bytes);
        }
        long size = bytes.length + rest(file.in());
        return RawRecord.rejected(
                file.archiveFile(), 0, RejectReason.TOO_LARGE, size + " bytes; the cap is " + file.maxRecordBytes());
    }

    private static long rest(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
        }
        return size;
    }

    @Override
    public long offset() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.in().close();
    }
}
