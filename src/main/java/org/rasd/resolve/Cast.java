package org.rasd.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who plays which part in a story: the pairs of sides that it names, and who stands between them.
 *
 * <p>A sentence often names a mediator beside the sides, or one side only; the rest of its story tells who is who.
 */
final class Cast {
    /** Types that one deal tells of: a truce, the swap under it, the freed. Sides of one are the sides of another. */
    private static final Set<String> ONE_DEAL = Set.of("PRISONER_EXCHANGE", "CEASEFIRE", "PRISONER_RELEASE");

    private static final Set<String> MEDIATED = Set.of("PRISONER_EXCHANGE", "CEASEFIRE", "AGREEMENT");

    private final ResolveSettings settings;
    private final Set<String> named = new TreeSet<>();
    private final Map<String, List<Set<String>>> pairsByType = new TreeMap<>();
    private final List<Set<String>> pairsOfDeal;
    private final List<Set<String>> pairsOfConflict;

    /** The cast of a story of {@code sightings}. */
    Cast(List<Sighting> sightings, ResolveSettings settings) {
        this.settings = settings;
        sightings.stream()
                .filter(s -> ONE_DEAL.contains(s.eventType()) || MEDIATED.contains(s.eventType()))
                .forEach(s -> named.addAll(s.mediators()));
        Map<String, Votes<String>> votes = new TreeMap<>();
        Votes<String> ofDeal = new Votes<>();
        Votes<String> ofConflict = new Votes<>();
        for (Sighting sighting : sightings) {
            Set<String> pair = pair(sighting);
            if (pair.size() == 2) {
                String joined = String.join("|", pair);
                votes.computeIfAbsent(sighting.eventType(), any -> new Votes<>())
                        .add(joined, sighting.eventMentionId());
                if (sighting.eventType().equals("ASSAULT")) {
                    ofConflict.add(joined, sighting.eventMentionId());
                }
                if (ONE_DEAL.contains(sighting.eventType())) {
                    ofDeal.add(joined, sighting.eventMentionId());
                }
            }
        }
        votes.forEach((type, told) -> pairsByType.put(type, pairs(told)));
        pairsOfDeal = pairs(ofDeal);
        pairsOfConflict = pairs(ofConflict);
    }

    /** True where a third party may stand between the sides of {@code eventType}, and a report take it for a side. */
    static boolean isMediated(String eventType) {
        return MEDIATED.contains(eventType);
    }

    /** True where {@code code} named as a party of {@code eventType} may be the one who stands between the parties. */
    static boolean mayMediate(String code, String eventType, ResolveSettings settings) {
        return isMediated(eventType)
                && !eventType.equals("AGREEMENT")
                && settings.mediators().contains(code);
    }

    /** True for the types that one deal between two sides tells of. */
    static boolean isDeal(String eventType) {
        return ONE_DEAL.contains(eventType);
    }

    /** The sighting with those who only mediate no longer among its parties. */
    Sighting inRoles(Sighting sighting) {
        Sighting cast = sighting;
        if (isMediated(sighting.eventType())) {
            for (String suspect : suspects(sighting.eventType())) {
                Set<String> parties = Sides.of(cast).source();
                if (parties.contains(suspect) && standsBetween(suspect, parties, sighting.eventType())) {
                    cast = cast.mediatedBy(suspect);
                }
            }
        }
        return cast;
    }

    /** The pair of sides that the story tells most for an event of which {@code sides}, by country, tell one or none. */
    Optional<Set<String>> sides(String eventType, Sides sides) {
        if (!Sides.isTwoSided(eventType) || sides.source().size() > 1 && !isOneCamp(sides.source())) {
            return Optional.empty();
        }
        if (sides.source().size() > 1) {
            return candidates(eventType).stream()
                    .filter(pair -> !isOneCamp(pair)
                            && !Collections.disjoint(rooted(pair).source(), sides.source()))
                    .findFirst();
        }
        return candidates(eventType).stream()
                .filter(pair -> rooted(pair).source().containsAll(sides.source()))
                .findFirst();
    }

    /** True for a group and its own country: they can be the two sides, unless the story names another pair. */
    private boolean isOneCamp(Set<String> codes) {
        return codes.stream()
                        .map(code -> settings.affiliations().getOrDefault(code, code))
                        .distinct()
                        .count()
                == 1;
    }

    /** The two parties as sides by country. */
    Sides rooted(Set<String> pair) {
        return new Sides(pair, Set.of()).rooted("PRISONER_EXCHANGE", settings.affiliations());
    }

    private boolean standsBetween(String suspect, Set<String> parties, String eventType) {
        if (parties.size() != 2) {
            return true;
        }
        Set<String> other = new TreeSet<>(parties);
        other.remove(suspect);
        return candidates(eventType).stream().anyMatch(pair -> pair.containsAll(other) && !pair.contains(suspect));
    }

    private List<Set<String>> candidates(String eventType) {
        List<Set<String>> candidates = new ArrayList<>(pairsByType.getOrDefault(eventType, List.of()));
        if (ONE_DEAL.contains(eventType)) {
            candidates.addAll(pairsOfDeal);
            candidates.addAll(pairsOfConflict);
        }
        return candidates;
    }

    /** Mediators by name of the story; in exchanges and truces also those who often are, the surest first. */
    private Set<String> suspects(String eventType) {
        Set<String> suspects = new LinkedHashSet<>();
        boolean usual = ONE_DEAL.contains(eventType);
        settings.mediators().stream()
                .filter(code -> usual || named.contains(code))
                .forEach(suspects::add);
        suspects.addAll(named);
        return suspects;
    }

    /** The two sides, where the sighting names just two that do not mediate. */
    private Set<String> pair(Sighting sighting) {
        Sides sides = Sides.of(sighting);
        Set<String> pair = new TreeSet<>(sides.source());
        pair.addAll(sides.target());
        for (String suspect : suspects(sighting.eventType())) {
            if (pair.size() > 2) {
                pair.remove(suspect);
            }
        }
        boolean doubtful = isMediated(sighting.eventType())
                && suspects(sighting.eventType()).stream().anyMatch(pair::contains);
        return doubtful ? Set.of() : pair;
    }

    private static List<Set<String>> pairs(Votes<String> votes) {
        Comparator<String> most = Comparator.comparingInt((String pair) -> -votes.count(pair));
        return votes.values().stream()
                .sorted(most.thenComparing(Comparator.naturalOrder()))
                .map(pair -> (Set<String>) new TreeSet<>(List.of(pair.split("\\|"))))
                .toList();
    }
}
