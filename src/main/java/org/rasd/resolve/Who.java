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
        boolean twoSided = Sides.isTwoSided(told.get(0).eventType());
        Set<String> block = twoSided ? Sides.ofBlock(told.get(0).blockKey()).source() : Set.of();
        Votes<String> sources = new Votes<>();
        Votes<String> targets = new Votes<>();
        for (Sighting sighting : told) {
            Sides sides = Sides.of(sighting);
            sides.source().stream()
                    .filter(code -> block.size() < 2 || belongs(code, block, settings))
                    .forEach(code -> sources.add(code, sighting.storyId()));
            sides.target().forEach(code -> targets.add(code, sighting.storyId()));
        }
        block.stream().filter(code -> !isNamed(code, sources, settings)).forEach(code -> sources.add(code, ""));
        Set<String> parties = new TreeSet<>(heard(sources));
        parties.addAll(heard(targets));
        return twoSided
                ? twoSided(sources, parties, settings.affiliations())
                : new Who(sources.winner().orElse(null), targets.winner().orElse(null), List.copyOf(parties));
    }

    /** Codes that stories name beside the sides: those who, in a fuller report, only mediate. */
    static Set<String> between(List<Sighting> told, ResolveSettings settings) {
        Set<String> block = Sides.ofBlock(told.get(0).blockKey()).source();
        Set<String> between = new TreeSet<>();
        if (Cast.isMediated(told.get(0).eventType()) && block.size() > 1) {
            told.stream()
                    .flatMap(sighting -> sighting.sourceActors().stream())
                    .filter(code -> !belongs(code, block, settings)
                            && settings.mediators().contains(code))
                    .forEach(between::add);
        }
        return between;
    }

    private static boolean belongs(String code, Set<String> block, ResolveSettings settings) {
        return block.contains(code) || block.contains(settings.affiliations().getOrDefault(code, code));
    }

    /** True where a story names {@code code} or, in its place, a group of that country. */
    private static boolean isNamed(String code, Votes<String> sources, ResolveSettings settings) {
        return sources.values().stream()
                .anyMatch(named -> named.equals(code)
                        || settings.affiliations().getOrDefault(named, named).equals(code));
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
