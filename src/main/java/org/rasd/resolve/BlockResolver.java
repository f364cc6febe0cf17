package org.rasd.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Joins the groups of one block (one type, one pair of sides) into events along the calendar.
 *
 * <p>What is surest comes first: reports with a day, plans with a day, reports of what just happened, plans without a
 * day, refusals, then months: each {@linkplain Months month} by itself, so that what a report comes to depends on those of
 * some weeks around it only. Years and background come last, and find their place among the events of the whole block.
 * Each step is sorted and looks up drafts near its date only, so that a busy year costs no more a report than a quiet one.
 */
public final class BlockResolver implements Serializable {
    private static final long serialVersionUID = 1L;

    static final Comparator<Draft> IN_ORDER = Comparator.comparing(Draft::first, Sighting.ORDER);

    private final ResolveSettings settings;

    /** A resolver by {@code settings}. */
    public BlockResolver(ResolveSettings settings) {
        this.settings = settings;
    }

    /**
     * The sightings with the id of their event.
     *
     * @param block sightings that share a block key, of whole groups, in any order
     */
    public List<Sighting> resolve(List<Sighting> block) {
        return block.isEmpty() ? List.of() : EventIds.assign(sweep(block).events());
    }

    /**
     * What the groups of a block came to.
     *
     * @param comparisons pairs of drafts compared on the way
     */
    record Swept(List<Draft> events, long comparisons) {}

    /** The events of the block once all sightings have found theirs. */
    Swept sweep(List<Sighting> block) {
        String type = block.get(0).eventType();
        Months months = new Months(settings, type, groups(block));
        Calendar calendar = new Calendar(settings, type);
        months.events().forEach(calendar::know);
        List<Draft> far = months.far();
        step(far, told(Span.Precision.YEAR), calendar::within);
        step(far, UNDATED, calendar::background);
        return new Swept(calendar.drafts(), months.comparisons() + calendar.comparisons());
    }

    private static final Predicate<Draft> UNDATED = draft -> draft.told().isEmpty();
    private static final Predicate<Draft> NEWS = draft -> !draft.isPlan() && !draft.isHistorical();

    private static Predicate<Draft> told(Span.Precision precision) {
        return draft ->
                draft.told().filter(span -> span.precision() == precision).isPresent();
    }

    private static void step(List<Draft> groups, Predicate<Draft> which, Consumer<Draft> place) {
        groups.stream().filter(which).forEach(place);
    }

    /** Places {@code groups}, in the order of telling, on {@code calendar}: those whose date is a day or a month, or lately. */
    static void near(List<Draft> groups, Calendar calendar) {
        step(groups, told(Span.Precision.DAY).and(draft -> !draft.isPlan()), calendar::onItsDay);
        step(groups, told(Span.Precision.DAY).and(Draft::isPlan), calendar::plannedFor);
        step(groups, UNDATED.and(NEWS).and(draft -> !draft.isNegated()), calendar::justReported);
        List<Draft> latestFirst = new ArrayList<>(groups);
        latestFirst.sort(IN_ORDER.reversed());
        step(latestFirst, UNDATED.and(Draft::isPlan), calendar::planned);
        step(groups, UNDATED.and(NEWS).and(Draft::isNegated), calendar::refused);
        step(groups, told(Span.Precision.MONTH), calendar::within);
    }

    /** The sightings of a block by group. */
    static Map<String, List<Sighting>> groups(List<Sighting> block) {
        Map<String, List<Sighting>> byGroup = new TreeMap<>();
        block.forEach(sighting -> byGroup.computeIfAbsent(sighting.groupId(), any -> new ArrayList<>())
                .add(sighting));
        return byGroup;
    }
}
