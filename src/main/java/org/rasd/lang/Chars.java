package org.rasd.lang;

/**
 * What a character is, by one look into a table: for loops over every character of an archive, where the lookups of
 * {@link Character} would be a good part of the time.
 */
public final class Chars {
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte BLANK = 4;
    private static final byte MARK = 8;
    private static final byte PLAIN = 16;
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
            kinds[i] = (byte) (kind | (isPlainText(c) ? PLAIN : 0));
        }
        return kinds;
    }

    private static boolean isPlainText(char c) {
        return (c > ' ' && c < '\u007F')
                || (c >= '\u0621' && c <= '\u063A')
                || (c >= '\u0641' && c <= '\u064A')
                || (c >= '\u0660' && c <= '\u0669')
                || "\u060C\u061B\u061F\u00AB\u00BB\u2013\u2014\u2018\u2019\u201C\u201D".indexOf(c) >= 0;
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
     * True for the printing characters that nearly all Arabic and English text consists of: letters, digits and marks of
     * punctuation which no normal form changes or joins with one another.
     */
    public static boolean isPlain(char c) {
        return (KINDS[c] & PLAIN) != 0;
    }
}
