package org.rasd.read;

import java.io.IOException;

/** One format of archives: tells it by content and reads its records. Stateless; made once an executor. */
public interface ArticleSource {
    /** The name in configuration and on the command line, for example {@code jsonl}. */
    String format();

    /** The profile that is taken where the user names none. */
    String defaultProfile();

    /** True where {@code head}, the unpacked file's first bytes, is this format. */
    boolean recognises(Head head);

    /** True where {@code head} is this format with its first record broken; asked when no format knows it. */
    default boolean recognisesBroken(Head head) {
        return false;
    }

    /** How several tasks can share a large file. */
    default Sharing sharing() {
        return Sharing.BY_UNIT;
    }

    /** True where the file is text in which records are told apart by ASCII bytes: UTF-16 is made UTF-8 before. */
    default boolean isManyInText() {
        return false;
    }

    /** Ways for several tasks to share a file. */
    enum Sharing {
        /** A plain file may be cut at any line end, each piece being read apart. */
        BY_PIECE,
        /** Each task reads the bytes of the whole file, and takes apart those records that are its own. */
        BY_UNIT,
        /** Not at all: the file is one record. */
        NONE
    }

    /** Opens the records of {@code file}; the cursor owns the stream. */
    RecordCursor open(SourceFile file) throws IOException;
}
