package org.rasd.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** Turns the bytes of one JSON object into a record, its fields found by the file's profile. */
final class JsonRecord {
    private static final int LONGEST_DETAIL = 200;

    private final String archiveFile;
    private final RecordBuilder builder;
    private final FieldMap fields;
    private final JsonFactory factory;

    JsonRecord(SourceFile file) {
        archiveFile = file.archiveFile();
        builder = new RecordBuilder(file);
        fields = new FieldMap(file.profile());
        factory = JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(file.maxRecordBytes())
                        .build())
                .build();
    }

    /** The record in {@code length} bytes; a rejected one where they are no object, or more than one. */
    RawRecord read(byte[] bytes, int from, int length, long offset) {
        try (JsonParser parser = factory.createParser(bytes, from, length)) {
            return parse(parser, offset);
        } catch (IOException e) {
            return again(bytes, from, length, offset, e);
        }
    }

    /** What cannot be read as UTF-8 JSON is either in another encoding or broken. */
    private RawRecord again(byte[] bytes, int from, int length, long offset, IOException first) {
        if (TextDecoder.isStrict(bytes, from, length, StandardCharsets.UTF_8)) {
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
            return rejected(offset, RejectReason.BAD_JSON, "no object here");
        }
        FieldMap.Values values = fields.read(parser);
        if (parser.nextToken() != null) {
            return rejected(offset, RejectReason.BAD_JSON, "text after the object");
        }
        return builder.build(offset, values, null);
    }

    private RawRecord rejected(long offset, RejectReason reason, String detail) {
        return RawRecord.rejected(archiveFile, offset, reason, detail);
    }

    /** Says the same whichever task reads the record: no place in a buffer. */
    private static String reason(IOException e) {
        if (e instanceof CharConversionException) {
            return "not in UTF-8, UTF-16 or UTF-32";
        }
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        String text = String.valueOf(message);
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}
