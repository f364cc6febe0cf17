package org.rasd.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Groups that tell again what an earlier one told follow it: they share its block and become one group with it.
 *
 * <p>Those that name somebody find whom they follow first, by words heard before; then those that name nobody, by words
 * that are alike.
 */
final class Following {
    private final ResolveSettings settings;
    private final int mostDays;

    /**
     * @param mostDays between two groups of which one follows the other
     */
    Following(ResolveSettings settings, int mostDays) {
        this.settings = settings;
        this.mostDays = mostDays;
    }

    /** Tells each of {@code groups}, all that there are of the same type and days, whom it follows. */
    void lead(List<SideGroup> groups) {
        Map<String, SideGroup> bySighting = new HashMap<>();
        groups.forEach(group -> group.members().forEach(s -> bySighting.put(s.eventMentionId(), group)));
        List<Sighting> inOrder = groups.stream()
                .flatMap(group -> group.members().stream())
                .sorted(Sighting.ORDER)
                .toList();
        Echoes echoes = new Echoes(inOrder, settings);
        for (Sighting sighting : inOrder) {
            SideGroup group = of(sighting, bySighting);
            if (group.sides().isEmpty()) {
                continue;
            }
            if (group.leadsItself()) {
                follow(group, echoes.hear(sighting), bySighting);
            } else {
                echoes.remember(sighting);
            }
        }
        for (Sighting sighting : inOrder) {
            SideGroup group = of(sighting, bySighting);
            if (group.sides().isEmpty() && group.leadsItself()) {
                follow(group, echoes.like(sighting), bySighting);
            }
        }
        groups.forEach(group -> group.follow(group.leader().leader()));
    }

    private void follow(SideGroup group, Optional<Sighting> echoed, Map<String, SideGroup> bySighting) {
        echoed.map(other -> of(other, bySighting).leader())
                .filter(leader -> leader != group && canFollow(group, leader))
                .ifPresent(group::follow);
    }

    private static SideGroup of(Sighting sighting, Map<String, SideGroup> bySighting) {
        return Objects.requireNonNull(bySighting.get(sighting.eventMentionId()));
    }

    private boolean canFollow(SideGroup group, SideGroup leader) {
        return leader.leadsItself()
                && group.daysFrom(leader) <= mostDays
                && !leader.tellsOtherDays(group)
                && (group.isLike(leader, Sketch::repeated) || canJoin(group, leader));
    }

    /**
     * A leader is often not the group whose words were heard again, but the one that it follows: whoever joins it by so
     * roundabout a way names no other sides, and of what recurs daily is close to it in words and days.
     */
    private boolean canJoin(SideGroup group, SideGroup leader) {
        String type = group.eventType();
        return group.sides().compatible(leader.sides())
                && (settings.rareTypes().contains(type)
                        || group.daysFrom(leader) <= settings.lagDays(type) && group.isLike(leader, Sketch::akin));
    }
}
