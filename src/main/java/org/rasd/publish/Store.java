package org.rasd.publish;

import java.io.IOException;
import java.util.List;

/**
 * The few file operations that a warehouse needs, on paths relative to it, with {@code /} between names.
 *
 * <p>Moves and removals can be repeated: one that was done before, or half done, ends the same.
 */
interface Store {
    /** How a change becomes visible here. */
    enum Swapping {
        /** Hard links and atomic renames: a whole table at once. */
        TABLE,
        /** Atomic renames: a folder at once. */
        FOLDER,
        /** No atomic renames: file by file, the manifest decides. */
        FILE
    }

    /**
     * One name in a folder.
     *
     * @param name without path
     * @param length in bytes, 0 for a folder
     */
    record Entry(String name, boolean folder, long length) {}

    Swapping swapping();

    /** Where {@code path} is, as Spark and DuckDB take it. */
    String locate(String path);

    boolean exists(String path) throws IOException;

    /** Sorted by name; empty where there is no such folder. */
    List<Entry> list(String path) throws IOException;

    /** Paths, relative to the warehouse, of all files beneath {@code folder}, sorted. */
    List<String> files(String folder) throws IOException;

    byte[] read(String path) throws IOException;

    /** Copies the file to {@code target}, which is not there yet, on this machine. */
    void copyTo(String path, java.nio.file.Path target) throws IOException;

    /** Replaces the file so that a reader sees old or new, and so that it outlives a crash. */
    void write(String path, byte[] bytes) throws IOException;

    void createFolders(String path) throws IOException;

    /** Moves a file or folder to where nothing is; parents are made. */
    void move(String from, String to) throws IOException;

    /** A second name for a file; only where {@link Swapping#TABLE}. */
    void link(String from, String to) throws IOException;

    /** Removes a file or folder with all that is in it; nothing where it is not there. */
    void remove(String path) throws IOException;
}
