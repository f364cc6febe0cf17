package org.rasd.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rasd.lang.Entry;
import org.rasd.lang.GazetteerEntry;
import org.rasd.lang.PhraseMatch;

/** Chooses among overlapping names: the longest, then the one in office; what stays ambiguous gets no code. */
final class EntityResolver {
    private static final Comparator<PhraseMatch<Entry>> ORDER = Comparator.<PhraseMatch<Entry>>comparingInt(PhraseMatch::first)
            .thenComparing(Comparator.<PhraseMatch<Entry>>comparingInt(PhraseMatch::width).reversed())
            .thenComparingInt(match -> match.clitics());

    private EntityResolver() {}

    static List<EntityHit> resolve(List<PhraseMatch<Entry>> names, LocalDate day) {
        if (names.isEmpty()) {
            return List.of();
        }
        names.sort(ORDER);
        List<EntityHit> out = new ArrayList<>();
        int i = 0;
        int free = 0;
        while (i < names.size()) {
            PhraseMatch<Entry> head = names.get(i);
            int next = i + 1;
            while (next < names.size()
                    && names.get(next).first() == head.first()
                    && names.get(next).last() == head.last()) {
                next++;
            }
            if (head.first() >= free) {
                out.add(choose(names.subList(i, next), day));
                free = head.last() + 1;
            }
            i = next;
        }
        return List.copyOf(out);
    }

    private static EntityHit choose(List<PhraseMatch<Entry>> same, LocalDate day) {
        PhraseMatch<Entry> head = same.get(0);
        GazetteerEntry best = (GazetteerEntry) head.entry();
        boolean clash = false;
        for (PhraseMatch<Entry> match : same) {
            GazetteerEntry entry = (GazetteerEntry) match.entry();
            if (entry.holdsOn(day) && !best.holdsOn(day)) {
                best = entry;
                clash = false;
            } else if (!entry.entityId().equals(best.entityId()) && entry.holdsOn(day) == best.holdsOn(day)) {
                clash = true;
            }
        }
        return new EntityHit(head.first(), head.last(), clash ? "" : best.entityId(), best, head.clitics());
    }
}
