package org.rasd.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real event, counted once however often it is told. Lists are sorted, without repeats, and never null. */
@Table(
        name = "events",
        grain = "a real event, resolved across articles",
        keys = {"event_id"},
        sortedBy = {"event_date", "event_id"},
        trace = "event.event_id = cell.event_id")
@Check(name = "status_known", holds = "status IN ('occurred', 'planned', 'proposed', 'negated')")
@Check(name = "date_precision_known", holds = "event_date_precision IN ('day', 'month', 'year')")
@Check(name = "counted_precision_known", holds = "counted_precision IN ('day', 'month', 'year')")
@Check(name = "counted_where_dated", holds = "event_date IS NULL OR counted_on = event_date")
@Check(name = "reported_in_order", holds = "first_reported_on <= last_reported_on")
@Check(
        name = "persons_in_order",
        holds = "persons_min >= 0 AND persons_min <= persons_count AND persons_count <= persons_max")
@Check(
        name = "counts_in_order",
        holds =
                "source_count >= 1 AND source_count <= article_count AND story_count <= article_count AND article_count <= mention_count")
public record Event(
        @Column(value = "Hash of type, parties and date", example = "77d0a1b2c3d4e5f6")
        String eventId,

        @Column(value = "One of the 19 types", example = "PRISONER_EXCHANGE")
        String eventType,

        @Column(
                value = "Status by the latest firm report: occurred, planned, proposed or negated",
                example = "occurred")
        String status,

        @Column(
                value = "First side (two-sided types: first code in order; else the source)",
                example = "RUS",
                nullable = true)
        @Nullable
        String sideA,

        @Column(
                value = "Second side (two-sided types: second code in order; else the target)",
                example = "UKR",
                nullable = true)
        @Nullable
        String sideB,

        @Column(value = "All parties", example = "[RUS, UKR]")
        List<String> parties,

        @Column(value = "Third parties that mediate or host", example = "[ARE]")
        List<String> mediators,

        @Column(value = "Countries (ISO3) among the parties", example = "[RUS, UKR]")
        List<String> countries,

        @Column(
                value = "Persons exchanged or released as most stories say; null where none tells",
                example = "410",
                nullable = true)
        @Nullable
        Integer personsCount,

        @Column(value = "Least number told", example = "390", nullable = true) @Nullable
        Integer personsMin,

        @Column(value = "Greatest number told", example = "410", nullable = true) @Nullable
        Integer personsMax,

        @Column(value = "First day of the event's date at its precision", example = "2025-05-06", nullable = true)
        @Nullable
        LocalDate eventDate,

        @Column(value = "day, month or year", example = "day", nullable = true) @Nullable
        String eventDatePrecision,

        @Column(
                value = "told (in a sentence) or published (the day of the first report that gives no date)",
                example = "told",
                nullable = true)
        @Nullable
        String eventDateBasis,

        @Column(
                value =
                        "Start of the period in which reports count it: the event's date, or the day of the first report"
                                + " for a plan without one; null (counted in no period) for background without a date",
                example = "2025-05-06",
                nullable = true)
        @Nullable
        LocalDate countedOn,

        @Column(
                value = "Finest period in which reports count it: day (counted by day, week, month and year), month"
                        + " (by month and year) or year (by year)",
                example = "day",
                nullable = true)
        @Nullable
        String countedPrecision,

        @Column(value = "Day of the first article that reports it", example = "2025-05-06")
        LocalDate firstReportedOn,

        @Column(value = "Day of the last article that reports it", example = "2025-05-09")
        LocalDate lastReportedOn,

        @Column(value = "Event mentions", example = "12") int mentionCount,
        @Column(value = "Articles", example = "7") int articleCount,

        @Column(value = "Stories (near copies count once)", example = "4")
        int storyCount,

        @Column(value = "Publishers", example = "3") int sourceCount,

        @Column(value = "A mention that tells it well", example = "5be0c4d19a7f2e11")
        String sampleEventMentionId,

        @Column(value = "Subject of an agreement, as most mentions say", example = "energy", nullable = true) @Nullable
        String topic,

        @Column(
                value = "Each change of status with the day of the reports that brought it, in order",
                example = "[2025-05-02 planned, 2025-05-06 occurred]")
        List<String> statusHistory) {

    /** Keeps the lists unchangeable. */
    public Event {
        parties = List.copyOf(parties);
        mediators = List.copyOf(mediators);
        countries = List.copyOf(countries);
        statusHistory = List.copyOf(statusHistory);
    }
}
