package org.rasd.lang;

import java.util.Arrays;

/**
 * One sentence as folded words with the way back to the display text.
 *
 * <p>Shape: {@code text} is the words joined by single spaces, with a space at both ends; where punctuation other than
 * quotes stood between two words, a bar stands there too, so that no phrase matches across it. Word {@code i} covers
 * {@code begin(i)..end(i)} of {@code text} and {@code sourceBegin(i)..sourceEnd(i)} of the display text. Cost: one pass.
 */
public final class Words {
    /** No punctuation before the word. */
    public static final int NONE = 0;
    /** A comma or semicolon stands before the word. */
    public static final int COMMA = 1;
    /** A quote stands before the word. */
    public static final int QUOTE = 2;
    /** A colon stands before the word. */
    public static final int COLON = 4;
    /** Other punctuation stands before the word. */
    public static final int OTHER = 8;

    private static final char BAR = '|';

    private final String text;
    private final int count;
    private final int[] begin;
    private final int[] end;
    private final int[] sourceBegin;
    private final int[] sourceEnd;
    private final int[] gap;
    private final String[] forms;

    private Words(Builder b) {
        text = b.text.toString();
        count = b.count;
        begin = Arrays.copyOf(b.begin, count);
        end = Arrays.copyOf(b.end, count);
        sourceBegin = Arrays.copyOf(b.sourceBegin, count);
        sourceEnd = Arrays.copyOf(b.sourceEnd, count);
        gap = Arrays.copyOf(b.gap, count + 1);
        forms = new String[count];
        for (int i = 0; i < count; i++) {
            forms[i] = text.substring(begin[i], end[i]);
        }
    }

    /** Splits {@code source} between two positions into folded words. */
    public static Words of(String source, int from, int to) {
        Builder b = new Builder(to - from);
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (Folding.isCompatibility(c)) {
                String letters = Folding.expand(c);
                for (int k = 0; k < letters.length(); k++) {
                    b.add(letters.charAt(k), i);
                }
            } else {
                b.add(c, i);
            }
        }
        b.closeWord();
        b.text.append(' ');
        return new Words(b);
    }

    /** True for letters and digits. */
    public static boolean isWordChar(char c) {
        if (c >= '\u0620' && c <= '\u064A') {
            return true;
        }
        return Character.isLetterOrDigit(c);
    }

    /** The matching text. */
    public String text() {
        return text;
    }

    /** How many words. */
    public int count() {
        return count;
    }

    /** Word {@code i}, folded. */
    public String form(int i) {
        return forms[i];
    }

    /** Where word {@code i} begins in the matching text. */
    public int begin(int i) {
        return begin[i];
    }

    /** Where word {@code i} ends in the matching text. */
    public int end(int i) {
        return end[i];
    }

    /** Where word {@code i} begins in the display text. */
    public int sourceBegin(int i) {
        return sourceBegin[i];
    }

    /** Where word {@code i} ends in the display text. */
    public int sourceEnd(int i) {
        return sourceEnd[i];
    }

    /** Which punctuation stands before word {@code i} (or after the last): flags of this class. */
    public int gap(int i) {
        return gap[i];
    }

    /** The word that covers position {@code at} of the matching text. */
    public int wordAt(int at) {
        int found = Arrays.binarySearch(begin, at);
        return found >= 0 ? found : -found - 2;
    }

    private static final class Builder {
        final StringBuilder text;
        int count;
        int[] begin;
        int[] end;
        int[] sourceBegin;
        int[] sourceEnd;
        int[] gap;
        private boolean inWord;
        private int lastSource;

        Builder(int length) {
            text = new StringBuilder(length + 16);
            int words = length / 4 + 8;
            begin = new int[words];
            end = new int[words];
            sourceBegin = new int[words];
            sourceEnd = new int[words];
            gap = new int[words + 1];
        }

        void add(char c, int at) {
            if (Folding.vanishes(c)) {
                if (inWord) {
                    lastSource = at + 1;
                }
            } else if (isWordChar(c)) {
                addLetter(Folding.fold(c), at);
            } else {
                closeWord();
                gap[count] |= gapKind(c);
            }
        }

        private void addLetter(char c, int at) {
            if (inWord && isDigit(c) != isDigit(text.charAt(text.length() - 1)) && !keepsTogether(c)) {
                closeWord();
            }
            if (!inWord) {
                openWord(at);
            }
            text.append(c);
            lastSource = at + 1;
        }

        /** Latin letters stay with digits (f16); Arabic letters do not (50الف, و4). */
        private boolean keepsTogether(char c) {
            return c < 128 && text.charAt(text.length() - 1) < 128;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private void openWord(int at) {
            if (count == begin.length) {
                grow();
            }
            if (count > 0 && (gap[count] & ~QUOTE) != 0) {
                text.append(' ').append(BAR);
            }
            text.append(' ');
            begin[count] = text.length();
            sourceBegin[count] = at;
            inWord = true;
        }

        void closeWord() {
            if (inWord) {
                end[count] = text.length();
                sourceEnd[count] = lastSource;
                count++;
                inWord = false;
            }
        }

        private void grow() {
            int size = count * 2;
            begin = Arrays.copyOf(begin, size);
            end = Arrays.copyOf(end, size);
            sourceBegin = Arrays.copyOf(sourceBegin, size);
            sourceEnd = Arrays.copyOf(sourceEnd, size);
            gap = Arrays.copyOf(gap, size + 1);
        }

        private static int gapKind(char c) {
            return switch (c) {
                case ' ', '\u00A0', '\t', '\n', '\r' -> NONE;
                case ',', '\u060C', ';', '\u061B' -> COMMA;
                case '"', '\'', '\u00AB', '\u00BB', '\u201C', '\u201D', '\u2018', '\u2019', '\u201E', '`' -> QUOTE;
                case ':' -> COLON;
                default -> Character.isWhitespace(c) ? NONE : OTHER;
            };
        }
    }
}
