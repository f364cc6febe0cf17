package org.rasd.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far an event has come, by the latest firm report.
 *
 * <p>What occurred or failed is firm. Reports within a few days of the latest firm one are weighed together, a voice a
 * story, so that one misread sentence turns nothing; a plan told after a failure opens it again. Without a firm report a
 * plan beats a proposal.
 *
 * @param code occurred, planned, proposed or negated
 * @param history each change of status with its day, as {@code 2025-05-06 occurred}
 */
record Status(String code, List<String> history) {
    private static final List<String> WEIGHT = List.of("occurred", "negated", "planned", "proposed");

    /**
     * The status that {@code told} (in order) give.
     *
     * @param lagDays reports so close to the latest firm one are weighed with it
     */
    static Status of(List<Sighting> told, int lagDays) {
        return new Status(code(told, lagDays), history(told));
    }

    /** What is made and can be broken later: the making and the breaking are two events. */
    private static final Set<String> LASTING = Set.of("AGREEMENT", "CEASEFIRE");

    /**
     * True where two undated reports of one story can speak of one event: not what happened and what is planned, and not
     * a truce made and a truce broken. What another sentence tells in the same words is one event, though one be misread.
     */
    static boolean canBeOne(Sighting a, Sighting b) {
        boolean plan = a.isPlan() || b.isPlan();
        boolean failure = a.status().equals("negated") || b.status().equals("negated");
        return a.status().equals(b.status())
                || a.isPlan() && b.isPlan()
                || failure && (plan || !isLasting(a.eventType()))
                || !failure && isRetold(a, b);
    }

    private static boolean isRetold(Sighting a, Sighting b) {
        boolean sameSentence =
                a.sentenceIndex() == b.sentenceIndex() && a.articleId().equals(b.articleId());
        return !sameSentence
                && Sketch.retold(
                        Sketch.shared(a.sketch(), b.sketch()),
                        a.sketch().length(),
                        b.sketch().length());
    }

    /** True for what holds until it is broken. */
    static boolean isLasting(String eventType) {
        return LASTING.contains(eventType);
    }

    boolean isFirm() {
        return code.equals("occurred") || code.equals("negated");
    }

    private static String code(List<Sighting> told, int lagDays) {
        List<Sighting> firm =
                told.stream().filter(s -> !s.isPlan() && !s.historical()).toList();
        if (firm.isEmpty()) {
            firm = told.stream().filter(sighting -> !sighting.isPlan()).toList();
        }
        if (firm.isEmpty()) {
            return told.stream().anyMatch(s -> s.status().equals("planned")) ? "planned" : "proposed";
        }
        LocalDate last = firm.get(firm.size() - 1).publishedOn();
        String code = most(firm.stream()
                .filter(s -> !s.publishedOn().isBefore(last.minusDays(lagDays)))
                .toList());
        boolean reopened = told.stream()
                .anyMatch(s -> s.status().equals("planned") && s.publishedOn().isAfter(last));
        return code.equals("negated") && reopened ? "planned" : code;
    }

    private static List<String> history(List<Sighting> told) {
        Map<LocalDate, List<Sighting>> byDay = new TreeMap<>();
        told.stream()
                .filter(sighting -> !sighting.historical())
                .forEach(s -> byDay.computeIfAbsent(s.publishedOn(), any -> new ArrayList<>())
                        .add(s));
        List<String> history = new ArrayList<>();
        String before = "";
        for (Map.Entry<LocalDate, List<Sighting>> day : byDay.entrySet()) {
            String status = most(day.getValue());
            if (!status.equals(before)) {
                history.add(day.getKey() + " " + status);
            }
            before = status;
        }
        return List.copyOf(history);
    }

    /** What most stories say; in doubt what is firmer. */
    private static String most(List<Sighting> told) {
        Votes<Integer> votes = new Votes<>();
        told.forEach(sighting -> votes.add(WEIGHT.indexOf(sighting.status()), sighting.storyId()));
        return WEIGHT.get(votes.winner().orElse(WEIGHT.size() - 1));
    }
}
