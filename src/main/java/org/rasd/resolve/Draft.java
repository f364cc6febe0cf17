package org.rasd.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An event in the making: sightings that speak of one event, and what they agree on. Grows; lives within one block. */
final class Draft {
    private static final double SAME_NUMBER = 1.25;
    private static final double SAME_DAY_NUMBER = 4.0;
    private static final int NUMBERS_KEPT = 16;
    private static final int HEARD = 3;

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<char[]> heard = new ArrayList<>(HEARD);
    private final Set<String> stories = new HashSet<>();
    private final TreeSet<Integer> persons = new TreeSet<>();
    private final TreeSet<String> topics = new TreeSet<>();
    private final TreeSet<String> targets = new TreeSet<>();

    private final Sighting first;
    private final Optional<Span> told;
    private final boolean plan;
    private final boolean negated;
    private final boolean historical;
    private boolean happened;

    private Draft(List<Sighting> ordered) {
        first = ordered.get(0);
        EventDate date = EventDate.of(ordered);
        told = date.isTold() ? date.span() : Optional.empty();
        plan = ordered.stream().allMatch(Sighting::isPlan);
        negated = ordered.stream().noneMatch(s -> s.status().equals("occurred"))
                && ordered.stream().anyMatch(s -> s.status().equals("negated"));
        historical = ordered.stream().allMatch(Sighting::historical);
        ordered.forEach(this::add);
    }

    /** A draft of the sightings of one group. */
    static Draft of(List<Sighting> group, Map<String, String> affiliations) {
        List<Sighting> ordered = group.stream().sorted(Sighting.ORDER).toList();
        Draft draft = new Draft(ordered);
        if (!Sides.isTwoSided(draft.first.eventType())) {
            ordered.forEach(s -> draft.targets.addAll(
                    Sides.of(s).rooted(s.eventType(), affiliations).target()));
        }
        return draft;
    }

    private void add(Sighting sighting) {
        sightings.add(sighting);
        if (heard.size() < HEARD) {
            heard.add(sighting.sketch().toCharArray());
        }
        happened |= sighting.status().equals("occurred");
        stories.add(sighting.storyId());
        if (sighting.personsCount() != null && persons.size() < NUMBERS_KEPT) {
            persons.add(sighting.personsCount());
        }
        if (sighting.topic() != null && !sighting.topic().equals("other")) {
            topics.add(sighting.topic());
        }
    }

    /** Takes over what {@code other} holds. */
    void absorb(Draft other) {
        other.sightings.forEach(this::add);
        targets.addAll(other.targets);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** The first telling of the group that opened the draft. */
    Sighting first() {
        return first;
    }

    /** The date told in the sentences of the group that opened the draft. */
    Optional<Span> told() {
        return told;
    }

    /** Whom it befalls, by country. */
    Set<String> targets() {
        return targets;
    }

    int storyCount() {
        return stories.size();
    }

    LocalDate publishedOn() {
        return first.publishedOn();
    }

    /** True where the group that opened the draft tells of nothing that happened or failed. */
    boolean isPlan() {
        return plan;
    }

    /** True where that group tells of a failure and of no success. */
    boolean isNegated() {
        return negated;
    }

    /** True where more than a passing word tells that it happened or failed: a headline or the sentence after it. */
    boolean isFulfilment() {
        return sightings.stream().anyMatch(s -> s.sentenceIndex() <= 1 && !s.isPlan() && !s.historical());
    }

    /** True where a report so far tells that it happened. */
    boolean hasHappened() {
        return happened;
    }

    /** True where that group is background only. */
    boolean isHistorical() {
        return historical;
    }

    /** True where one story tells of both: then it told them apart. */
    boolean sharesStory(Draft other) {
        return !Collections.disjoint(stories, other.stories);
    }

    /** True where numbers, topic and target of both can be those of one event; {@code leeway} is how far numbers may differ. */
    boolean agrees(Draft other, Leeway leeway) {
        return Sides.nested(targets, other.targets)
                && (topics.isEmpty() || other.topics.isEmpty() || !Collections.disjoint(topics, other.topics))
                && numbersAgree(persons, other.persons, leeway);
    }

    /** True where a sentence of each shares words with one of the other. */
    boolean soundsLike(Draft other) {
        return Sketch.anyLike(heard, other.heard, Sketch::akin);
    }

    /** How far the numbers of persons of one event may differ from report to report. */
    enum Leeway {
        /** By a quarter, or one side against both; a number against none does not agree. */
        KNOWN,
        /** By a quarter, or one side against both. */
        CLOSE,
        /** On one and the same day first numbers differ widely. */
        SAME_DAY,
        /** What is planned differs from what comes. */
        ANY
    }

    static boolean numberAgrees(@Nullable Integer a, @Nullable Integer b) {
        return a == null || b == null || close(a, b);
    }

    static boolean topicAgrees(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b) || a.equals("other") || b.equals("other");
    }

    private static boolean numbersAgree(Set<Integer> some, Set<Integer> others, Leeway leeway) {
        if (leeway == Leeway.KNOWN && some.isEmpty() != others.isEmpty()) {
            return others.isEmpty();
        }
        if (leeway == Leeway.ANY || some.isEmpty() || others.isEmpty()) {
            return true;
        }
        return some.stream()
                .anyMatch(a -> others.stream()
                        .anyMatch(b -> close(a, b) || leeway == Leeway.SAME_DAY && ratio(a, b) <= SAME_DAY_NUMBER));
    }

    private static boolean close(int a, int b) {
        double ratio = ratio(a, b);
        return ratio <= SAME_NUMBER || ratio >= 2 / 1.1 && ratio <= 2 * 1.1;
    }

    private static double ratio(int a, int b) {
        return (Math.max(a, b) + 1e-9) / (Math.min(a, b) + 1e-9);
    }
}
