package org.rasd.read;

import java.util.regex.Pattern;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** Web pages saved as files, one a file. */
final class HtmlSource implements ArticleSource {
    /** What may stand before the first element: a declaration, comments. */
    private static final Pattern TOP =
            Pattern.compile("\\A[\\s\u00EF\u00BB\u00BF\u00FF\u00FE]*+(?:<\\?xml[^>]*+>\\s*+|<!--(?s:.*?)-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html|head|body|title|meta|link|script|article)[\\s>]");

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String defaultProfile() {
        return "page";
    }

    @Override
    public boolean recognises(Head head) {
        return TOP.matcher(head.markup()).find();
    }

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public RecordCursor open(SourceFile file) {
        RecordBuilder builder = new RecordBuilder(file);
        return new WholeFile(
                file,
                bytes -> PageText.decode(bytes, "")
                        .map(html -> builder.page(0, null, html, null))
                        .orElseGet(() -> RawRecord.rejected(
                                file.archiveFile(),
                                0,
                                RejectReason.BAD_ENCODING,
                                bytes.length + " bytes in no known encoding")));
    }
}
