package org.rasd.read;

/**
 * A file whose records are about to be read.
 *
 * @param archiveFile name as records carry it
 * @param format name of its format
 * @param profile name of the field mapping
 */
public record OpenedFile(String archiveFile, String format, String profile) {
    /** Hears of each file before its first record; on the thread that reads. */
    public interface Listener {
        /** Nobody wants to know. */
        Listener NONE = file -> {};

        /** {@code file} comes next. */
        void opened(OpenedFile file);
    }
}
