package org.rasd.clean;

import java.util.ArrayList;
import java.util.List;
import org.rasd.lang.Folding;

/**
 * A printed date cut into numbers, words and signs; digits of all three sets as ASCII, letters folded, marks and
 * direction controls left out.
 */
final class DateTokens {
    /** What a token is. */
    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    private static final int MOST = 80;
    private static final int MOST_DIGITS = 14;

    private final List<String> texts = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Boolean> spaced = new ArrayList<>();

    DateTokens(String printed) {
        StringBuilder token = new StringBuilder();
        Kind kind = Kind.END;
        boolean space = false;
        for (int i = 0; i < printed.length() && kinds.size() < MOST; i++) {
            char raw = printed.charAt(i);
            if (Folding.vanishes(raw)) {
                continue;
            }
            char c = Folding.fold(raw);
            Kind next = c >= '0' && c <= '9'
                    ? Kind.NUMBER
                    : Character.isLetter(c)
                            ? Kind.WORD
                            : Character.isWhitespace(c) || Character.isSpaceChar(c) ? Kind.END : Kind.SIGN;
            if (next != kind || next == Kind.SIGN) {
                flush(token, kind, space);
                space = kind == Kind.END && i > 0;
                kind = next;
            }
            if (next != Kind.END) {
                token.append(Character.toLowerCase(c));
            }
        }
        flush(token, kind, space);
    }

    private void flush(StringBuilder token, Kind kind, boolean space) {
        if (!token.isEmpty()) {
            texts.add(token.toString());
            kinds.add(kind);
            spaced.add(space);
            token.setLength(0);
        }
    }

    int count() {
        return texts.size();
    }

    Kind kind(int i) {
        return i < 0 || i >= texts.size() ? Kind.END : kinds.get(i);
    }

    /** Empty past the ends. */
    String text(int i) {
        return i < 0 || i >= texts.size() ? "" : texts.get(i);
    }

    boolean isNumber(int i) {
        return kind(i) == Kind.NUMBER && text(i).length() <= MOST_DIGITS;
    }

    boolean isSign(int i, String signs) {
        return kind(i) == Kind.SIGN && signs.contains(text(i));
    }

    /** True where a blank stands before {@code i}. */
    boolean isSpaced(int i) {
        return i >= 0 && i < spaced.size() && spaced.get(i);
    }

    long number(int i) {
        return Long.parseLong(text(i));
    }

    int digits(int i) {
        return text(i).length();
    }

    /** Place of the first token at or after {@code from} that is {@code word}, -1 where there is none. */
    int find(String word, int from) {
        for (int i = from; i < texts.size(); i++) {
            if (texts.get(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }
}
