package org.rasd.extract;

import org.rasd.lang.PhraseMatch;

/** A trigger whose rule allows it, before anything decides whether it reports an event. */
record Candidate(SentenceView view, PhraseMatch<TriggerRule> match) {
    TriggerRule rule() {
        return match.entry();
    }

    int first() {
        return match.first();
    }

    int last() {
        return match.last();
    }

    String type() {
        return match.entry().type();
    }
}
