package org.rasd.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/**
 * JSON that goes over lines: an array of objects, or indented objects one behind the other, each a record whose fields the
 * profile finds. One object a line is {@link JsonLinesSource}'s.
 */
final class JsonSource implements ArticleSource {
    private static final int LOOK_AT_LINES = 40;
    private static final Pattern FIELD = Pattern.compile("\"[^\"]{1,64}\"\\s*:\\s*[\"\\[{0-9tfn-]");
    private static final Pattern NEXT_OBJECT = Pattern.compile("\\}\\s*,\\s*\\{\\s*\"[^\"]{1,64}\"\\s*:");

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String defaultProfile() {
        return "default";
    }

    @Override
    public boolean isManyInText() {
        return true;
    }

    /** An array that opens with an object, or holds nothing; or an object that goes on over the end of its line. */
    @Override
    public boolean recognises(Head head) {
        String text = new String(head.bytes(), head.wide().orElse(StandardCharsets.ISO_8859_1))
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\uFEFF)", "")
                .stripLeading();
        if (text.startsWith("[")) {
            String inner = text.replaceFirst("^(?:\\[\\s*)+", "");
            return inner.startsWith("{") ? opensWithField(inner) : inner.strip().equals("]");
        }
        return text.startsWith("{") && (goesOverLines(text) || namesFieldsOnLines(head));
    }

    private static boolean opensWithField(String object) {
        String inner = object.substring(1).stripLeading();
        return inner.startsWith("\"") || inner.startsWith("}");
    }

    /** False where the line end breaks the object off: then it is a broken line of JSON lines. */
    private static boolean goesOverLines(String object) {
        JsonShape shape = new JsonShape();
        shape.begin();
        boolean lineEnded = false;
        for (int i = 1; i < object.length(); i++) {
            char c = object.charAt(i);
            boolean blank = !shape.inString() && (c <= ' ');
            JsonShape.Step step = shape.step(c < 0x80 ? (byte) c : (byte) 0x80);
            if (step == JsonShape.Step.BROKEN || lineEnded && c == '{') {
                return false;
            }
            if (lineEnded && !blank) {
                return true;
            }
            if (step == JsonShape.Step.ENDED) {
                return false;
            }
            lineEnded |= blank && c == '\n';
        }
        return false;
    }

    /** Lines that name fields, or objects one after another on a line, behind a beginning that makes no sense. */
    @Override
    public boolean recognisesBroken(Head head) {
        return namesFieldsOnLines(head)
                || NEXT_OBJECT.matcher(head.latin1(Head.SIZE)).find()
                        && !head.markup().contains("<script");
    }

    private static boolean namesFieldsOnLines(Head head) {
        List<String> lines = head.lines(LOOK_AT_LINES);
        long fields =
                lines.stream().filter(line -> FIELD.matcher(line).lookingAt()).count();
        return fields * 2 >= Math.max(4, lines.size());
    }

    @Override
    public RecordCursor open(SourceFile file) {
        return new Cursor(file);
    }

    private static final class Cursor implements RecordCursor {
        private final SourceFile file;
        private final JsonObjects objects;
        private final JsonRecord records;
        private long units;

        Cursor(SourceFile file) {
            this.file = file;
            this.objects = new JsonObjects(file.in(), file.maxRecordBytes());
            this.records = new JsonRecord(file);
        }

        @Override
        public @Nullable RawRecord next() throws IOException {
            for (JsonObjects.Piece piece = objects.next(); piece != null; piece = objects.next()) {
                if (file.stripe().takes(units++)) {
                    return piece.reason() == null
                            ? records.read(piece.bytes(), 0, piece.length(), piece.offset())
                            : RawRecord.rejected(file.archiveFile(), piece.offset(), piece.reason(), piece.detail());
                }
            }
            return null;
        }

        @Override
        public long offset() {
            return objects.offset();
        }

        @Override
        public void close() throws IOException {
            objects.close();
        }
    }
}
