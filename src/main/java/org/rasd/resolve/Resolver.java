package org.rasd.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rasd.model.Event;

/** Resolves sightings in memory, by the same three steps that {@link ResolveStage} runs on a cluster. */
public final class Resolver {
    private final ResolveSettings settings;

    /** A resolver by {@code settings}. */
    public Resolver(ResolveSettings settings) {
        this.settings = settings;
    }

    /**
     * What sightings came to.
     *
     * @param sightings those that belong to an event, with its id
     * @param events one row an event, by id
     */
    public record Resolution(List<Sighting> sightings, List<Event> events) {
        /** Keeps the lists unchangeable. */
        public Resolution {
            sightings = List.copyOf(sightings);
            events = List.copyOf(events);
        }
    }

    /** The events that {@code sightings}, in any order, speak of. */
    public Resolution resolve(Collection<Sighting> sightings) {
        StoryResolver stories = new StoryResolver(settings);
        BlockResolver blocks = new BlockResolver(settings);
        EventSummary summary = new EventSummary(settings);
        List<Sighting> sure = sightings.stream()
                .filter(s -> s.confidence() >= settings.minConfidence())
                .toList();
        List<Sighting> grouped = each(sure, StoryResolver::key, stories::resolve);
        List<Sighting> resolved = each(grouped, Sighting::blockKey, blocks::resolve);
        List<Event> events = new ArrayList<>();
        groups(resolved, s -> String.valueOf(s.eventId())).values().forEach(group -> events.add(summary.of(group)));
        return new Resolution(resolved, events);
    }

    private static List<Sighting> each(
            List<Sighting> sightings, Function<Sighting, String> key, Function<List<Sighting>, List<Sighting>> step) {
        return groups(sightings, key).values().stream()
                .map(step)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Map<String, List<Sighting>> groups(List<Sighting> sightings, Function<Sighting, String> key) {
        return sightings.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
