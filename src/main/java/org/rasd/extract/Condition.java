package org.rasd.extract;

import java.util.List;

/**
 * What must, or must not, stand around a trigger.
 *
 * @param place where to look
 * @param wanted true where one of the classes must be found, false where none may be
 * @param within words on either side; ignored for {@link Place#SENTENCE}
 */
public record Condition(Place place, boolean wanted, ClassMask classes, int within, List<String> names) {
    /** Where a condition looks. */
    public enum Place {
        /** Words before the trigger. */
        BEFORE,
        /** Words after the trigger. */
        AFTER,
        /** Words on both sides. */
        NEAR,
        /** The whole sentence. */
        SENTENCE
    }

    /** True where the sentence satisfies this around words {@code first..last}. */
    public boolean holds(SentenceView view, int first, int last) {
        boolean found = switch (place) {
            case BEFORE -> view.anyClass(classes, first - within, first - 1);
            case AFTER -> view.anyClass(classes, last + 1, last + within);
            case NEAR ->
                view.anyClass(classes, first - within, first - 1) || view.anyClass(classes, last + 1, last + within);
            case SENTENCE -> view.anyClass(classes, 0, view.words().count() - 1);
        };
        return found == wanted;
    }

    /** For explanations: "after[prisoner] within 4". */
    public String describe() {
        return (wanted ? "" : "not ") + place.name().toLowerCase(java.util.Locale.ROOT) + names + " within " + within;
    }
}
