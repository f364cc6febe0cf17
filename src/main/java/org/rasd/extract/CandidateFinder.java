package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import org.rasd.lang.PhraseMatch;

/**
 * Of overlapping triggers of a type, keeps one: that whose conditions hold, then the longest, then that of the rule with the
 * best prior. Triggers whose conditions fail are kept too, marked, for the model to judge.
 */
final class CandidateFinder {
    private CandidateFinder() {}

    static List<Candidate> find(SentenceView view) {
        List<Candidate> out = new ArrayList<>();
        for (PhraseMatch<TriggerRule> match : view.triggers()) {
            add(out, new Candidate(view, match, match.entry().failed(view, match.first(), match.last())));
        }
        return out;
    }

    private static void add(List<Candidate> out, Candidate candidate) {
        for (int i = out.size() - 1; i >= 0; i--) {
            Candidate other = out.get(i);
            if (other.type().equals(candidate.type()) && other.last() >= candidate.first()) {
                if (beats(candidate, other)) {
                    out.set(i, candidate);
                }
                return;
            }
        }
        out.add(candidate);
    }

    private static boolean beats(Candidate a, Candidate b) {
        if (a.isAllowed() != b.isAllowed()) {
            return a.isAllowed();
        }
        int width = Integer.compare(a.match().width(), b.match().width());
        return width != 0 ? width > 0 : a.rule().prior() > b.rule().prior();
    }
}
