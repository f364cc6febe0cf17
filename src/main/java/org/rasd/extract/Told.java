package org.rasd.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article has told so far: the events of the sentences before the one at hand. An event that is told again mostly has
 * the same parties in the same roles, and a status that does not fall back.
 */
final class Told {
    private static final int MANY = 3;
    private static final int FAR = 3;
    private static final int NOBODY = 0;
    private static final int MEDIATOR = 4;

    private final Map<String, CodedEvent> headline = new HashMap<>();
    private final Map<String, CodedEvent> last = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, int[]> roles = new HashMap<>();

    void clear() {
        headline.clear();
        last.clear();
        counts.clear();
        roles.clear();
    }

    /** Takes in the events of sentences before {@code index}, in the order of the text. */
    void hear(List<CodedEvent> events, int from, int index) {
        for (CodedEvent event : events) {
            int at = event.candidate().view().index();
            if (at >= from && at < index) {
                hear(event);
            }
        }
    }

    private void hear(CodedEvent event) {
        String type = event.candidate().type();
        if (event.candidate().view().index() == 0) {
            headline.put(type, event);
        }
        last.put(type, event);
        counts.merge(type, 1, Integer::sum);
        event.source().forEach(code -> roles.computeIfAbsent(code, key -> new int[MANY])[0]++);
        event.target().forEach(code -> roles.computeIfAbsent(code, key -> new int[MANY])[1]++);
        event.mediators().forEach(code -> roles.computeIfAbsent(code, key -> new int[MANY])[2]++);
    }

    /** Features of the event itself: whether and how its type was told before. */
    void fill(Features out, Candidate c) {
        int type = c.type().hashCode();
        CodedEvent before = last.get(c.type());
        CodedEvent first = headline.get(c.type());
        out.add("told", before == null ? -1 : before.status().ordinal(), gap(c, before));
        out.add("told.type", before == null ? -1 : before.status().ordinal(), type);
        out.add("told.headline", first == null ? -1 : first.status().ordinal(), type);
        out.add("told.count", Math.min(MANY, counts.getOrDefault(c.type(), 0)), type);
        if (before != null) {
            out.add("told.old", before.historical() ? 1 : 0, before.date().isPresent() ? 1 : 0);
        }
    }

    /** Features of a code: its role in the same event told before, and in all that was told. */
    void fill(Features out, Candidate c, String code, boolean here) {
        int type = c.type().hashCode();
        int named = here ? 1 : 0;
        CodedEvent before = last.get(c.type());
        int role = role(before, code);
        out.add("told.role", role, named, gap(c, before));
        out.add("told.role.type", role, named, type);
        out.add("told.role.headline", role(headline.get(c.type()), code), named, type);
        int[] all = roles.get(code);
        if (all == null) {
            out.add("told.never", named, type);
        } else {
            out.add("told.most", most(all) * 2 + named, type);
            for (int k = 0; k < all.length; k++) {
                out.add("told.as", k, Math.min(MANY, all[k]), named);
            }
        }
    }

    /** Features of two codes: their roles in the same event told before. */
    void fill(Features out, Candidate c, String a, String b) {
        CodedEvent before = last.get(c.type());
        if (before != null) {
            out.add("p.told", role(before, a), role(before, b), c.type().hashCode());
            out.add("p.told.any", role(before, a), role(before, b));
        }
    }

    /** How many took part when the type was told before. */
    void counts(Features out, Candidate c) {
        CodedEvent before = last.get(c.type());
        if (before != null) {
            out.add(
                    "n.told",
                    Math.min(MANY, before.source().size()) * (MANY + 1)
                            + Math.min(MANY, before.target().size()),
                    c.type().hashCode());
        }
    }

    private static int most(int[] all) {
        int best = 0;
        for (int k = 1; k < all.length; k++) {
            best = all[k] > all[best] ? k : best;
        }
        return best;
    }

    private static int gap(Candidate c, @Nullable CodedEvent before) {
        return before == null
                ? -1
                : Math.min(FAR, c.view().index() - before.candidate().view().index());
    }

    /** 0 none, 1 source, 2 target, 3 both, 4 mediator; -1 where there is no event. */
    private static int role(@Nullable CodedEvent event, String code) {
        if (event == null) {
            return -1;
        }
        int out = (event.source().contains(code) ? 1 : 0) + (event.target().contains(code) ? 2 : 0);
        return out == NOBODY && event.mediators().contains(code) ? MEDIATOR : out;
    }
}
