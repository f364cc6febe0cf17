package org.rasd.model;

import java.time.LocalDate;

/**
 * An event id that was published once and is no more, with the event that now holds its mentions.
 *
 * <p>The only table that depends on what was published before: whoever kept an event's id finds the event here after
 * later articles changed its date or parties, or joined it with another.
 */
@Table(
        name = "superseded_events",
        grain = "an event id that was published and is no more",
        keys = {"superseded_event_id"},
        sortedBy = {"superseded_event_id"},
        trace = "event.event_id = cell.event_id")
@Check(name = "not_its_own_successor", holds = "superseded_event_id <> event_id")
public record SupersededEvent(
        @Column(value = "The id that is no longer in events", example = "1c0a92b4d7e3f568")
        String supersededEventId,

        @Column(
                value = "The event in events that holds its mentions now; most of them, where they went several ways",
                example = "77d0a1b2c3d4e5f6")
        String eventId,

        @Column(value = "Type of the event that holds them", example = "PRISONER_EXCHANGE")
        String eventType,

        @Column(value = "Day of the last article that reports the event that holds them", example = "2025-05-09")
        LocalDate lastReportedOn) {}
