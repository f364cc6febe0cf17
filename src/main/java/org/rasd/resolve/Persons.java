package org.rasd.resolve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many persons an event concerns, as its sightings tell together.
 *
 * <p>What happened counts before what was planned; then what most stories say, what is said most often, and the greater
 * number, for the lesser is often one side's share.
 *
 * @param count what most say
 * @param least the least number told that may mean the same persons (half of the count or more)
 * @param most the greatest such number (up to twice the count)
 */
record Persons(
        @Nullable Integer count,
        @Nullable Integer least,
        @Nullable Integer most) {
    /** One side's share against both sides, and a little. */
    private static final double SAME_PERSONS = 2.2;

    static Persons of(List<Sighting> told) {
        return among(told, s -> !s.isPlan() && !s.historical())
                .or(() -> among(told, s -> !s.isPlan()))
                .or(() -> among(told, s -> true))
                .orElse(new Persons(null, null, null));
    }

    private static Optional<Persons> among(List<Sighting> told, Predicate<Sighting> which) {
        Map<Integer, Integer> times = new HashMap<>();
        Votes<Integer> stories = new Votes<>();
        for (Sighting sighting : told) {
            Integer said = sighting.personsCount();
            if (said != null && which.test(sighting)) {
                stories.add(said, sighting.storyId());
                times.merge(said, 1, Integer::sum);
            }
        }
        return stories.values().stream()
                .max(Comparator.comparingInt((Integer said) -> stories.count(said))
                        .thenComparingInt(said -> times.getOrDefault(said, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .map(count -> within(count, stories));
    }

    private static Persons within(int count, Votes<Integer> stories) {
        List<Integer> same = stories.values().stream()
                .filter(said -> said * SAME_PERSONS >= count && said <= count * SAME_PERSONS)
                .sorted()
                .toList();
        return new Persons(count, same.get(0), same.get(same.size() - 1));
    }
}
