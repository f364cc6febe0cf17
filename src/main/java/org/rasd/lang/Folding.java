package org.rasd.lang;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds spelling variants of Arabic letters, one character at a time, for matching only.
 *
 * <p>Hamza seats of alef become bare alef, alef maqsura becomes ya, ta marbuta becomes ha, digits of three sets become
 * ASCII, presentation forms their letters; diacritics, tatweel, zero-width and bidi controls vanish.
 */
public final class Folding {
    private static final char ALEF = '\u0627';
    private static final char YA = '\u064A';
    private static final char HA = '\u0647';
    private static final char KAF = '\u0643';

    private Folding() {}

    /** True for characters that matching text leaves out. */
    public static boolean vanishes(char c) {
        return Chars.vanishes(c);
    }

    /** The letter that stands for {@code c} in matching text. */
    public static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '\u0623', '\u0625', '\u0622', '\u0671' -> ALEF;
            case '\u0649', '\u06CC' -> YA;
            case '\u0629' -> HA;
            case '\u06A9' -> KAF;
            case '\u06C1', '\u06BE' -> HA;
            default -> foldDigit(c);
        };
    }

    private static char foldDigit(char c) {
        if (c >= '\u0660' && c <= '\u0669') {
            return (char) ('0' + (c - '\u0660'));
        }
        if (c >= '\u06F0' && c <= '\u06F9') {
            return (char) ('0' + (c - '\u06F0'));
        }
        return c;
    }

    /** True for the blocks whose characters stand for one or more other letters (presentation and full-width forms). */
    public static boolean isCompatibility(char c) {
        return (c >= '\uFB50' && c <= '\uFDFF') || (c >= '\uFE70' && c <= '\uFEFC') || (c >= '\uFF01' && c <= '\uFF5E');
    }

    /** What a presentation form stands for, still unfolded. */
    public static String expand(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }

    /** A word or phrase of a list as matching text has it: folded, single spaces, no quotes. */
    public static String phrase(String raw) {
        String text = isPlain(raw)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        char[] out = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Chars.isLetterOrDigit(c)) {
                if (!vanishes(c)) {
                    out[length++] = fold(c);
                }
            } else if (!vanishes(c) && length > 0 && out[length - 1] != ' ') {
                out[length++] = ' ';
            }
        }
        return new String(out, 0, length > 0 && out[length - 1] == ' ' ? length - 1 : length);
    }

    /** True where neither normal form nor lower case changes anything that {@link #fold} does not. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.isSteady(c) && !Chars.isStroke(c) && !Chars.isBlank(c)) {
                return false;
            }
        }
        return true;
    }
}
