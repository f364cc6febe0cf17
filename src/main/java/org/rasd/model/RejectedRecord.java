package org.rasd.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record of the archive that gave no article, and why. */
@Table(
        name = "rejected_records",
        grain = "a record that gave no article",
        keys = {"archive_file", "archive_offset"},
        sortedBy = {"archive_file", "archive_offset"})
public record RejectedRecord(
        @Column(value = "Archive file, relative to the input", example = "2025/11/day-16.jsonl.gz")
        String archiveFile,

        @Column(value = "Byte offset of the record in the uncompressed file", example = "18204")
        long archiveOffset,

        @Column(value = "Reason code, see RejectReason", example = "no_date")
        String reason,

        @Column(value = "What was found, for a person to read", example = "published is missing", nullable = true)
        @Nullable
        String detail,

        @Column(value = "Publisher where the record still tells it", example = "news.example", nullable = true)
        @Nullable
        String source,

        @Column(value = "Day of publication where the record still tells it", example = "2025-11-16", nullable = true)
        @Nullable
        LocalDate publishedOn,

        @Column(
                value = "Instant of the capture (UTC), null where the archive has none",
                example = "2025-11-16T09:00:00Z",
                nullable = true)
        @Nullable
        Instant capturedAt) {}
