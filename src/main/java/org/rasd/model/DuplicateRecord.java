package org.rasd.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record that repeats an article kept from another record: the same address, or the same text in the same source. */
@Table(
        name = "duplicate_records",
        grain = "a record that repeats an article",
        keys = {"archive_file", "archive_offset"},
        partitionedBy = "published_on",
        sortedBy = {"archive_file", "archive_offset"},
        trace = "article.article_id = cell.article_id")
public record DuplicateRecord(
        @Column(value = "Archive file, relative to the input", example = "2025/11/day-16.jsonl.gz")
        String archiveFile,

        @Column(value = "Byte offset of the record in the uncompressed file", example = "18204")
        long archiveOffset,

        @Column(value = "The article that was kept", example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "Why: same_url or same_text", example = "same_text")
        String reason,

        @Column(value = "Address of this copy", example = "https://news.example/2025/11/16/1?x=1", nullable = true)
        @Nullable
        String url,

        @Column(value = "Publisher of this copy", example = "news.example")
        String source,

        @Column(value = "Day of publication of this copy", example = "2025-11-16")
        LocalDate publishedOn) {}
