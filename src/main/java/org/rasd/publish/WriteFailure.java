package org.rasd.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.security.AccessControlException;

/**
 * Why files could not be written, told so that a user can act. Spark, Parquet and Hadoop wrap the reason several times, and
 * Hadoop's local files throw an {@link FSError} for a full disk.
 */
public final class WriteFailure {
    private static final String DO =
            "; the published tables stand as they were; see to space and rights, then run again";

    /** Full disks and lost rights, as systems name them. */
    private static final Pattern PLACE = Pattern.compile(
            "No space left on device|not enough space|quota|Permission denied|Access is denied|Read-only file system",
            Pattern.CASE_INSENSITIVE);

    private WriteFailure() {}

    /** The failure to write table {@code name} into {@code warehouse}. */
    static RuntimeException ofTable(String name, String warehouse, Throwable failure) {
        Optional<Throwable> reason = reason(failure);
        if (reason.isPresent()) {
            return told("Cannot write table " + name + " in " + warehouse, reason.get());
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("Cannot write table " + name + ": got " + failure.getMessage(), failure);
    }

    /**
     * {@code failure} of a run into {@code warehouse}; where a full disk or lost rights lie beneath and nobody said what to
     * do, one that does. An unknown error is thrown as it is.
     */
    public static RuntimeException ofRun(String warehouse, Throwable failure) {
        Optional<Throwable> reason = reason(failure).filter(WriteFailure::isOfThePlace);
        if (reason.isPresent() && !isTold(failure)) {
            return told("Cannot finish the run: the warehouse " + warehouse + " or Spark's local folder", reason.get());
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private static UncheckedIOException told(String what, Throwable reason) {
        IOException io = reason instanceof IOException same ? same : new IOException(reason);
        return new UncheckedIOException(what + ": got " + text(reason) + DO, io);
    }

    private static String text(Throwable reason) {
        String message = String.valueOf(reason.getMessage());
        return PLACE.matcher(message).find() ? message : reason.getClass().getSimpleName() + ": " + message;
    }

    /** The innermost failure of files. */
    private static Optional<Throwable> reason(Throwable failure) {
        Throwable reason = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof FSError) {
                reason = cause;
            }
        }
        return Optional.ofNullable(reason);
    }

    private static boolean isOfThePlace(Throwable reason) {
        return reason instanceof AccessDeniedException
                || reason instanceof AccessControlException
                || PLACE.matcher(String.valueOf(reason.getMessage())).find();
    }

    private static boolean isTold(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).startsWith("Cannot ")) {
                return true;
            }
        }
        return false;
    }
}
