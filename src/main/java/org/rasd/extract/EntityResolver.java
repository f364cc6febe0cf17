package org.rasd.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rasd.lang.AmbiguousName;
import org.rasd.lang.Clitics;
import org.rasd.lang.Entry;
import org.rasd.lang.GazetteerEntry;
import org.rasd.lang.PhraseMatch;
import org.rasd.lang.Words;

/**
 * Chooses among overlapping names: the longest, then the one in office. A name with several readings takes the one that its
 * neighbours or the article settle; else it has no code, or is no mention where it may be an ordinary word.
 */
final class EntityResolver {
    private static final Comparator<PhraseMatch<Entry>> ORDER = Comparator.<PhraseMatch<Entry>>comparingInt(
                    PhraseMatch::first)
            .thenComparing(Comparator.<PhraseMatch<Entry>>comparingInt(PhraseMatch::width)
                    .reversed())
            .thenComparingInt(match -> match.clitics());

    private EntityResolver() {}

    /** The longest names of one sentence, grouped by place; the article decides later on. */
    static List<List<PhraseMatch<Entry>>> group(List<PhraseMatch<Entry>> names) {
        names.sort(ORDER);
        List<List<PhraseMatch<Entry>>> out = new ArrayList<>();
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
                out.add(nearest(names.subList(i, next)));
                free = head.last() + 1;
            }
            i = next;
        }
        return out;
    }

    /** Without readings that are ambiguous only once an article or another clitic is taken off: الكاميرون is no Cameron. */
    private static List<PhraseMatch<Entry>> nearest(List<PhraseMatch<Entry>> same) {
        PhraseMatch<Entry> head = same.get(0);
        if (!(head.entry() instanceof GazetteerEntry)) {
            return List.copyOf(same);
        }
        return same.stream()
                .filter(match -> match.entry() instanceof GazetteerEntry || match.clitics() <= head.clitics())
                .toList();
    }

    /** Codes that clear names of a sentence give the article. */
    static void collectClear(List<List<PhraseMatch<Entry>>> groups, LocalDate day, Set<String> codes) {
        for (List<PhraseMatch<Entry>> same : groups) {
            if (same.stream().allMatch(match -> match.entry() instanceof GazetteerEntry)) {
                EntityHit hit = choose(same, day);
                if (hit.isResolved()) {
                    codes.add(hit.code());
                }
            }
        }
    }

    static List<EntityHit> resolve(
            List<List<PhraseMatch<Entry>>> groups, Words words, LocalDate day, Set<String> articleCodes) {
        List<EntityHit> out = new ArrayList<>(groups.size());
        for (int g = 0; g < groups.size(); g++) {
            List<PhraseMatch<Entry>> same = groups.get(g);
            Optional<PhraseMatch<Entry>> unclear = same.stream()
                    .filter(match -> match.entry() instanceof AmbiguousName)
                    .findFirst();
            if (unclear.isPresent()) {
                ambiguous(unclear.get(), words, articleCodes, isListed(groups, g, words))
                        .ifPresent(out::add);
            } else {
                EntityHit hit = choose(same, day);
                if (hit.entry().kind() != GazetteerEntry.Kind.BLOCKED) {
                    out.add(hit);
                }
            }
        }
        return List.copyOf(out);
    }

    /** True where "and" joins the name to a clear one of its own kind: بنين وتوغو. */
    private static boolean isListed(List<List<PhraseMatch<Entry>>> groups, int g, Words words) {
        PhraseMatch<Entry> name = groups.get(g).get(0);
        return g > 0 && isJoined(groups.get(g - 1).get(0), name, words)
                || g + 1 < groups.size() && isJoined(name, groups.get(g + 1).get(0), words);
    }

    private static boolean isJoined(PhraseMatch<Entry> one, PhraseMatch<Entry> next, Words words) {
        return next.first() == one.last() + 1
                && next.has(Clitics.CONJUNCTION)
                && words.form(next.first()).startsWith("و")
                && kind(one) == kind(next)
                && (one.entry() instanceof GazetteerEntry || next.entry() instanceof GazetteerEntry);
    }

    private static GazetteerEntry.Kind kind(PhraseMatch<Entry> match) {
        return match.entry() instanceof AmbiguousName name
                ? name.base().kind()
                : ((GazetteerEntry) match.entry()).kind();
    }

    private static Optional<EntityHit> ambiguous(
            PhraseMatch<Entry> match, Words words, Set<String> articleCodes, boolean listed) {
        AmbiguousName name = (AmbiguousName) match.entry();
        EntityHit unresolved = new EntityHit(match.first(), match.last(), "", name.base(), match.clitics());
        boolean forbidden = name.isForbidden(words, match.first(), match.last());
        boolean supported = listed || name.isSupported(words, match.first(), match.last());
        boolean noNeeds = name.needsBefore().isEmpty() && name.needsAfter().isEmpty();
        if (name.local()) {
            boolean holds =
                    !forbidden && (supported || noNeeds) && name.candidates().size() == 1;
            return holds ? Optional.of(unresolved.as(name.candidates().get(0))) : Optional.empty();
        }
        Set<String> named = new HashSet<>(name.candidates());
        named.retainAll(articleCodes);
        if (!forbidden && supported && name.candidates().size() == 1) {
            return Optional.of(unresolved.as(name.candidates().get(0)));
        }
        if (!forbidden && named.size() == 1) {
            return Optional.of(unresolved.as(named.iterator().next()));
        }
        return name.ordinary() || forbidden ? Optional.empty() : Optional.of(unresolved);
    }

    private static EntityHit choose(List<PhraseMatch<Entry>> same, LocalDate day) {
        PhraseMatch<Entry> head = same.get(0);
        GazetteerEntry best = (GazetteerEntry) head.entry();
        boolean clash = false;
        for (PhraseMatch<Entry> match : same) {
            if (!(match.entry() instanceof GazetteerEntry entry)) {
                continue;
            }
            if (entry.kind() == GazetteerEntry.Kind.BLOCKED) {
                return new EntityHit(head.first(), head.last(), "", entry, head.clitics());
            }
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
