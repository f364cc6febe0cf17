package org.rasd.clean;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a record turned out to be.
 *
 * @param repeat why it is no article; null where it is one
 * @param kept article_id, as a number, of the article that is kept for it: its own where it is one
 * @param isFirstOfDay true for the best record of its address on its day
 * @param isStale true where it repeats nothing that is left, but its text is gone
 */
record Fate(Entry entry, Entry.@Nullable Repeat repeat, long kept, boolean isFirstOfDay, boolean isStale)
        implements Serializable {

    boolean isArticle() {
        return repeat == null;
    }

    /** True for a published row of which something else is true now. */
    boolean isChanged() {
        Entry.Before before = entry.before();
        return before != null && (before.repeat() != repeat || before.kept() != kept);
    }

    Fate keptAs(long other) {
        return new Fate(entry, repeat, other, isFirstOfDay, isStale);
    }
}
