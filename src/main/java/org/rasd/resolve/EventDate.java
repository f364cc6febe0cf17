package org.rasd.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When an event was, as its sightings tell together.
 *
 * <p>First what firm reports say in the sentence (most stories win), then the date of the plan, then the day of the first
 * report that gave none; a day before a month before a year. Empty for plans and background without any date.
 *
 * @param span the date at its precision
 * @param basis told (in a sentence) or published (the first report's day)
 */
record EventDate(Optional<Span> span, String basis) {
    private static final String TOLD = "told";
    private static final String PUBLISHED = "published";

    static EventDate of(List<Sighting> sightings) {
        return told(sightings, s -> !s.isPlan(), Span::isDay)
                .or(() -> told(sightings, Sighting::isPlan, Span::isDay))
                .or(() -> published(sightings))
                .or(() -> told(sightings, s -> !s.isPlan(), span -> true))
                .or(() -> told(sightings, Sighting::isPlan, span -> true))
                .orElse(new EventDate(Optional.empty(), PUBLISHED));
    }

    /** True where a sentence tells it. */
    boolean isTold() {
        return basis.equals(TOLD);
    }

    private static Optional<EventDate> told(
            List<Sighting> sightings, Predicate<Sighting> which, Predicate<Span> precise) {
        Votes<Span> votes = new Votes<>();
        sightings.stream()
                .filter(which)
                .forEach(sighting ->
                        sighting.ownDate().filter(precise).ifPresent(span -> votes.add(span, sighting.storyId())));
        return votes.winner().map(span -> new EventDate(Optional.of(span), TOLD));
    }

    private static Optional<EventDate> published(List<Sighting> sightings) {
        return sightings.stream()
                .filter(s -> !s.isPlan() && !s.historical() && s.ownDate().isEmpty())
                .map(Sighting::publishedOn)
                .min(Comparator.naturalOrder())
                .map(day -> new EventDate(Optional.of(Span.day(day)), PUBLISHED));
    }
}
