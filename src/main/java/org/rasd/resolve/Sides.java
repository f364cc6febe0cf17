package org.rasd.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who an event is between: source and target as sorted sets of codes; a two-sided type has all parties in source.
 *
 * @param source who does it, or all parties
 * @param target whom it befalls; empty for two-sided types and where not told
 */
record Sides(Set<String> source, Set<String> target) {
    private static final Set<String> TWO_SIDED =
            Set.of("PRISONER_EXCHANGE", "CEASEFIRE", "AGREEMENT", "CONSULT", "COOPERATE");

    /** Stands before the targets in the key of a block whose source nobody tells. */
    private static final String TO = ">";

    static boolean isTwoSided(String eventType) {
        return TWO_SIDED.contains(eventType);
    }

    static Sides of(Sighting sighting) {
        Set<String> source = new TreeSet<>(sighting.sourceActors());
        if (isTwoSided(sighting.eventType())) {
            source.addAll(sighting.targetActors());
            return new Sides(source, Set.of());
        }
        return new Sides(source, new TreeSet<>(sighting.targetActors()));
    }

    /**
     * The same sides with groups named by their country, so that an exchange with HAMAS and one with PSE can meet; where
     * that would leave a two-sided event one side (HOUTHI and YEM), the codes stay.
     */
    Sides rooted(String eventType, Map<String, String> affiliations) {
        Set<String> roots = roots(source, affiliations);
        boolean collapses = isTwoSided(eventType) && source.size() > 1 && roots.size() == 1;
        return new Sides(collapses ? source : roots, roots(target, affiliations));
    }

    /** The sides that {@code blockKey} was made of. */
    static Sides ofBlock(String blockKey) {
        List<String> parts = List.of(blockKey.split("\\|"));
        int arrow = parts.indexOf(TO);
        return arrow < 0
                ? new Sides(new TreeSet<>(parts.subList(1, parts.size())), Set.of())
                : new Sides(Set.of(), new TreeSet<>(parts.subList(arrow + 1, parts.size())));
    }

    /** True where nobody is named. */
    boolean isEmpty() {
        return source.isEmpty() && target.isEmpty();
    }

    /** How much is told: 2 when both sides are, 1 for one, 0 for none. */
    int told(String eventType) {
        return isTwoSided(eventType)
                ? Math.min(2, source.size())
                : (source.isEmpty() ? 0 : 1) + (target.isEmpty() ? 0 : 1);
    }

    /** True where both sides are known: a deal's parties are two or more, none of which may only mediate; else who does it is. */
    boolean areFull(String eventType, ResolveSettings settings) {
        if (!isTwoSided(eventType)) {
            return !source.isEmpty();
        }
        return source.size() > 1 && source.stream().noneMatch(code -> Cast.mayMediate(code, eventType, settings));
    }

    /** True where both may speak of the same sides: each side equal, missing in one, or part of the other. */
    boolean compatible(Sides other) {
        return nested(source, other.source) && nested(target, other.target);
    }

    /** True where someone is named in both. */
    boolean shares(Sides other) {
        return Stream.concat(source.stream(), target.stream())
                .anyMatch(code -> other.source.contains(code) || other.target.contains(code));
    }

    /** The block of an event: sightings of other blocks never join it. Targets are compared within the block. */
    String blockKey(String eventType) {
        List<String> parts = new ArrayList<>();
        parts.add(eventType);
        parts.addAll(source);
        if (source.isEmpty()) {
            parts.add(TO);
            parts.addAll(target);
        }
        return String.join("|", parts);
    }

    static boolean nested(Set<String> a, Set<String> b) {
        return a.containsAll(b) || b.containsAll(a);
    }

    private static Set<String> roots(Set<String> codes, Map<String, String> affiliations) {
        Set<String> roots = new TreeSet<>();
        codes.forEach(code -> roots.add(affiliations.getOrDefault(code, code)));
        return roots;
    }
}
