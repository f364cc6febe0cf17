package org.rasd.extract;

import org.rasd.lang.Words;

/** Light stems of words as numbers: clitics and endings off, for features that should not tell forms of a word apart. */
final class Stems {
    private static final String[] BEFORE = {"وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "س"};
    private static final String[] AFTER = {"تين", "ها", "هم", "ات", "ون", "ين", "ان", "ه", "ت", "ا", "ي"};
    private static final int SHORTEST = 3;

    private Stems() {}

    /** One number a word. */
    static int[] of(Words words) {
        int[] out = new int[words.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = of(words.form(i));
        }
        return out;
    }

    static int of(String form) {
        int from = 0;
        int to = form.length();
        for (String prefix : BEFORE) {
            if (form.startsWith(prefix) && to - prefix.length() >= SHORTEST) {
                from = prefix.length();
                break;
            }
        }
        for (String suffix : AFTER) {
            if (form.endsWith(suffix) && to - suffix.length() - from >= SHORTEST) {
                to -= suffix.length();
                break;
            }
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + form.charAt(i);
        }
        return hash;
    }
}
