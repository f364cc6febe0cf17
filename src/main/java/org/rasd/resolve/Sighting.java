package org.rasd.resolve;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Check;
import org.rasd.model.Column;
import org.rasd.model.EventMention;
import org.rasd.model.Table;

/**
 * What one event mention tells of its event: the light columns that resolution needs, and what its steps found. Published,
 * so that a later run resolves again only what it touches.
 *
 * <p>Shape: parties as the sentence names them, and {@code storyGroupId} and {@code storyBlockKey} empty, until the story is
 * resolved; {@code groupId} and {@code blockKey} empty until the days around it are, {@code eventId} null until the block is.
 */
@Table(
        name = "mention_signatures",
        grain = "an event mention that is sure enough, as resolution sees it",
        keys = {"event_mention_id"},
        partitionedBy = "published_on",
        sortedBy = {"article_id", "sentence_index", "event_mention_id"},
        trace = "event.event_id = cell.event_id")
@Check(name = "block_or_no_event", holds = "(event_id IS NULL) = (block_key = '')")
public record Sighting(
        @Column(value = "The event mention", example = "5be0c4d19a7f2e11")
        String eventMentionId,

        @Column(value = "Its article", example = "a3f1c29b7de04512")
        String articleId,

        @Column(value = "The story of the article", example = "a3f1c29b7de04512")
        String storyId,

        @Column(value = "Publisher", example = "news.example")
        String source,

        @Column(value = "Sentence number", example = "0") int sentenceIndex,

        @Column(value = "One of the 19 types", example = "CEASEFIRE")
        String eventType,

        @Column(value = "occurred, planned, proposed or negated", example = "occurred")
        String status,

        @Column(value = "True for background", example = "false")
        boolean historical,

        @Column(value = "Who does it, by what its story tells; all parties of a two-sided type", example = "[RUS, UKR]")
        List<String> sourceActors,

        @Column(value = "Whom it befalls", example = "[]") List<String> targetActors,
        @Column(value = "Who mediates", example = "[ARE]") List<String> mediators,

        @Column(value = "Countries among the parties", example = "[RUS, UKR]")
        List<String> countries,

        @Column(value = "Persons exchanged or released", example = "410", nullable = true) @Nullable
        Integer personsCount,

        @Column(value = "Date as told", example = "2025-05-06", nullable = true) @Nullable
        LocalDate eventDate,

        @Column(value = "day, month or year", example = "day", nullable = true) @Nullable
        String eventDatePrecision,

        @Column(value = "explicit, relative or published", example = "explicit", nullable = true) @Nullable
        String eventDateBasis,

        @Column(value = "Subject of an agreement", example = "energy", nullable = true) @Nullable
        String topic,

        @Column(value = "Confidence of the mention", example = "0.9")
        double confidence,

        @Column(value = "Day of publication", example = "2025-05-06")
        LocalDate publishedOn,

        @Column(value = "Hashed content words of the sentence, see Sketch", example = "丂㔉")
        String sketch,

        @Column(
                value = "Mentions of one story that speak of one event share it: first day and least mention",
                example = "2025-05-06 5be0c4d19a7f2e11")
        String storyGroupId,

        @Column(value = "Type and sides as the story tells them", example = "CEASEFIRE|UKR")
        String storyBlockKey,

        @Column(value = "First day of publication within the story's group", example = "2025-05-06")
        LocalDate groupOn,

        @Column(
                value = "The group that it follows, of another story perhaps; its own where it follows none",
                example = "2025-05-06 5be0c4d19a7f2e11")
        String groupId,

        @Column(
                value = "Type and sides; only mentions that share it can be one event; empty where nobody is known",
                example = "CEASEFIRE|RUS|UKR")
        String blockKey,

        @Column(value = "The event; null where nobody is known", example = "77d0a1b2c3d4e5f6", nullable = true)
        @Nullable
        String eventId)
        implements Serializable {

    /** The order of telling: by publication, article, sentence; total, since ids are unique. */
    public static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::publishedOn)
            .thenComparing(Sighting::articleId)
            .thenComparingInt(Sighting::sentenceIndex)
            .thenComparing(Sighting::eventMentionId);

    /** Keeps the lists unchangeable. */
    public Sighting {
        sourceActors = List.copyOf(sourceActors);
        targetActors = List.copyOf(targetActors);
        mediators = List.copyOf(mediators);
        countries = List.copyOf(countries);
    }

    /** What {@code mention} in an article of {@code source} tells. */
    static Sighting of(EventMention mention, String source) {
        return of(mention, source, Sketch.of(mention.sentence()));
    }

    /** What {@code mentions} of one article of {@code source} tell. */
    public static List<Sighting> of(List<EventMention> mentions, String source) {
        Map<String, String> sketches = new HashMap<>();
        return mentions.stream()
                .map(mention -> of(mention, source, sketches.computeIfAbsent(mention.sentence(), Sketch::of)))
                .toList();
    }

    private static Sighting of(EventMention mention, String source, String sketch) {
        return new Sighting(
                mention.eventMentionId(),
                mention.articleId(),
                mention.storyId(),
                source,
                mention.sentenceIndex(),
                mention.eventType(),
                mention.status(),
                mention.historical(),
                mention.sourceActors(),
                mention.targetActors(),
                mention.mediators(),
                mention.countries(),
                mention.personsCount(),
                mention.eventDate(),
                mention.eventDatePrecision(),
                mention.eventDateBasis(),
                mention.topic(),
                mention.confidence(),
                mention.publishedOn(),
                sketch,
                "",
                "",
                mention.publishedOn(),
                "",
                "",
                null);
    }

    /** The date that the sentence itself gives; empty where the mention rests on the day of publication. */
    Optional<Span> ownDate() {
        return eventDate == null || "published".equals(eventDateBasis)
                ? Optional.empty()
                : Optional.of(Span.of(eventDate, eventDatePrecision));
    }

    /** True for what is planned or proposed: nothing has happened yet. */
    boolean isPlan() {
        return status.equals("planned") || status.equals("proposed");
    }

    /** The same in a group of its story. */
    Sighting inStory(String storyGroupId, LocalDate groupOn, String storyBlockKey) {
        return with(new Found(storyGroupId, storyBlockKey, groupOn, groupId, blockKey, eventId));
    }

    /** The same in a group of those days. */
    Sighting inGroup(String groupId, String blockKey) {
        return with(new Found(storyGroupId, storyBlockKey, groupOn, groupId, blockKey, eventId));
    }

    Sighting ofEvent(@Nullable String eventId) {
        return with(new Found(storyGroupId, storyBlockKey, groupOn, groupId, blockKey, eventId));
    }

    /** The same with {@code code} among the mediators instead of the parties. */
    Sighting mediatedBy(String code) {
        List<String> parties = new ArrayList<>(sourceActors);
        parties.remove(code);
        List<String> others = new ArrayList<>(targetActors);
        others.remove(code);
        TreeSet<String> between = new TreeSet<>(mediators);
        between.add(code);
        return with(parties, others, List.copyOf(between), found());
    }

    /** The same with all of {@code parties} named; for a two-sided type. */
    Sighting between(Set<String> parties) {
        TreeSet<String> all = new TreeSet<>(parties);
        all.addAll(sourceActors);
        return with(List.copyOf(all), targetActors, mediators, found());
    }

    /** What the steps found. */
    private record Found(
            String storyGroupId,
            String storyBlockKey,
            LocalDate groupOn,
            String groupId,
            String blockKey,
            @Nullable String eventId) {}

    private Found found() {
        return new Found(storyGroupId, storyBlockKey, groupOn, groupId, blockKey, eventId);
    }

    private Sighting with(Found found) {
        return with(sourceActors, targetActors, mediators, found);
    }

    private Sighting with(List<String> sourceActors, List<String> targetActors, List<String> mediators, Found found) {
        return new Sighting(
                eventMentionId,
                articleId,
                storyId,
                source,
                sentenceIndex,
                eventType,
                status,
                historical,
                sourceActors,
                targetActors,
                mediators,
                countries,
                personsCount,
                eventDate,
                eventDatePrecision,
                eventDateBasis,
                topic,
                confidence,
                publishedOn,
                sketch,
                found.storyGroupId(),
                found.storyBlockKey(),
                found.groupOn(),
                found.groupId(),
                found.blockKey(),
                found.eventId());
    }
}
