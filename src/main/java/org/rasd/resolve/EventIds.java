package org.rasd.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rasd.lang.Sha256;

/**
 * Ids of events from their own content: type, sides and date. Where several events of a block share all three, the one
 * reported first has the plain id and the others add their first mention.
 */
final class EventIds {
    private EventIds() {}

    /** All sightings of the drafts of one block, with the id of their draft. */
    static List<Sighting> assign(List<Draft> drafts) {
        Map<String, List<Draft>> byContent = new TreeMap<>();
        drafts.forEach(draft -> byContent
                .computeIfAbsent(content(draft), any -> new ArrayList<>())
                .add(draft));
        List<Sighting> resolved = new ArrayList<>();
        byContent.forEach((content, alike) -> {
            alike.sort(Comparator.comparing(EventIds::firstTold, Sighting.ORDER));
            for (Draft draft : alike) {
                String own = draft == alike.get(0) ? "" : firstTold(draft).eventMentionId();
                String id = Sha256.id(content + "|" + own);
                draft.sightings().forEach(sighting -> resolved.add(sighting.ofEvent(id)));
            }
        });
        return resolved;
    }

    private static String content(Draft draft) {
        String date = EventDate.of(draft.sightings())
                .span()
                .map(span -> span.first() + " " + span.precision().code())
                .orElse("undated");
        return String.join("|", draft.first().blockKey(), String.join(",", draft.targets()), date);
    }

    private static Sighting firstTold(Draft draft) {
        return draft.sightings().stream().min(Sighting.ORDER).orElseThrow();
    }
}
