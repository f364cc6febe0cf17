package org.rasd.extract;

import org.rasd.lang.PhraseMatch;

/**
 * A trigger before anything decides whether it reports an event.
 *
 * @param failed conditions of its rule that do not hold: bit i for condition i
 */
record Candidate(SentenceView view, PhraseMatch<TriggerRule> match, int failed) {
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

    /** Words from the trigger to words {@code first..last}; 1 where they are next to it, 0 or less where they overlap. */
    int distanceTo(int first, int last) {
        return first > last() ? first - last() : first() - last;
    }

    /** True where every condition of the rule holds. */
    boolean isAllowed() {
        return failed == 0;
    }
}
