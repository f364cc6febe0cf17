package org.rasd.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parties of an event as its stories name them.
 *
 * @param sideA first side of a two-sided event in order of code, else who does it
 * @param sideB second side, else whom it befalls
 * @param parties all that a good share of the stories name
 */
record Who(@Nullable String sideA, @Nullable String sideB, List<String> parties) {
    /** A party that fewer of the stories name than this share of the most named is taken for a slip. */
    private static final double PARTY_SHARE = 0.25;

    static Who of(List<Sighting> told, ResolveSettings settings) {
        Votes<String> sources = new Votes<>();
        Votes<String> targets = new Votes<>();
        for (Sighting sighting : told) {
            Sides sides = Sides.of(sighting);
            sides.source().forEach(code -> sources.add(code, sighting.storyId()));
            sides.target().forEach(code -> targets.add(code, sighting.storyId()));
        }
        Set<String> parties = new TreeSet<>(heard(sources));
        parties.addAll(heard(targets));
        return Sides.isTwoSided(told.get(0).eventType())
                ? twoSided(sources, parties, settings.affiliations())
                : new Who(sources.winner().orElse(null), targets.winner().orElse(null), List.copyOf(parties));
    }

    /** Countries among the parties, as the mentions themselves say which codes are countries. */
    List<String> countries(List<Sighting> told) {
        Set<String> known = new TreeSet<>();
        told.stream().map(Sighting::countries).forEach(known::addAll);
        return parties.stream().filter(known::contains).toList();
    }

    private static Who twoSided(Votes<String> sources, Set<String> parties, Map<String, String> affiliations) {
        List<String> ranked = sources.ranked();
        if (ranked.size() < 2) {
            return new Who(ranked.stream().findFirst().orElse(null), null, List.copyOf(parties));
        }
        String one = ranked.get(0);
        String other = other(ranked, affiliations);
        boolean inOrder = one.compareTo(other) < 0;
        parties.addAll(List.of(one, other));
        return new Who(inOrder ? one : other, inOrder ? other : one, List.copyOf(parties));
    }

    /** The next most named of another camp: HAMAS and PSE are one side of an exchange with ISR. */
    private static String other(List<String> ranked, Map<String, String> affiliations) {
        String camp = affiliations.getOrDefault(ranked.get(0), ranked.get(0));
        return ranked.stream()
                .skip(1)
                .filter(code -> !affiliations.getOrDefault(code, code).equals(camp))
                .findFirst()
                .orElse(ranked.get(1));
    }

    private static Collection<String> heard(Votes<String> votes) {
        List<String> ranked = votes.ranked();
        int most = ranked.isEmpty() ? 0 : votes.count(ranked.get(0));
        return ranked.stream()
                .filter(code -> votes.count(code) >= PARTY_SHARE * most)
                .toList();
    }
}
