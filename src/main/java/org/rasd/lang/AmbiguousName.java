package org.rasd.lang;

import java.util.List;
import java.util.Set;

/**
 * A surface with several readings, or one that is an ordinary word too (conf/lexicon/ar/ambiguous.tsv).
 *
 * @param base the row as a gazetteer entry, without a code
 * @param candidates codes it may stand for
 * @param ordinary true where it may be an ordinary word: no mention then
 * @param local true where the words beside it decide, false where the article does
 */
public record AmbiguousName(
        GazetteerEntry base,
        List<String> candidates,
        boolean ordinary,
        boolean local,
        Set<String> needsBefore,
        Set<String> needsAfter,
        Set<String> unlessBefore,
        Set<String> unlessAfter)
        implements Entry {
    private static final String[] PREFIXES = {"وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك"};

    /** True where a word beside the name forbids this reading. */
    public boolean isForbidden(Words words, int first, int last) {
        return holds(unlessBefore, words, first - 1) || holds(unlessAfter, words, last + 1);
    }

    /** True where a word beside the name supports this reading. */
    public boolean isSupported(Words words, int first, int last) {
        return holds(needsBefore, words, first - 1) || holds(needsAfter, words, last + 1);
    }

    private static boolean holds(Set<String> list, Words words, int at) {
        if (list.isEmpty() || at < 0 || at >= words.count()) {
            return false;
        }
        String form = words.form(at);
        if (list.contains(form)) {
            return true;
        }
        for (String prefix : PREFIXES) {
            if (form.startsWith(prefix)
                    && form.length() - prefix.length() > 1
                    && list.contains(form.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }
}
