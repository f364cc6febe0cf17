package org.rasd.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rasd.model.Event;
import org.rasd.resolve.SampleTruth.TrueEvent;

/**
 * How resolved events compare with the real ones.
 *
 * @param linked reports whose real event is known
 * @param precision share of pairs of reports in one event that speak of one real event
 * @param recall share of pairs of reports of one real event that are in one event
 * @param found real events that have an event of their own
 * @param problems what is wrong, a line each, sorted: split, merged, status, date, persons, sides, mediator as side
 */
record EventScore(int linked, double precision, double recall, int found, List<String> problems) {

    /**
     * Compares.
     *
     * @param truth the real event of each sighting by its id, where known
     */
    static EventScore of(Resolver.Resolution resolution, Map<String, TrueEvent> truth) {
        Map<String, Event> events = resolution.events().stream()
                .collect(Collectors.toMap(event -> event.eventId(), Function.identity(), (a, b) -> a, TreeMap::new));
        Map<String, Map<String, Integer>> byKey = new TreeMap<>();
        Map<String, Map<String, Integer>> byEvent = new TreeMap<>();
        Map<String, TrueEvent> known = new TreeMap<>();
        int linked = 0;
        for (Sighting sighting : resolution.sightings()) {
            TrueEvent real = truth.get(sighting.eventMentionId());
            if (real != null) {
                String id = String.valueOf(sighting.eventId());
                byKey.computeIfAbsent(real.key(), any -> new TreeMap<>()).merge(id, 1, Integer::sum);
                byEvent.computeIfAbsent(id, any -> new TreeMap<>()).merge(real.key(), 1, Integer::sum);
                known.put(real.key(), real);
                linked++;
            }
        }
        long together =
                pairs(byKey.values().stream().flatMap(m -> m.values().stream()).toList());
        List<String> problems = new ArrayList<>();
        byKey.forEach((key, ids) -> {
            String best = most(ids);
            if (ids.size() > 1) {
                problems.add("split    " + key + " over " + ids.size() + " events: "
                        + ids.keySet().stream()
                                .map(id -> say(Objects.requireNonNull(events.get(id))))
                                .toList());
            }
            problems.addAll(wrong(Objects.requireNonNull(known.get(key)), Objects.requireNonNull(events.get(best))));
        });
        byEvent.forEach((id, keys) -> {
            if (keys.size() > 1) {
                problems.add("merged   " + keys.keySet());
            }
        });
        problems.sort(Comparator.naturalOrder());
        return new EventScore(
                linked,
                together / (double) Math.max(1, pairs(totals(byEvent))),
                together / (double) Math.max(1, pairs(totals(byKey))),
                byKey.size(),
                List.copyOf(problems));
    }

    /** Problems whose line starts with {@code kind}. */
    List<String> problems(String kind) {
        return problems.stream().filter(line -> line.startsWith(kind)).toList();
    }

    private static List<String> wrong(TrueEvent real, Event event) {
        List<String> wrong = new ArrayList<>();
        if (!event.status().equals(real.status())) {
            wrong.add("status   " + real.key() + ": " + event.status() + ", not " + real.status() + " "
                    + event.statusHistory());
        }
        if (!real.date().equals(event.countedOn())) {
            wrong.add("date     " + real.key() + ": " + event.countedOn() + ", not " + real.date());
        }
        if (!Objects.equals(real.persons(), event.personsCount())) {
            wrong.add("persons  " + real.key() + ": " + event.personsCount() + ", not " + real.persons());
        }
        Set<String> sides = new TreeSet<>();
        Optional.ofNullable(event.sideA()).ifPresent(sides::add);
        Optional.ofNullable(event.sideB()).ifPresent(sides::add);
        if (!real.parties().containsAll(sides)
                || sides.size() < Math.min(2, real.parties().size())) {
            wrong.add("sides    " + real.key() + ": " + sides + ", not " + real.parties());
        }
        if (!Collections.disjoint(sides, real.mediators())) {
            wrong.add("mediator " + real.key() + ": " + sides + " holds one of " + real.mediators());
        }
        return wrong;
    }

    private static String say(Event event) {
        return event.countedOn() + " " + event.status() + " " + event.parties() + " x" + event.mentionCount();
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Collection<Integer> totals(Map<String, Map<String, Integer>> counts) {
        return counts.values().stream()
                .map(inner ->
                        inner.values().stream().mapToInt(Integer::intValue).sum())
                .toList();
    }

    private static long pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
    }
}
