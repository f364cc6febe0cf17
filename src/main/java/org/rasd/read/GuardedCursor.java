package org.rasd.read;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** A cursor that never fails: what breaks within a file becomes its last record, rejected, and the file ends there. */
final class GuardedCursor implements RecordCursor {
    private final String archiveFile;
    private final Stripe stripe;
    private final Opening opening;
    private @Nullable RecordCursor cursor;
    private boolean done;

    /** How the cursor inside is made. */
    interface Opening {
        RecordCursor open() throws IOException;
    }

    /** Only the first of the tasks that share a file tells of its break. */
    GuardedCursor(String archiveFile, Stripe stripe, Opening opening) {
        this.archiveFile = archiveFile;
        this.stripe = stripe;
        this.opening = opening;
    }

    @Override
    public @Nullable RawRecord next() {
        if (done) {
            return null;
        }
        RawRecord record;
        try {
            if (cursor == null) {
                cursor = opening.open();
            }
            record = cursor.next();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            record = stripe.index() == 0 ? broken(e) : null;
            done = true;
        }
        done |= record == null;
        return record;
    }

    private RawRecord broken(Throwable e) {
        return RawRecord.rejected(
                archiveFile,
                offset(),
                reason(e),
                e.getClass().getSimpleName() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    private RejectReason reason(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; depth < 8 && cause != null; depth++) {
            if (cause instanceof DamageException damage) {
                return damage.kind().reason();
            }
            if (cause instanceof EOFException || cause instanceof ZipException) {
                return RejectReason.TRUNCATED;
            }
            cause = cause.getCause();
        }
        return cursor == null ? RejectReason.UNREADABLE : RejectReason.TRUNCATED;
    }

    @Override
    public long offset() {
        return cursor == null ? 0 : cursor.offset();
    }

    @Override
    public void close() throws IOException {
        done = true;
        if (cursor != null) {
            cursor.close();
        }
    }
}
