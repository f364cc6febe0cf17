package org.rasd.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

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
        private final RecordBuilder builder;
        private final FieldMap fields;
        private final JsonFactory factory;

        Cursor(SourceFile file) throws IOException {
            super(file);
            builder = new RecordBuilder(file);
            fields = new FieldMap(file.profile());
            factory = JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(file.maxRecordBytes())
                            .build())
                    .build();
        }

        @Override
        @Nullable
        RawRecord record(byte[] bytes, int from, int length, long offset) {
            if (isBlank(bytes, from, length)) {
                return null;
            }
            try (JsonParser parser = factory.createParser(bytes, from, length)) {
                return parse(parser, offset);
            } catch (IOException e) {
                return again(bytes, from, length, offset, e);
            }
        }

        /** What cannot be read as UTF-8 JSON is either in another encoding or broken. */
        private RawRecord again(byte[] bytes, int from, int length, long offset, IOException first) {
            if (TextDecoder.isStrict(bytes, from, length, java.nio.charset.StandardCharsets.UTF_8)) {
                return rejected(offset, RejectReason.BAD_JSON, reason(first));
            }
            Optional<String> text = TextDecoder.decode(bytes, from, length);
            if (text.isEmpty()) {
                return rejected(offset, RejectReason.BAD_ENCODING, length + " bytes in no known encoding");
            }
            try (JsonParser parser = factory.createParser(text.get())) {
                return parse(parser, offset);
            } catch (IOException e) {
                return rejected(offset, RejectReason.BAD_JSON, reason(e));
            }
        }

        private RawRecord parse(JsonParser parser, long offset) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return rejected(offset, RejectReason.BAD_JSON, "no object on this line");
            }
            FieldMap.Values values = fields.read(parser);
            if (parser.nextToken() != null) {
                return rejected(offset, RejectReason.BAD_JSON, "text after the object");
            }
            return builder.build(offset, values, null);
        }

        private static String reason(IOException e) {
            String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            String text = String.valueOf(message);
            return text.length() <= 200 ? text : text.substring(0, 200);
        }
    }
}
