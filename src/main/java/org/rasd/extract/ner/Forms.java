package org.rasd.extract.ner;

import java.util.ArrayList;
import java.util.List;
import org.rasd.lang.Folding;
import org.rasd.lang.Words;

/** Folded forms of a token and what is left of it when prefixes that may be clitics are taken off. */
final class Forms {
    private static final int SHORTEST = 3;

    private Forms() {}

    /** A stem and what was taken off before it. */
    record Stem(String text, String prefix) {}

    /** The token as features see it: folded, punctuation at its ends off unless it is nothing else. */
    static String fold(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (Folding.isCompatibility(c)) {
                String letters = Folding.expand(c);
                for (int k = 0; k < letters.length(); k++) {
                    out.append(Folding.fold(letters.charAt(k)));
                }
            } else if (!Folding.vanishes(c)) {
                out.append(Folding.fold(c));
            }
        }
        int from = 0;
        int to = out.length();
        while (from < to && !Words.isWordChar(out.charAt(from))) {
            from++;
        }
        while (to > from && !Words.isWordChar(out.charAt(to - 1))) {
            to--;
        }
        return from == to ? out.toString() : out.substring(from, to);
    }

    /** The form itself, then the stems under it: after a conjunction, after a preposition, after the article. */
    static List<Stem> stems(String form) {
        List<Stem> out = new ArrayList<>(4);
        out.add(new Stem(form, ""));
        if (form.length() <= SHORTEST) {
            return out;
        }
        char c = form.charAt(0);
        if (c == 'و' || c == 'ف') {
            strip(out, form, 1, "");
            if (form.length() > SHORTEST + 1) {
                inner(out, form.substring(1), form.substring(0, 1));
            }
        } else {
            inner(out, form, "");
        }
        return out;
    }

    private static void inner(List<Stem> out, String form, String before) {
        char c = form.charAt(0);
        if (form.startsWith("لل")) {
            out.add(new Stem("ال" + form.substring(2), before + "ل"));
            strip(out, form, 2, before);
        } else if (form.startsWith("ال")) {
            strip(out, form, 2, before);
        } else if (c == 'ب' || c == 'ل' || c == 'ك') {
            strip(out, form, 1, before);
            if (form.startsWith("ال", 1)) {
                strip(out, form, 3, before);
            }
        }
    }

    private static void strip(List<Stem> out, String form, int length, String before) {
        if (form.length() - length >= SHORTEST) {
            out.add(new Stem(form.substring(length), before + form.substring(0, length)));
        }
    }
}
