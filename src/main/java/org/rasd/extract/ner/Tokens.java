package org.rasd.extract.ner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rasd.lang.Folding;
import org.rasd.lang.Words;

/** Cuts text into words and single marks, as the labelled corpora have them. */
public final class Tokens {
    private Tokens() {}

    /** A token and where it stands in the text. */
    public record Token(String text, int begin, int end) {}

    /** A token as word classes and word vectors have it: folded, in lower case, 0 in place of a number. */
    public static String fold(String token) {
        String form = Forms.fold(token).toLowerCase(Locale.ROOT);
        return !form.isEmpty() && form.charAt(0) >= '0' && form.charAt(0) <= '9' ? "0" : form;
    }

    /** The tokens of {@code text} between two positions. */
    public static List<Token> of(String text, int from, int to) {
        List<Token> out = new ArrayList<>((to - from) / 5 + 4);
        int begin = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean word = Words.isWordChar(c)
                    || Folding.vanishes(c)
                    || Folding.isCompatibility(c)
                    || Character.isSurrogate(c);
            if (word) {
                begin = begin < 0 ? i : begin;
                continue;
            }
            if (begin >= 0) {
                out.add(new Token(text.substring(begin, i), begin, i));
                begin = -1;
            }
            if (!Character.isWhitespace(c) && c != '\u00A0') {
                out.add(new Token(text.substring(i, i + 1), i, i + 1));
            }
        }
        if (begin >= 0) {
            out.add(new Token(text.substring(begin, to), begin, to));
        }
        return out;
    }
}
