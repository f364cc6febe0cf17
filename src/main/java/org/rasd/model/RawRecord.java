package org.rasd.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of an archive as its source understood it, before cleaning: fields as text, dates still as printed.
 *
 * <p>A record that the source could not understand carries {@code reason} (and {@code detail}) and little else; it
 * travels on so that it is accounted for.
 */
public record RawRecord(
        @Column(value = "Archive file, relative to the input", example = "day-16.jsonl.gz")
        String archiveFile,

        @Column(value = "Byte offset of the record in the uncompressed file", example = "18204")
        long archiveOffset,

        @Column(value = "Why the source gave no fields; null where it did", example = "bad_json", nullable = true)
        @Nullable
        String reason,

        @Column(value = "Detail of the reason", example = "unexpected end", nullable = true) @Nullable
        String detail,

        @Column(value = "Identifier in the archive", example = "1667109", nullable = true) @Nullable
        String id,

        @Column(value = "Address", example = "https://news.example/1", nullable = true) @Nullable
        String url,

        @Column(value = "Publisher", example = "news.example", nullable = true) @Nullable
        String source,

        @Column(value = "Headline", example = "تبادل أسرى", nullable = true) @Nullable
        String title,

        @Column(value = "Text, or HTML where the profile says so", example = "أعلنت ...", nullable = true) @Nullable
        String body,

        @Column(value = "How body is written: text, html (a fragment) or page", example = "text")
        String bodyFormat,

        @Column(value = "Publication date as printed", example = "2023-01-21T21:17:00+02:00", nullable = true) @Nullable
        String published,

        @Column(
                value = "What published rests on: archive, json_ld, meta, url, text or capture",
                example = "archive",
                nullable = true)
        @Nullable
        String dateBasis,

        @Column(value = "Date of the last change as printed", example = "2023-01-24T20:52:04+02:00", nullable = true)
        @Nullable
        String updated,

        @Column(value = "Instant of the capture", example = "2023-01-25T00:00:00Z", nullable = true) @Nullable
        Instant capturedAt,

        @Column(value = "Author or desk", example = "وكالات", nullable = true) @Nullable
        String author,

        @Column(value = "Language as declared", example = "ar", nullable = true) @Nullable
        String language) {

    /** A record that gave no fields. */
    public static RawRecord rejected(String archiveFile, long archiveOffset, RejectReason reason, String detail) {
        return rejected(archiveFile, archiveOffset, reason, detail, null, null);
    }

    /** A record that gave no fields but has an address and an instant of capture. */
    public static RawRecord rejected(
            String archiveFile,
            long archiveOffset,
            RejectReason reason,
            String detail,
            @Nullable String url,
            @Nullable Instant capturedAt) {
        return new RawRecord(
                archiveFile,
                archiveOffset,
                reason.code(),
                detail,
                null,
                url,
                null,
                null,
                null,
                BodyFormat.TEXT.code(),
                null,
                null,
                null,
                capturedAt,
                null,
                null);
    }
}
