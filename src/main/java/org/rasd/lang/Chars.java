package org.rasd.lang;

import java.text.Normalizer;

/**
 * What a character is, by one look into a table: for loops over every character of an archive, where the lookups of
 * {@link Character} would be a good part of the time.
 */
public final class Chars {
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte BLANK = 4;
    private static final byte MARK = 8;
    private static final byte STEADY = 16;
    private static final byte STROKE = 32;
    private static final byte UNREAD = 64;
    private static final char TATWEEL = '\u0640';
    private static final char STEADY_END = '\u3000';
    private static final char HANGUL_FROM = '\u1100';
    private static final char HANGUL_TO = '\u11FF';
    private static final byte[] KINDS = kinds();

    private Chars() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i < kinds.length; i++) {
            char c = (char) i;
            int kind = Character.isLetter(c) ? LETTER : 0;
            kind |= Character.isDigit(c) ? DIGIT : 0;
            kind |= Character.isWhitespace(c) || Character.isSpaceChar(c) ? BLANK : 0;
            kind |= Character.getType(c) == Character.NON_SPACING_MARK ? MARK : 0;
            kind |= c >= '\u064B' && c <= '\u0652' ? STROKE : 0;
            kind |= isUnread(c) ? UNREAD : 0;
            kinds[i] = (byte) (kind | (isSteadyText(c) ? STEADY : 0));
        }
        return kinds;
    }

    private static boolean isUnread(char c) {
        return (c >= '\u064B' && c <= '\u065F')
                || c == '\u0670'
                || c == TATWEEL
                || (c >= '\u0610' && c <= '\u061A')
                || (c >= '\u06D6' && c <= '\u06ED' && c != '\u06DD' && c != '\u06DE' && c != '\u06E9')
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF'
                || c == '\u00AD';
    }

    private static boolean isSteadyText(char c) {
        boolean prints = switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER -> c < '\u0080';
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> c < '\u007F' && c > ' ';
        };
        return prints
                && c < STEADY_END
                && !(c >= HANGUL_FROM && c <= HANGUL_TO)
                && Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFKC);
    }

    /** As {@link Character#isLetterOrDigit(char)}. */
    public static boolean isLetterOrDigit(char c) {
        return (KINDS[c] & (LETTER | DIGIT)) != 0;
    }

    /** As {@link Character#isLetter(char)}. */
    public static boolean isLetter(char c) {
        return (KINDS[c] & LETTER) != 0;
    }

    /** True for every kind of blank, those that do not break included, and for line ends. */
    public static boolean isBlank(char c) {
        return (KINDS[c] & BLANK) != 0;
    }

    /** True for marks that stand above or below a letter. */
    public static boolean isMark(char c) {
        return (KINDS[c] & MARK) != 0;
    }

    /**
     * True for printing characters that no normal form changes or joins with others of the kind, and that have no lower
     * case but in ASCII: nearly all of what news consists of.
     */
    public static boolean isSteady(char c) {
        return (KINDS[c] & STEADY) != 0;
    }

    /** True for characters that matching text leaves out. */
    static boolean vanishes(char c) {
        return (KINDS[c] & UNREAD) != 0;
    }

    /** True for the short vowels and their like of Arabic: a single one behind a steady character stays as it is. */
    public static boolean isStroke(char c) {
        return (KINDS[c] & STROKE) != 0;
    }
}
