package org.rasd.lang;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** Spelling variants that matching does not tell apart, for comparing rows of the lists. */
@NullMarked
final class LexiconFolding {
    private static final char TATWEEL = '\u0640';
    private static final char SUPERSCRIPT_ALEF = '\u0670';

    private LexiconFolding() {}

    /** True for tatweel, diacritics, zero-width and bidi controls. */
    static boolean vanishes(char c) {
        return c == TATWEEL
                || c == SUPERSCRIPT_ALEF
                || (c >= '\u064B' && c <= '\u065F')
                || (c >= '\u0610' && c <= '\u061A')
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    /** {@code surface} with hamza seats of alef, alef maqsura and ta marbuta folded and marks taken out. */
    static String fold(String surface) {
        StringBuilder out = new StringBuilder(surface.length());
        String text = Normalizer.normalize(surface, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!vanishes(c)) {
                out.append(letter(c));
            }
        }
        return out.toString().strip().replaceAll(" +", " ");
    }

    private static char letter(char c) {
        return switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0649', '\u06CC' -> '\u064A';
            case '\u0629' -> '\u0647';
            case '\u06A9' -> '\u0643';
            default -> Character.isLetterOrDigit(c) || c == '+' ? c : ' ';
        };
    }
}
