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
 * day, refusals, then months and years, and background last. Each step is sorted and looks up drafts near its date only,
 * so that a busy year costs no more a report than a quiet one.
 */
public final class BlockResolver implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Comparator<Draft> IN_ORDER = Comparator.comparing(Draft::first, Sighting.ORDER);

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
        return block.isEmpty() ? List.of() : EventIds.assign(sweep(block).drafts());
    }

    /** The calendar of the block once all sightings have found their draft. */
    Calendar sweep(List<Sighting> block) {
        List<Draft> groups = groups(block);
        Calendar calendar = new Calendar(settings, block.get(0).eventType());
        step(groups, told(Span.Precision.DAY).and(draft -> !draft.isPlan()), calendar::onItsDay);
        step(groups, told(Span.Precision.DAY).and(Draft::isPlan), calendar::plannedFor);
        step(groups, UNDATED.and(NEWS).and(draft -> !draft.isNegated()), calendar::justReported);
        groups.sort(IN_ORDER.reversed());
        step(groups, UNDATED.and(Draft::isPlan), calendar::planned);
        groups.sort(IN_ORDER);
        step(groups, UNDATED.and(NEWS).and(Draft::isNegated), calendar::refused);
        step(groups, told(Span.Precision.MONTH), calendar::within);
        step(groups, told(Span.Precision.YEAR), calendar::within);
        step(groups, UNDATED.and(draft -> !draft.isPlan() && draft.isHistorical()), calendar::background);
        return calendar;
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

    private List<Draft> groups(List<Sighting> block) {
        Map<String, List<Sighting>> byGroup = new TreeMap<>();
        block.forEach(sighting -> byGroup.computeIfAbsent(sighting.groupId(), any -> new ArrayList<>())
                .add(sighting));
        List<Draft> drafts = new ArrayList<>();
        byGroup.values().forEach(group -> drafts.add(Draft.of(group, settings.affiliations())));
        drafts.sort(IN_ORDER);
        return drafts;
    }
}
