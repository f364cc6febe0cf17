package org.rasd.resolve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stories say, a voice each however many copies they have; ties go to the least value, so order never matters. */
final class Votes<T extends Comparable<? super T>> {
    private final Map<T, Set<String>> stories = new HashMap<>();

    void add(T value, String storyId) {
        stories.computeIfAbsent(value, any -> new HashSet<>()).add(storyId);
    }

    /** Values from most to least told. */
    List<T> ranked() {
        return stories.keySet().stream()
                .sorted(Comparator.comparingInt((T value) -> -count(value)).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The value told most. */
    Optional<T> winner() {
        return ranked().stream().findFirst();
    }

    int count(T value) {
        return stories.getOrDefault(value, Set.of()).size();
    }

    Set<T> values() {
        return stories.keySet();
    }
}
