package org.rasd.extract;

import java.util.List;
import java.util.Optional;
import org.rasd.lang.Entry;

/**
 * One group of triggers of an event type.
 *
 * @param id {@code type.group}, as the column rule_id has it
 * @param words as {@link org.rasd.lang.Inflector} reads them
 * @param status what the group itself says of the status
 * @param prior chance that a match is right where no model knows the rule, 0 to 1
 */
public record TriggerRule(
        String id,
        String type,
        List<String> words,
        List<Condition> conditions,
        Optional<String> mode,
        Optional<String> cameo,
        Optional<Status> status,
        double prior)
        implements Entry {
    /** True where every condition holds around the trigger. */
    public boolean allows(SentenceView view, int first, int last) {
        return failed(view, first, last) == 0;
    }

    /** Which conditions do not hold around the trigger: bit i for condition i. */
    int failed(SentenceView view, int first, int last) {
        int out = 0;
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(view, first, last)) {
                out |= 1 << i;
            }
        }
        return out;
    }
}
