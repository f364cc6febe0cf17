package org.rasd.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.IsoTime;

/**
 * What stands above a record of a WARC or ARC file.
 *
 * @param kind what the record is
 * @param url what was captured
 * @param capturedAt when, null where it is not told or cannot be read
 * @param length bytes of the block that follows
 * @param mediaType of the block
 * @param note for a record that is set aside: what it refers to, or what is odd
 */
record CaptureHead(
        Kind kind, @Nullable String url, @Nullable Instant capturedAt, long length, String mediaType, String note) {

    /** What a record is, and with that whether it is an input record of a run. */
    enum Kind {
        /** What a server sent, or a thing without a server. */
        CAPTURE,
        /** The same content as an earlier capture. */
        REVISIT,
        /** A capture in another form, made later. */
        CONVERSION,
        /** About the crawl or another record (warcinfo, request, metadata, continuation): no record of a run. */
        ABOUT,
        /** A kind that no standard names. */
        UNKNOWN
    }

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** An instant as WARC (ISO) or ARC (14 digits) has it; null where it is neither. */
    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDateTime usual = IsoTime.utc(text);
        if (usual != null) {
            return usual.toInstant(ZoneOffset.UTC);
        }
        try {
            if (text.indexOf('-') > 0) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            }
            if (!text.matches("[0-9]{8,17}")) {
                return null;
            }
            String digits = (text + "000000").substring(0, 14);
            return LocalDateTime.parse(digits, DIGITS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A head that cannot be understood: where its record ends is not known. */
    static final class BadHeadException extends Exception {
        private static final long serialVersionUID = 1L;

        BadHeadException(String message) {
            super(message);
        }
    }
}
