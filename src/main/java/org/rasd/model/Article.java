package org.rasd.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A distinct article of the archive, cleaned, as the table {@code articles} holds it. */
@Table(
        name = "articles",
        grain = "a distinct article",
        keys = {"article_id"},
        partitionedBy = "published_on",
        sortedBy = {"published_at", "article_id"},
        trace = "article.article_id = cell.article_id")
@Check(name = "language_confidence_range", holds = "language_confidence BETWEEN 0 AND 1")
@Check(name = "counts_not_negative", holds = "word_count >= 0 AND archive_offset >= 0")
public record Article(
        @Column(
                value = "Hash of the URL, or of source, title and text where there is no URL",
                example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "Address as archived", example = "https://news.example/2025/11/16/1", nullable = true) @Nullable
        String url,

        @Column(value = "Publisher: the host of the URL, or what the profile says", example = "news.example")
        String source,

        @Column(value = "Headline; sentence 0 of the article", example = "تبادل أسرى بين روسيا وأوكرانيا")
        String title,

        @Column(
                value = "Text without boilerplate; offsets in other tables count in it",
                example = "أعلنت وزارة الدفاع ...")
        String body,

        @Column(value = "Language as ISO 639-1 or 639-3, und where it is unclear", example = "ar")
        String language,

        @Column(value = "How sure the language is, 0 to 1", example = "0.98")
        double languageConfidence,

        @Column(value = "Day of publication in the zone that the archive gives, else UTC", example = "2025-11-16")
        LocalDate publishedOn,

        @Column(
                value = "Instant of publication (UTC); null where only the day is known",
                example = "2025-11-16T08:30:00Z",
                nullable = true)
        @Nullable
        Instant publishedAt,

        @Column(value = "Where the date comes from: archive, json_ld, meta, url, text or capture", example = "archive")
        String dateBasis,

        @Column(
                value = "Instant of the capture (UTC), null where the archive has none",
                example = "2025-11-16T09:00:00Z",
                nullable = true)
        @Nullable
        Instant capturedAt,

        @Column(value = "Author or desk as printed", example = "وكالات", nullable = true) @Nullable
        String author,

        @Column(value = "Archive file, relative to the input", example = "2025/11/day-16.jsonl.gz")
        String archiveFile,

        @Column(value = "Byte offset of the record in the uncompressed file", example = "18204")
        long archiveOffset,

        @Column(value = "SHA-256 of folded title and body; equal for exact copies", example = "9f86d081884c7d65...")
        String contentHash,

        @Column(
                value = "article_id of the first article of the story; near copies share it",
                example = "a3f1c29b7de04512")
        String storyId,

        @Column(value = "Words in title and body", example = "312")
        int wordCount) {

    /** The same article as part of the story that {@code storyId} names. */
    public Article withStoryId(String storyId) {
        return new Article(
                articleId,
                url,
                source,
                title,
                body,
                language,
                languageConfidence,
                publishedOn,
                publishedAt,
                dateBasis,
                capturedAt,
                author,
                archiveFile,
                archiveOffset,
                contentHash,
                storyId,
                wordCount);
    }
}
