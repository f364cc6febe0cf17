package org.rasd.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The events of one block by date, and where the next report belongs.
 *
 * <p>An event stands on one day, and what joins it never moves that day: reports of many days cannot chain into one event.
 * Plans do chain, back in time from what fulfils them, for they tell of one and the same awaited event.
 *
 * <p>Cost: a placement compares with at most {@value #COMPARED} drafts.
 */
final class Calendar {
    static final int COMPARED = 64;

    /** Events of a month or a year that may be looked at for it. */
    private static final int TOPS = 4 * COMPARED;

    private static final int BACKGROUND_DAYS = 7;

    /** A truce is news for as long as it holds; other reports trail their event by the lag alone. */
    private static final int HOLD = 3;

    private final int lagDays;
    private final int horizonDays;
    private final int holdDays;
    private final boolean rare;
    private final boolean lasting;
    private final List<Draft> drafts = new ArrayList<>();
    private final TreeMap<LocalDate, List<Draft>> byDay = new TreeMap<>();
    private final TreeMap<LocalDate, List<Draft>> byReach = new TreeMap<>();
    private final TreeMap<LocalDate, List<Draft>> byPlan = new TreeMap<>();
    private final Map<Span, List<Draft>> vague = new HashMap<>();
    private final List<Draft> dateless = new ArrayList<>();
    private final MonthsTops tops = new MonthsTops();
    private long comparisons;

    Calendar(ResolveSettings settings, String eventType) {
        this.lagDays = settings.lagDays(eventType);
        this.horizonDays = settings.horizonDays(eventType);
        this.lasting = Status.isLasting(eventType);
        this.holdDays = eventType.equals("CEASEFIRE") ? HOLD * lagDays : lagDays;
        this.rare = settings.rareTypes().contains(eventType);
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** Pairs of drafts compared so far. */
    long comparisons() {
        return comparisons;
    }

    /** Days between two reports within which one may look for the other. */
    int reachDays() {
        return Math.max(horizonDays, Math.max(holdDays, lagDays));
    }

    /** An event that was found already; later reports may join it. */
    void know(Draft event) {
        Span span = event.told().orElse(null);
        if (span != null && !span.isDay()) {
            vague.computeIfAbsent(span, any -> new ArrayList<>()).add(add(event));
        } else if (span != null) {
            index(byDay, span.first(), add(event));
        } else if (event.isPlan()) {
            add(event);
        } else {
            index(byDay, event.publishedOn(), add(event));
        }
    }

    /** A firm report that gives the day. */
    void onItsDay(Draft report) {
        LocalDate day = report.told().orElseThrow().first();
        find(held(byDay.getOrDefault(day, List.of()).stream(), report), report, Draft.Leeway.SAME_DAY)
                .ifPresentOrElse(draft -> draft.absorb(report), () -> open(report, day));
    }

    /** A plan that gives the day; what comes may be late. */
    void plannedFor(Draft plan) {
        LocalDate day = plan.told().orElseThrow().first();
        Draft joined = find(from(byDay, day, day.plusDays(lagDays)), plan, Draft.Leeway.ANY)
                .map(draft -> absorb(draft, plan))
                .orElseGet(() -> open(plan, day));
        index(byPlan, plan.publishedOn(), joined);
    }

    /** A report of what just happened, without a date. */
    void justReported(Draft report) {
        LocalDate day = report.publishedOn();
        find(held(back(byDay, day.minusDays(holdDays), day), report), report, Draft.Leeway.CLOSE)
                .ifPresentOrElse(draft -> draft.absorb(report), () -> open(report, day));
    }

    /** What is made is another event than what is broken. */
    private Stream<Draft> held(Stream<Draft> near, Draft report) {
        return near.filter(draft -> !lasting || draft.isPlan() || draft.isNegated() == report.isNegated());
    }

    /** A plan without a date, latest first: it waits for the next event, or for the next report of the plan. */
    void planned(Draft plan) {
        LocalDate day = plan.publishedOn();
        Draft joined = awaited(plan).map(draft -> absorb(draft, plan)).orElseGet(() -> add(plan));
        index(byReach, day, joined);
        index(byPlan, day, joined);
    }

    /** A refusal or failure without a date: of the plan that is open, else of what was just reported. */
    void refused(Draft refusal) {
        LocalDate day = refusal.publishedOn();
        Stream<Draft> near =
                Stream.concat(back(byPlan, day.minusDays(horizonDays), day), back(byDay, day.minusDays(lagDays), day));
        find(near.filter(draft -> !lasting || !draft.hasHappened()), refusal, Draft.Leeway.ANY)
                .ifPresentOrElse(draft -> draft.absorb(refusal), () -> open(refusal, day));
    }

    /** A report that gives a month or a year: the event told most in it so far, else one of its own. */
    void within(Draft report) {
        Span span = report.told().orElseThrow();
        Stream<Draft> known = Stream.concat(
                tops.within(byDay, span).stream().filter(draft -> report.isPlan() || !isLater(draft, report)),
                vague.getOrDefault(span, List.of()).stream());
        find(known, report, Draft.Leeway.CLOSE).ifPresentOrElse(draft -> draft.absorb(report), () -> {
            vague.computeIfAbsent(span, any -> new ArrayList<>()).add(add(report));
        });
    }

    /** What has happened is no event that was still to come. */
    private boolean isLater(Draft event, Draft report) {
        LocalDate day = event.told().map(Span::first).orElse(event.publishedOn());
        return day.isAfter(report.publishedOn().plusDays(lagDays));
    }

    /** Background without a date: the last event before, where events of the type are few; else one of its own. */
    void background(Draft report) {
        LocalDate before = report.publishedOn().minusDays(BACKGROUND_DAYS);
        Stream<Draft> known =
                Stream.concat(descending(byDay.headMap(before, true)), rare ? dateless.stream() : Stream.empty());
        Optional<Draft> found =
                rare ? find(known.filter(draft -> !draft.isNegated()), report, Draft.Leeway.KNOWN) : Optional.empty();
        found.ifPresentOrElse(draft -> draft.absorb(report), () -> dateless.add(add(report)));
    }

    /**
     * What a plan waits for: the next that came of such a plan, or of the plans told meanwhile the one told most; not what
     * its own story tells as done.
     */
    private Optional<Draft> awaited(Draft plan) {
        LocalDate day = plan.publishedOn();
        Draft most = null;
        for (Draft draft : agreeing(from(byReach, day, day.plusDays(horizonDays)), plan, Draft.Leeway.ANY)
                .toList()) {
            boolean fulfils = !draft.isPlan();
            if (fulfils && (!draft.isFulfilment() || draft.sharesStory(plan))) {
                continue;
            }
            if (most == null || draft.storyCount() > most.storyCount()) {
                most = draft;
            }
            if (fulfils) {
                break;
            }
        }
        return Optional.ofNullable(most);
    }

    private Optional<Draft> find(Stream<Draft> near, Draft report, Draft.Leeway leeway) {
        return agreeing(near, report, leeway).findFirst();
    }

    private Stream<Draft> agreeing(Stream<Draft> near, Draft report, Draft.Leeway leeway) {
        return near.limit(COMPARED)
                .peek(draft -> comparisons++)
                .filter(draft -> draft.agrees(report, leeway) && (rare || draft.soundsLike(report)));
    }

    private Draft open(Draft draft, LocalDate day) {
        index(byDay, day, add(draft));
        index(byReach, day, draft);
        return draft;
    }

    private Draft add(Draft draft) {
        drafts.add(draft);
        return draft;
    }

    private static Draft absorb(Draft draft, Draft other) {
        draft.absorb(other);
        return draft;
    }

    private static void index(TreeMap<LocalDate, List<Draft>> in, LocalDate day, Draft draft) {
        List<Draft> there = in.computeIfAbsent(day, any -> new ArrayList<>());
        if (there.isEmpty() || there.get(there.size() - 1) != draft) {
            there.add(draft);
        }
    }

    private static Stream<Draft> from(NavigableMap<LocalDate, List<Draft>> days, LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true).values().stream().flatMap(Collection::stream);
    }

    private static Stream<Draft> back(NavigableMap<LocalDate, List<Draft>> days, LocalDate first, LocalDate last) {
        return descending(days.subMap(first, true, last, true));
    }

    private static Stream<Draft> descending(NavigableMap<LocalDate, List<Draft>> days) {
        return days.descendingMap().values().stream().flatMap(Collection::stream);
    }

    /** The drafts told most in each month, reckoned once all days are placed. */
    private static final class MonthsTops {
        private static final Comparator<Draft> MOST_TOLD = Comparator.comparingInt((Draft draft) -> -draft.storyCount())
                .thenComparing(Draft::first, Sighting.ORDER);

        private final Map<Span, List<Draft>> tops = new HashMap<>();

        List<Draft> within(NavigableMap<LocalDate, List<Draft>> byDay, Span span) {
            return tops.computeIfAbsent(
                    span,
                    any -> from(byDay, span.first(), span.last())
                            .sorted(MOST_TOLD)
                            .limit(TOPS)
                            .toList());
        }
    }
}
