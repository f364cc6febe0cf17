package org.rasd.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/** A capture as a raw record: a page where it is HTML that a server gave as such, else the reason why it is none. */
final class CapturePage {
    private static final Pattern MARKUP = Pattern.compile("<(?:!doctype html|html|head|body|title|meta|article)[\\s>]");
    private static final int LOOK_AT_BYTES = 2048;

    private final SourceFile file;
    private final RecordBuilder builder;

    CapturePage(SourceFile file) {
        this.file = file;
        this.builder = new RecordBuilder(file);
    }

    /** The record of a whole capture whose block is the first {@code size} bytes of {@code block}. */
    RawRecord record(long offset, CaptureHead head, byte[] block, int size) {
        return switch (head.kind()) {
            case REVISIT -> rejected(offset, head, RejectReason.REVISIT, head.note());
            case CONVERSION -> rejected(offset, head, RejectReason.NOT_PAGE, "a conversion of another record");
            case UNKNOWN, ABOUT -> rejected(offset, head, RejectReason.BAD_RECORD, head.note());
            case CAPTURE -> capture(offset, head, block, size);
        };
    }

    private RawRecord capture(long offset, CaptureHead head, byte[] block, int size) {
        Optional<HttpMessage> message = HttpMessage.parse(block, size);
        if (message.isEmpty()) {
            return page(offset, head, head.mediaType(), Arrays.copyOf(block, size));
        }
        int status = message.get().status();
        if (status / 100 != 2) {
            return rejected(offset, head, RejectReason.NOT_PAGE, "HTTP status " + status);
        }
        String type = message.get().field("content-type");
        if (!mayBePage(type)) {
            return rejected(offset, head, RejectReason.NOT_PAGE, "media type " + brief(type));
        }
        try {
            return page(offset, head, type, HttpBody.decode(message.get(), block, size, file.maxRecordBytes()));
        } catch (HttpBody.TooLargeException e) {
            return rejected(offset, head, RejectReason.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (HttpBody.UnknownCodingException e) {
            return rejected(offset, head, RejectReason.BAD_ENCODING, brief(String.valueOf(e.getMessage())));
        }
    }

    private RawRecord page(long offset, CaptureHead head, String type, byte[] body) {
        if (!mayBePage(type) || !isHtml(type) && !looksLikeHtml(body)) {
            return rejected(offset, head, RejectReason.NOT_PAGE, "media type " + brief(type));
        }
        if (body.length == 0) {
            return rejected(offset, head, RejectReason.NO_BODY, "an empty response");
        }
        return PageText.decode(body, type)
                .map(html -> builder.page(offset, head.url(), html, head.capturedAt()))
                .orElseGet(() ->
                        rejected(offset, head, RejectReason.BAD_ENCODING, body.length + " bytes in no known encoding"));
    }

    private static boolean isHtml(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.contains("text/html") || plain.contains("application/xhtml");
    }

    /** HTML, or a type by which servers say that they do not know. */
    private static boolean mayBePage(String type) {
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return isHtml(type)
                || plain.isEmpty()
                || plain.equals("application/octet-stream")
                || plain.equals("unknown")
                || plain.equals("no-type")
                || plain.equals("application/http");
    }

    private static boolean looksLikeHtml(byte[] body) {
        String top = new String(body, 0, Math.min(body.length, LOOK_AT_BYTES), StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(top.replace("\0", "").toLowerCase(Locale.ROOT)).find();
    }

    private static String brief(String text) {
        String plain = text.isBlank() ? "not told" : text;
        return plain.length() <= 80 ? plain : plain.substring(0, 80);
    }

    private RawRecord rejected(long offset, CaptureHead head, RejectReason reason, String detail) {
        return RawRecord.rejected(file.archiveFile(), offset, reason, detail, head.url(), head.capturedAt());
    }
}
