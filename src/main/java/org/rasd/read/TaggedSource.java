package org.rasd.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/**
 * Tagged text as of the TREC and ANT corpora: documents between {@code <DOC>} and {@code </DOC>}, one or many a file,
 * their fields in upper-case elements that the profile names.
 */
final class TaggedSource implements ArticleSource {
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z_][A-Za-z0-9_]*)>(.*?)</\\1>", Pattern.DOTALL);

    @Override
    public String format() {
        return "ant";
    }

    @Override
    public String defaultProfile() {
        return "ant";
    }

    @Override
    public boolean isManyInText() {
        return true;
    }

    @Override
    public boolean recognises(Head head) {
        return head.lines(5).stream()
                .map(line -> line.toUpperCase(Locale.ROOT))
                .filter(line -> line.startsWith("<DOC>"))
                .map(line -> line.substring("<DOC>".length()).strip())
                .anyMatch(rest -> rest.isEmpty() || rest.startsWith("<"));
    }

    @Override
    public RecordCursor open(SourceFile file) {
        return new Cursor(file);
    }

    private static final class Cursor implements RecordCursor {
        private final SourceFile file;
        private final LineReader lines;
        private final RecordBuilder builder;
        private boolean pending;
        private long offset;
        private long number;

        Cursor(SourceFile file) {
            this.file = file;
            this.lines = new LineReader(file.in(), 0, Long.MAX_VALUE, file.maxRecordBytes());
            this.builder = new RecordBuilder(file);
        }

        /** Documents, and runs of lines outside any document, which are records that cannot be understood. */
        @Override
        public @Nullable RawRecord next() throws IOException {
            while (pending || lines.next()) {
                pending = false;
                if (lines.damage() == null && LineCursor.isBlank(lines.buffer(), lines.from(), lines.length())) {
                    continue;
                }
                offset = lines.offset();
                RawRecord record = starts("<DOC>") ? document() : outside();
                if (file.stripe().takes(number++)) {
                    return record;
                }
            }
            return null;
        }

        private RawRecord document() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long size = 0;
            boolean closed = false;
            do {
                if (lines.damage() != null) {
                    return damaged();
                }
                size += lines.size() + 1;
                if (size <= file.maxRecordBytes()) {
                    bytes.write(lines.buffer(), lines.from(), lines.length());
                    bytes.write('\n');
                }
                closed = contains("</DOC>");
                pending = !closed && lines.next();
            } while (!closed && pending && !starts("<DOC>"));
            if (size > file.maxRecordBytes()) {
                return rejected(RejectReason.TOO_LARGE, size + " bytes; the cap is " + file.maxRecordBytes());
            }
            return closed ? parse(bytes.toByteArray()) : rejected(RejectReason.TRUNCATED, "no </DOC> for this <DOC>");
        }

        private RawRecord damaged() {
            pending = false;
            DamageException damage = Objects.requireNonNull(lines.damage());
            return rejected(damage.kind().reason(), String.valueOf(damage.getMessage()));
        }

        private RawRecord outside() throws IOException {
            do {
                if (lines.damage() != null) {
                    return damaged();
                }
                pending = lines.next();
            } while (pending && !starts("<DOC>"));
            return rejected(RejectReason.BAD_RECORD, "text outside <DOC>");
        }

        private RawRecord parse(byte[] bytes) {
            Optional<String> text = TextDecoder.decode(bytes, 0, bytes.length);
            if (text.isEmpty()) {
                return rejected(RejectReason.BAD_ENCODING, bytes.length + " bytes in no known encoding");
            }
            FieldMap.Values values = new FieldMap.Values();
            String inner = text.get().strip().substring("<DOC>".length());
            Matcher elements = ELEMENT.matcher(inner);
            while (elements.find()) {
                put(values, elements.group(1), elements.group(2).strip());
            }
            return builder.build(offset, values, null);
        }

        private void put(FieldMap.Values values, String tag, String text) {
            if (text.isEmpty()) {
                return;
            }
            file.profile().fields().forEach((field, places) -> {
                int rank = places.indexOf(tag);
                if (rank >= 0) {
                    values.put(field, rank, text);
                }
            });
        }

        private boolean starts(String tag) {
            return lines.length() >= tag.length()
                    && line(tag.length()).strip().toUpperCase(Locale.ROOT).startsWith(tag);
        }

        private boolean contains(String tag) {
            return !lines.isTooLong()
                    && line(lines.length()).toUpperCase(Locale.ROOT).contains(tag);
        }

        private String line(int length) {
            return new String(lines.buffer(), lines.from(), length, StandardCharsets.ISO_8859_1);
        }

        private RawRecord rejected(RejectReason reason, String detail) {
            return RawRecord.rejected(file.archiveFile(), offset, reason, detail);
        }

        @Override
        public long offset() {
            return offset;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
