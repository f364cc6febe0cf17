package org.rasd.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/** JSON lines: one object a line, its fields found by the profile. Blank lines are no records. */
final class JsonLinesSource implements ArticleSource {
    private static final int LOOK_AT_LINES = 20;

    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public String defaultProfile() {
        return "default";
    }

    @Override
    public boolean isManyInText() {
        return true;
    }

    @Override
    public Sharing sharing() {
        return Sharing.BY_PIECE;
    }

    /** The first line, or at least half of the first lines, open an object: a broken first record hides nothing. */
    @Override
    public boolean recognises(Head head) {
        var lines = head.lines(LOOK_AT_LINES);
        long objects = lines.stream().filter(line -> line.startsWith("{")).count();
        return objects > 0 && (lines.get(0).startsWith("{") || objects * 2 >= lines.size());
    }

    @Override
    public RecordCursor open(SourceFile file) throws IOException {
        return new Cursor(file);
    }

    private static final class Cursor extends LineCursor {
        private final JsonRecord records;

        Cursor(SourceFile file) throws IOException {
            super(file);
            records = new JsonRecord(file);
        }

        @Override
        @Nullable
        RawRecord record(byte[] bytes, int from, int length, long offset) {
            return isBlank(bytes, from, length) ? null : records.read(bytes, from, length, offset);
        }
    }
}
