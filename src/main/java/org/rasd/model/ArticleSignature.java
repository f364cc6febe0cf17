package org.rasd.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What later runs need to know of an article so that they find its copies without reading its text.
 *
 * <p>Records that repeat an article of another record have a row too, the first of their day for each address, so that
 * what repeats them is known when other days are run.
 */
@Table(
        name = "article_signatures",
        grain = "an article, or the first repeat of one on a day, as later runs compare it",
        keys = {"published_on", "article_id"},
        partitionedBy = "published_on",
        sortedBy = {"article_id"})
@Check(name = "kept_or_reason", holds = "(reason IS NULL) = (kept_id = article_id AND story_id IS NOT NULL)")
public record ArticleSignature(
        @Column(
                value = "Hash of the URL, or of source, title and text where there is no URL",
                example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "Hash of source and content_hash; equal for the same text in the same source", example = "-812")
        long textKey,

        @Column(value = "Place in time: day and moment of publication, for the order within a story", example = "5451")
        long place,

        @Column(
                value = "Why it is no article: same_url or same_text; null for an article",
                example = "same_text",
                nullable = true)
        @Nullable
        String reason,

        @Column(value = "The article that was kept: itself where it is one", example = "a3f1c29b7de04512")
        String keptId,

        @Column(value = "story_id of the article; null where it is none", example = "a3f1c29b7de04512", nullable = true)
        @Nullable
        String storyId,

        @Column(
                value = "place of the first article of the story; null where there is none",
                example = "5451",
                nullable = true)
        @Nullable
        Long storyPlace,

        @Column(
                value = "MinHash signature of the body as Base64: shingles, bands, bits; empty for very short texts",
                example = "AAABTg...")
        String signature,

        @Column(value = "Day of publication", example = "2025-11-16")
        LocalDate publishedOn) {}
