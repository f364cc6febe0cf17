package org.rasd.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rasd.lang.Words;

/**
 * What bears on how far an event has come: the chain of cues before the trigger, the first cue after it, future verbs, and
 * the cues of the same type elsewhere in the article.
 */
final class StatusFeatures {
    private static final int LEFT = 16;
    private static final int RIGHT = 10;
    private static final String[] CUES = {
        "deny",
        "neg",
        "fail",
        "break",
        "future",
        "want",
        "propose",
        "cond",
        "modal",
        "talk",
        "execute",
        "perfect",
        "done",
        "resume",
        "before",
        "hist",
        "question",
        "host"
    };

    private static final int CONDITION = List.of(CUES).indexOf("cond");

    private final int[] cues;
    private final StatusRule rule;

    StatusFeatures(WordClasses classes, StatusRule rule) {
        cues = new int[CUES.length];
        for (int i = 0; i < CUES.length; i++) {
            cues[i] = classes.find(CUES[i]).orElse(-1);
        }
        this.rule = rule;
    }

    /** How often the cues of an article's likely triggers say each status, by type. */
    Map<String, Map<Status, Integer>> tally(ArticleView article) {
        Map<String, Map<Status, Integer>> out = new HashMap<>();
        for (List<Candidate> sentence : article.candidates()) {
            for (Candidate c : sentence) {
                if (c.isAllowed()) {
                    out.computeIfAbsent(c.type(), key -> new EnumMap<>(Status.class))
                            .merge(rule.judge(c).status(), 1, Integer::sum);
                }
            }
        }
        return out;
    }

    void fill(Features out, Candidate c, Map<String, Map<Status, Integer>> tally) {
        int type = c.type().hashCode();
        Status cue = rule.judge(c).status();
        out.add("cue", cue.ordinal());
        out.add("cue.type", cue.ordinal(), type);
        out.add("cue.rule", cue.ordinal(), c.rule().id().hashCode());
        chain(out, c, type);
        after(out, c, type);
        elsewhere(out, c, tally, type);
    }

    private void chain(Features out, Candidate c, int type) {
        SentenceView view = c.view();
        int found = 0;
        int last = -1;
        int clauses = 0;
        for (int i = c.first() - 1; i >= Math.max(0, c.first() - LEFT) && found < 3; i--) {
            clauses += (view.words().gap(i + 1) & ~Words.QUOTE) != 0 ? 1 : 0;
            int kind = kind(view, i);
            if (kind >= 0 && kind != last) {
                found++;
                int far = Math.min(2, clauses);
                out.add("chain", found, kind, far);
                out.add("chain.type", found, kind * 4 + far, type);
                out.add("chain.stem", found, view.stem(i), far);
                if (last >= 0) {
                    out.add("chain.two", found, kind * 32 + last, far);
                }
                last = kind;
            }
        }
        out.add("chain.length", found, type);
    }

    private void after(Features out, Candidate c, int type) {
        SentenceView view = c.view();
        boolean cueSeen = false;
        boolean futureSeen = false;
        int clauses = 0;
        for (int i = c.last() + 1; i <= Math.min(view.words().count() - 1, c.last() + RIGHT); i++) {
            clauses += (view.words().gap(i) & ~Words.QUOTE) != 0 ? 1 : 0;
            int kind = kind(view, i);
            if (kind >= 0 && !cueSeen) {
                cueSeen = true;
                out.add("next.cue", kind, Math.min(1, clauses));
                out.add("next.cue.type", kind, Math.min(1, clauses), type);
            }
            if (isFutureVerb(view.words().form(i)) && !futureSeen) {
                futureSeen = true;
                out.add("future.verb", Math.min(1, clauses), Math.min(3, (i - c.last() - 1) / 2));
                out.add("future.verb.type", Math.min(1, clauses), type);
            }
        }
        for (int i = c.first() - 1; i >= Math.max(0, c.first() - RIGHT); i--) {
            if (isFutureVerb(view.words().form(i))) {
                out.add("future.verb.before", Math.min(3, (c.first() - i) / 2));
                out.add("future.verb.before.type", type);
                break;
            }
        }
    }

    /** سيعقد, وستجري: the future clitic and a person's prefix before a stem. */
    private static boolean isFutureVerb(String form) {
        int at = form.startsWith("و") || form.startsWith("ف") ? 1 : 0;
        return form.length() - at >= 5
                && form.charAt(at) == 'س'
                && (form.charAt(at + 1) == 'ي' || form.charAt(at + 1) == 'ت' || form.charAt(at + 1) == 'ن')
                && !form.startsWith("ستين", at)
                && !form.startsWith("سياس", at)
                && !form.startsWith("سيار", at)
                && !form.startsWith("سيطر", at)
                && !form.startsWith("سيناريو", at)
                && !form.startsWith("سيناء", at)
                && !form.startsWith("سيول", at)
                && !form.startsWith("سياد", at);
    }

    /**
     * The cue at a word, by its place in CUES, which models have learned; "ما لم" (unless) is a condition, though "لم" alone
     * denies.
     */
    private int kind(SentenceView view, int i) {
        if (view.is(i, cues[CONDITION])) {
            return CONDITION;
        }
        for (int k = 0; k < cues.length; k++) {
            if (view.is(i, cues[k])) {
                return k;
            }
        }
        return -1;
    }

    private static void elsewhere(Features out, Candidate c, Map<String, Map<Status, Integer>> tally, int type) {
        Map<Status, Integer> counts = tally.getOrDefault(c.type(), Map.of());
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Status> most = new ArrayList<>();
        counts.forEach((status, n) -> {
            if (n * 2 > sum) {
                most.add(status);
            }
        });
        int main = most.isEmpty() ? -1 : most.get(0).ordinal();
        out.add("article.cue", main, Math.min(4, sum));
        out.add("article.cue.type", main, type);
    }
}
