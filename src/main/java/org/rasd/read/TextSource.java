package org.rasd.read;

import java.util.Optional;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** Plain text, one article a file: the first line that is not blank is the headline, the rest the text. */
final class TextSource implements ArticleSource {
    @Override
    public String format() {
        return "text";
    }

    @Override
    public String defaultProfile() {
        return "text-file-name";
    }

    /** Any text: it has to be asked last. */
    @Override
    public boolean recognises(Head head) {
        return head.isText();
    }

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public RecordCursor open(SourceFile file) {
        RecordBuilder builder = new RecordBuilder(file);
        return new WholeFile(file, bytes -> read(file, builder, bytes));
    }

    private static RawRecord read(SourceFile file, RecordBuilder builder, byte[] bytes) {
        Optional<String> decoded = TextDecoder.decode(bytes, 0, bytes.length);
        if (decoded.isEmpty()) {
            return RawRecord.rejected(
                    file.archiveFile(), 0, RejectReason.BAD_ENCODING, bytes.length + " bytes in no known encoding");
        }
        String text = decoded.get().strip();
        int end = lineEnd(text);
        FieldMap.Values values = new FieldMap.Values();
        values.put(ArticleField.TITLE, 0, text.substring(0, end));
        values.put(ArticleField.BODY, 0, text.substring(end).strip());
        return builder.build(0, values, null);
    }

    private static int lineEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }
}
