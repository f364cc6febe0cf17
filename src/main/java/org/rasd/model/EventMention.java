package org.rasd.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event reported in one sentence, with its evidence. Lists are sorted, without repeats, and never null. */
@Table(
        name = "event_mentions",
        grain = "an event reported in a sentence",
        keys = {"event_mention_id"},
        partitionedBy = "published_on",
        sortedBy = {"article_id", "sentence_index", "evidence_begin", "event_mention_id"},
        trace = "event.event_id = cell.event_id")
@Check(name = "status_known", holds = "status IN ('occurred', 'planned', 'proposed', 'negated')")
@Check(
        name = "quad_class_known",
        holds = "quad_class IN ('verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict')")
@Check(name = "date_precision_known", holds = "event_date_precision IN ('day', 'month', 'year')")
@Check(name = "date_basis_known", holds = "event_date_basis IN ('explicit', 'relative', 'published')")
@Check(name = "confidence_range", holds = "confidence BETWEEN 0 AND 1")
@Check(
        name = "offsets_in_order",
        holds = "sentence_index >= 0 AND evidence_begin >= 0 AND evidence_begin < evidence_end")
@Check(name = "persons_not_negative", holds = "persons_count >= 0")
public record EventMention(
        @Column(value = "Hash of article, sentence, type, evidence and parties", example = "5be0c4d19a7f2e11")
        String eventMentionId,

        @Column(
                value = "The event in events that this mention speaks of; null where confidence is under the limit",
                example = "77d0a1b2c3d4e5f6",
                nullable = true)
        @Nullable
        String eventId,

        @Column(value = "The article", example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "The story of the article", example = "a3f1c29b7de04512")
        String storyId,

        @Column(value = "Sentence number; 0 is the headline", example = "1")
        int sentenceIndex,

        @Column(value = "The sentence as printed", example = "تبادلت روسيا وأوكرانيا 205 أسرى من كل جانب")
        String sentence,

        @Column(value = "Start of the trigger in body, or in title for sentence 0 (UTF-16)", example = "0")
        int evidenceBegin,

        @Column(value = "End of the trigger, exclusive", example = "6")
        int evidenceEnd,

        @Column(value = "Exactly the text between evidence_begin and evidence_end", example = "تبادلت")
        String trigger,

        @Column(value = "One of the 19 types", example = "PRISONER_EXCHANGE")
        String eventType,

        @Column(
                value = "Mode of the type where the sentence tells it (visit, phone, withdraw ...)",
                example = "release",
                nullable = true)
        @Nullable
        String eventMode,

        @Column(value = "occurred, planned, proposed or negated", example = "occurred")
        String status,

        @Column(value = "True where the event lies clearly before the news of the article", example = "false")
        boolean historical,

        @Column(value = "Codes of who does it; all parties of a two-sided type", example = "[RUS, UKR]")
        List<String> sourceActors,

        @Column(value = "Codes of whom it befalls; empty for two-sided types", example = "[]")
        List<String> targetActors,

        @Column(value = "Codes of third parties that mediate or host", example = "[ARE]")
        List<String> mediators,

        @Column(value = "Countries (ISO3) among source and target", example = "[RUS, UKR]")
        List<String> countries,

        @Column(
                value = "Persons exchanged or released, all sides together; null where not told",
                example = "410",
                nullable = true)
        @Nullable
        Integer personsCount,

        @Column(value = "First day of the event's date at its precision", example = "2025-05-06", nullable = true)
        @Nullable
        LocalDate eventDate,

        @Column(value = "day, month or year", example = "day", nullable = true) @Nullable
        String eventDatePrecision,

        @Column(
                value = "explicit, relative (to the publication) or published (no date in the sentence)",
                example = "explicit",
                nullable = true)
        @Nullable
        String eventDateBasis,

        @Column(
                value =
                        "Subject of an agreement: defence, energy, trade, security, grain, border, prisoners, nuclear, health, other",
                example = "energy",
                nullable = true)
        @Nullable
        String topic,

        @Column(value = "PLOVER event type for type and status", example = "RETREAT")
        String ploverType,

        @Column(value = "PLOVER mode", example = "release", nullable = true) @Nullable
        String ploverMode,

        @Column(value = "CAMEO code for type, mode and status", example = "0841")
        String cameoCode,

        @Column(
                value = "Quad class: verbal_cooperation, material_cooperation, verbal_conflict, material_conflict",
                example = "material_cooperation")
        String quadClass,

        @Column(value = "The rule that fired", example = "prisoner_exchange.swap_noun")
        String ruleId,

        @Column(value = "Estimated chance that type and sentence are right, 0 to 1", example = "0.93")
        double confidence,

        @Column(value = "Day of publication of the article", example = "2025-05-06")
        LocalDate publishedOn) {

    /** Keeps the lists unchangeable. */
    public EventMention {
        sourceActors = List.copyOf(sourceActors);
        targetActors = List.copyOf(targetActors);
        mediators = List.copyOf(mediators);
        countries = List.copyOf(countries);
    }
}
