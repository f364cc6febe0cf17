package org.rasd.resolve;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives a group of sightings that names one side only, or a mediator as a side, the sides of a fuller report of the same
 * days.
 *
 * <p>Works on one type and a few days at a time: a sighting belongs to the stretch of days in which its group was first
 * published, and is a guest in the next one where that is close, so that stretches need nothing of each other. Only
 * reports with both sides give theirs; nothing is learned from what was learned, so order never matters.
 *
 * <p>Cost: linear; see {@link Following} and {@link FullerGroups}.
 */
public final class SideFinder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int STRETCH_DAYS = 8;

    private final ResolveSettings settings;

    /** A finder by {@code settings}. */
    public SideFinder(ResolveSettings settings) {
        this.settings = settings;
    }

    /** The stretch of days that {@code sighting} belongs to. */
    static String home(Sighting sighting) {
        return key(sighting, stretch(sighting.groupOn()));
    }

    /** The first of the days whose groups may be needed in the stretch {@code key}. */
    static LocalDate firstDay(String key) {
        return LocalDate.ofEpochDay((stretch(key) - 1) * STRETCH_DAYS);
    }

    /** The last of those days. */
    static LocalDate lastDay(String key) {
        return LocalDate.ofEpochDay((stretch(key) + 2) * STRETCH_DAYS - 1);
    }

    private static long stretch(String key) {
        return Long.parseLong(key.substring(key.indexOf('|') + 1));
    }

    /** The stretches in which {@code sighting} is needed: its home first, then those in which it is a guest. */
    public List<String> keys(Sighting sighting) {
        List<String> keys = new ArrayList<>();
        LocalDate day = sighting.groupOn();
        keys.add(key(sighting, stretch(day)));
        keys.add(key(sighting, stretch(day) + 1));
        long before = stretch(day.minusDays(settings.lagDays(sighting.eventType())));
        if (before != stretch(day) && Sides.ofBlock(sighting.storyBlockKey()).areFull(sighting.eventType(), settings)) {
            keys.add(key(sighting, stretch(day) - 1));
        }
        return keys;
    }

    /**
     * The sightings of the stretch {@code key}, without its guests, with the block that they belong to; that is empty where
     * no party is known.
     *
     * @param stretch sightings of whole groups that need {@code key}, in any order
     */
    public List<Sighting> resolve(String key, List<Sighting> stretch) {
        Map<String, List<Sighting>> byGroup = new TreeMap<>();
        stretch.forEach(s -> byGroup.computeIfAbsent(s.storyGroupId(), any -> new ArrayList<>())
                .add(s));
        List<SideGroup> groups = byGroup.values().stream().map(SideGroup::new).toList();
        new Following(settings, 2 * STRETCH_DAYS).lead(groups);
        FullerGroups fuller = new FullerGroups(groups, settings);
        Map<SideGroup, String> blocks = new IdentityHashMap<>();
        List<Sighting> resolved = new ArrayList<>();
        for (SideGroup group : groups) {
            if (key(group.first(), stretch(group.day())).equals(key)) {
                SideGroup leader = group.leader();
                String block = blocks.computeIfAbsent(leader, it -> block(it, fuller));
                group.members()
                        .forEach(s -> resolved.add(s.inGroup(leader.first().storyGroupId(), block)));
            }
        }
        return resolved;
    }

    /** The block of a group that leads; empty where it names nobody. */
    private static String block(SideGroup group, FullerGroups fuller) {
        String block = fuller.find(group).map(SideGroup::blockKey).orElseGet(group::blockKey);
        return Sides.ofBlock(block).isEmpty() ? "" : block;
    }

    private static long stretch(LocalDate day) {
        return Math.floorDiv(day.toEpochDay(), STRETCH_DAYS);
    }

    private static String key(Sighting sighting, long stretch) {
        return sighting.eventType() + "|" + stretch;
    }
}
