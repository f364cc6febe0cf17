package org.rasd.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Event;

/** Makes the row of one event from its sightings: what most stories say, a voice a story. */
public final class EventSummary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ResolveSettings settings;

    /** A summary by {@code settings}. */
    public EventSummary(ResolveSettings settings) {
        this.settings = settings;
    }

    /** The events that {@code linked} (sightings with the ids of their events, all of each event) speak of, by id. */
    public List<Event> each(List<Sighting> linked) {
        Map<String, List<Sighting>> byEvent = new TreeMap<>();
        linked.forEach(s -> byEvent.computeIfAbsent(String.valueOf(s.eventId()), any -> new ArrayList<>())
                .add(s));
        return byEvent.values().stream().map(this::of).toList();
    }

    /**
     * The event that {@code sightings} speak of; all share its id.
     *
     * @param sightings one or more, in any order
     */
    public Event of(List<Sighting> sightings) {
        List<Sighting> told = sightings.stream().sorted(Sighting.ORDER).toList();
        Sighting first = told.get(0);
        Status status = Status.of(told, settings.lagDays(first.eventType()));
        EventDate date = EventDate.of(told);
        Optional<Span> counted = counted(date, status, first);
        Who who = Who.of(told, settings);
        Persons persons = Persons.of(told);
        return new Event(
                String.valueOf(first.eventId()),
                first.eventType(),
                status.code(),
                who.sideA(),
                who.sideB(),
                who.parties(),
                mediators(told),
                who.countries(told),
                persons.count(),
                persons.least(),
                persons.most(),
                date.span().map(Span::first).orElse(null),
                date.span().map(span -> span.precision().code()).orElse(null),
                date.span().map(span -> date.basis()).orElse(null),
                counted.map(Span::first).orElse(null),
                counted.map(span -> span.precision().code()).orElse(null),
                first.publishedOn(),
                told.get(told.size() - 1).publishedOn(),
                told.size(),
                distinct(told, Sighting::articleId),
                distinct(told, Sighting::storyId),
                distinct(told, Sighting::source),
                sample(told, status).eventMentionId(),
                votes(told, Sighting::topic).winner().orElse(null),
                status.history());
    }

    /** Reports count an event on its date; a plan without one on the day of its first report; background nowhere. */
    private static Optional<Span> counted(EventDate date, Status status, Sighting first) {
        return date.span().or(() -> status.isFirm() ? Optional.empty() : Optional.of(Span.day(first.publishedOn())));
    }

    private static Sighting sample(List<Sighting> told, Status status) {
        Predicate<Sighting> tells = sighting -> sighting.status().equals(status.code());
        return told.stream()
                .min(Comparator.comparing((Sighting sighting) -> !tells.test(sighting))
                        .thenComparing(Sighting::historical)
                        .thenComparingInt(s -> -Sides.of(s).told(s.eventType()))
                        .thenComparingInt(s -> s.personsCount() == null ? 1 : 0)
                        .thenComparingDouble(s -> -s.confidence())
                        .thenComparing(Sighting.ORDER))
                .orElseThrow();
    }

    private static <T extends Comparable<? super T>> Votes<T> votes(
            List<Sighting> told, Function<Sighting, @Nullable T> value) {
        Votes<T> votes = new Votes<>();
        for (Sighting sighting : told) {
            T said = value.apply(sighting);
            if (said != null) {
                votes.add(said, sighting.storyId());
            }
        }
        return votes;
    }

    private List<String> mediators(List<Sighting> told) {
        Set<String> mediators = new TreeSet<>(Who.between(told, settings));
        told.forEach(sighting -> mediators.addAll(sighting.mediators()));
        return List.copyOf(mediators);
    }

    private static int distinct(List<Sighting> told, Function<Sighting, String> value) {
        return (int) told.stream().map(value).distinct().count();
    }
}
