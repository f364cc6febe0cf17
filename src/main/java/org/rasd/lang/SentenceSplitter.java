package org.rasd.lang;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a body into sentences: at line ends, and after a full stop, question or exclamation mark (with closing quotes)
 * that white space follows.
 *
 * <p>Shape: spans without surrounding white space, in order, at most {@value #LONGEST} UTF-16 units each (a longer run
 * is cut at white space, or hard where there is none), so that hostile input cannot make a sentence of a whole archive.
 */
public final class SentenceSplitter {
    /** The longest sentence, in UTF-16 units. */
    public static final int LONGEST = 4000;

    private SentenceSplitter() {}

    /** The sentences of {@code body}. */
    public static List<Span> split(String body) {
        List<Span> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                add(out, body, from, i);
                from = i + 1;
            } else if (isStop(c)) {
                int after = afterClosers(body, i + 1);
                if (after >= body.length() || isSpace(body.charAt(after))) {
                    if (!isAbbreviation(body, from, i)) {
                        add(out, body, from, after);
                        from = after;
                    }
                    i = after - 1;
                }
            } else if (i - from >= LONGEST && isSpace(c)) {
                add(out, body, from, i);
                from = i;
            } else if (i - from >= 2 * LONGEST) {
                add(out, body, from, i);
                from = i;
            }
        }
        add(out, body, from, body.length());
        return out;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '\u061F' || c == '?' || c == '!' || c == '\u2026' || c == '\u06D4';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    private static int afterClosers(String body, int at) {
        int i = at;
        while (i < body.length() && (isStop(body.charAt(i)) || isCloser(body.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == '\u00BB' || c == '\u201D' || c == '\u2019' || c == '\'' || c == ')' || c == ']';
    }

    /** A single letter before the stop ("د. محمد") does not end a sentence. */
    private static boolean isAbbreviation(String body, int from, int stop) {
        if (body.charAt(stop) != '.' || stop - 1 < from || !Character.isLetter(body.charAt(stop - 1))) {
            return false;
        }
        return stop - 2 < from || !Words.isWordChar(body.charAt(stop - 2)) && !Folding.vanishes(body.charAt(stop - 2));
    }

    private static void add(List<Span> out, String body, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isSpace(body.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(body.charAt(end - 1))) {
            end--;
        }
        if (end > begin) {
            out.add(new Span(begin, end));
        }
    }
}
