package org.rasd.resolve;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The groups of one block by the month that they tell of, or were first published in.
 *
 * <p>Each month is swept by itself, with those groups around it that its own may look for, and tells of each of its groups
 * which one leads it: the one that opened the draft that it joined. An event is a group that leads itself and all that
 * follow it, over the ends of months too. A leader comes before its followers in the order of the sweep, whichever month
 * is swept, so that following ends. What a month tells is a function of the groups within {@link Calendar#reachDays} of it.
 *
 * <p>Cost: a group is swept in its month and in those that it is near to.
 */
final class Months {
    private final ResolveSettings settings;
    private final String eventType;
    private final Map<String, List<Sighting>> groups;
    private final NavigableMap<LocalDate, List<String>> byDay = new TreeMap<>();
    private final Map<YearMonth, List<String>> vague = new HashMap<>();
    private final Map<String, YearMonth> homes = new HashMap<>();
    private final List<Draft> far = new ArrayList<>();
    private long comparisons;

    Months(ResolveSettings settings, String eventType, Map<String, List<Sighting>> groups) {
        this.settings = settings;
        this.eventType = eventType;
        this.groups = groups;
        groups.keySet().forEach(id -> place(id, draft(id)));
        far.sort(BlockResolver.IN_ORDER);
    }

    private void place(String id, Draft group) {
        Span told = group.told().orElse(null);
        if (told == null && !group.isPlan() && group.isHistorical()
                || told != null && told.precision() == Span.Precision.YEAR) {
            far.add(group);
        } else if (told != null && told.precision() == Span.Precision.MONTH) {
            YearMonth month = YearMonth.from(told.first());
            homes.put(id, month);
            vague.computeIfAbsent(month, any -> new ArrayList<>()).add(id);
        } else {
            LocalDate day = told == null ? group.publishedOn() : told.first();
            homes.put(id, YearMonth.from(day));
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(id);
        }
    }

    /** Groups that tell of a year only, or of an unknown time, in the order of telling. */
    List<Draft> far() {
        return far;
    }

    /** Pairs of drafts compared so far. */
    long comparisons() {
        return comparisons;
    }

    /** Each group but the {@link #far} ones, with the group that leads it. */
    Map<String, String> leads() {
        Map<String, String> leads = new HashMap<>();
        new TreeSet<>(homes.values()).forEach(month -> sweep(month, leads));
        return leads;
    }

    private void sweep(YearMonth month, Map<String, String> leads) {
        Calendar calendar = new Calendar(settings, eventType);
        int reach = calendar.reachDays();
        List<Draft> swept = new ArrayList<>();
        byDay.subMap(month.atDay(1).minusDays(reach), true, month.atEndOfMonth().plusDays(reach), true)
                .values()
                .forEach(day -> day.forEach(id -> swept.add(draft(id))));
        vague.getOrDefault(month, List.of()).forEach(id -> swept.add(draft(id)));
        swept.sort(BlockResolver.IN_ORDER);
        BlockResolver.near(swept, calendar);
        comparisons += calendar.comparisons();
        for (Draft draft : calendar.drafts()) {
            String lead = id(draft);
            for (Sighting sighting : draft.sightings()) {
                if (month.equals(homes.get(sighting.groupId()))) {
                    leads.put(sighting.groupId(), lead);
                }
            }
        }
    }

    /** The events: groups that lead themselves with all that follow them, in the order of telling. */
    List<Draft> events() {
        Map<String, String> leads = leads();
        Map<String, Draft> byLead = new TreeMap<>();
        List<Draft> members = new ArrayList<>();
        leads.forEach((group, lead) -> {
            if (group.equals(lead)) {
                byLead.put(group, draft(group));
            } else {
                members.add(draft(group));
            }
        });
        members.sort(BlockResolver.IN_ORDER);
        members.forEach(member ->
                Objects.requireNonNull(byLead.get(root(id(member), leads))).absorb(member));
        List<Draft> events = new ArrayList<>(byLead.values());
        events.sort(BlockResolver.IN_ORDER);
        return events;
    }

    private static String root(String group, Map<String, String> leads) {
        String at = group;
        String next = Objects.requireNonNull(leads.get(at));
        while (!next.equals(at)) {
            at = next;
            next = Objects.requireNonNull(leads.get(at));
        }
        return at;
    }

    private Draft draft(String group) {
        return Draft.of(Objects.requireNonNull(groups.get(group)), settings.affiliations());
    }

    private static String id(Draft draft) {
        return draft.first().groupId();
    }
}
