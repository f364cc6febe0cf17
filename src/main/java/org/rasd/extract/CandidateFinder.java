package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import org.rasd.lang.PhraseMatch;

/** Keeps the triggers whose conditions hold; of overlapping ones of a type, the longest, then the rule with the best prior. */
final class CandidateFinder {
    private CandidateFinder() {}

    static List<Candidate> find(SentenceView view) {
        List<Candidate> out = new ArrayList<>();
        for (PhraseMatch<TriggerRule> match : view.triggers()) {
            if (match.entry().allows(view, match.first(), match.last())) {
                add(out, new Candidate(view, match));
            }
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
        int width = Integer.compare(a.match().width(), b.match().width());
        return width != 0 ? width > 0 : a.rule().prior() > b.rule().prior();
    }
}
