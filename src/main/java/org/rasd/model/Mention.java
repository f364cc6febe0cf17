package org.rasd.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entity named at one place of an article. Offsets are half-open UTF-16 positions in body (title for sentence 0). */
@Table(
        name = "mentions",
        grain = "a surface mention of an entity",
        keys = {"article_id", "sentence_index", "begin", "end"},
        partitionedBy = "published_on",
        sortedBy = {"article_id", "sentence_index", "begin"},
        trace = "article.article_id = cell.article_id")
@Check(name = "entity_type_known", holds = "entity_type IN ('PER', 'LOC', 'ORG', 'MISC')")
@Check(name = "confidence_range", holds = "confidence BETWEEN 0 AND 1")
@Check(name = "offsets_in_order", holds = "sentence_index >= 0 AND begin >= 0 AND begin < end")
public record Mention(
        @Column(value = "The article", example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "Sentence number; 0 is the headline", example = "3")
        int sentenceIndex,

        @Column(value = "Start in body, or in title for sentence 0 (UTF-16)", example = "120")
        int begin,

        @Column(value = "End, exclusive", example = "127") int end,

        @Column(value = "Exactly the text between begin and end", example = "الأوكراني")
        String surface,

        @Column(value = "PER, LOC, ORG or MISC", example = "LOC")
        String entityType,

        @Column(
                value = "Country (ISO 3166-1 alpha-3) or actor code; null where unresolved",
                example = "UKR",
                nullable = true)
        @Nullable
        String entityId,

        @Column(value = "Canonical name, or the surface without clitics where unresolved", example = "أوكرانيا")
        String entityName,

        @Column(value = "How sure the mention and its code are, 0 to 1", example = "0.97")
        double confidence,

        @Column(value = "What found it: gazetteer, tagger or the pipeline's name", example = "gazetteer")
        String annotator,

        @Column(value = "Day of publication of the article", example = "2025-11-16")
        LocalDate publishedOn) {}
