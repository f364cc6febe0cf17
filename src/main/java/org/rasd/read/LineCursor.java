package org.rasd.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** Records that are lines, for sources to fill in. */
abstract class LineCursor implements RecordCursor {
    /** Lines in a row that one stripe takes; enough that dealing costs nothing, few enough that shares are even. */
    private static final int LINES_A_BLOCK = 32;

    private final SourceFile file;
    private final LineReader lines;

    LineCursor(SourceFile file) throws IOException {
        this.file = file;
        if (file.begin() == 0) {
            lines = new LineReader(file.in(), 0, file.end(), file.maxRecordBytes());
        } else {
            // The stream stands one byte early, so that a line which begins exactly here is not passed over.
            lines = new LineReader(file.in(), file.begin() - 1, file.end(), file.maxRecordBytes());
            lines.skipLine();
        }
    }

    /** The record of a line, or null where the line holds none. */
    abstract @Nullable RawRecord record(byte[] bytes, int from, int length, long offset) throws IOException;

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (lines.next()) {
            if (!file.stripe().takes(lines.number() / LINES_A_BLOCK)) {
                continue;
            }
            DamageException damage = lines.damage();
            if (damage != null) {
                return rejected(lines.offset(), damage.kind().reason(), String.valueOf(damage.getMessage()));
            }
            if (lines.isTooLong()) {
                return rejected(
                        lines.offset(),
                        RejectReason.TOO_LARGE,
                        lines.size() + " bytes; the cap is " + file.maxRecordBytes());
            }
            int skip = lines.offset() == 0 && hasByteOrderMark(lines.buffer(), lines.from(), lines.length()) ? 3 : 0;
            RawRecord record = record(lines.buffer(), lines.from() + skip, lines.length() - skip, lines.offset());
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    /** True where the bytes begin with the mark of UTF-8. */
    static boolean hasByteOrderMark(byte[] b, int at, int length) {
        return length >= 3 && b[at] == (byte) 0xEF && b[at + 1] == (byte) 0xBB && b[at + 2] == (byte) 0xBF;
    }

    /** A rejected record of this file. */
    final RawRecord rejected(long offset, RejectReason reason, String detail) {
        return RawRecord.rejected(file.archiveFile(), offset, reason, detail);
    }

    /** True where there is nothing but white space. */
    static boolean isBlank(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public long offset() {
        return lines.offset();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
