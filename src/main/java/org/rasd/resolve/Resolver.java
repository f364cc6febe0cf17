package org.rasd.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rasd.model.Event;

/** Resolves sightings in memory, by the same steps that {@link ResolveStage} runs on a cluster. */
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
        List<Sighting> sided = sided(each(sure, StoryResolver::key, stories::resolve));
        List<Sighting> resolved = each(sided, Sighting::blockKey, blocks::resolve);
        return new Resolution(resolved, summary.each(resolved));
    }

    private List<Sighting> sided(List<Sighting> grouped) {
        SideFinder finder = new SideFinder(settings);
        Map<String, List<Sighting>> stretches = new TreeMap<>();
        grouped.forEach(s -> finder.keys(s)
                .forEach(key ->
                        stretches.computeIfAbsent(key, any -> new ArrayList<>()).add(s)));
        List<Sighting> sided = new ArrayList<>();
        stretches.forEach((key, stretch) -> sided.addAll(finder.resolve(key, stretch)));
        sided.removeIf(sighting -> sighting.blockKey().isEmpty());
        return sided;
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
