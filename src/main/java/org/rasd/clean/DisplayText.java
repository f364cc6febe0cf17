package org.rasd.clean;

import java.text.Normalizer;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.rasd.clean.page.Fragments;
import org.rasd.lang.Chars;

/**
 * Text as a reader sees it: NFC, one blank between words, one line a paragraph, entities decoded once.
 *
 * <p>Kept, because display text is what was printed: presentation forms, tatweel, diacritics, zero-width joiners and
 * direction marks; matching text folds them, with offsets ({@code lang.Folding}). Dropped, because they print nothing or
 * are no text: control characters, byte order marks, lone surrogates, noncharacters, and the embeddings and overrides that
 * could turn other text around ({@code U+202A} to {@code U+202E}, {@code U+2066} to {@code U+2069}).
 */
final class DisplayText {
    private DisplayText() {}

    /** Plain text: entities that a feed left in are decoded once. */
    static String ofText(String raw) {
        return tidy(mayHaveEntity(raw) ? Parser.unescapeEntities(raw, false) : raw);
    }

    /** A fragment of HTML that holds the article alone: blocks and breaks become lines. */
    static String ofHtml(String html) {
        return tidy(Fragments.lines(Jsoup.parseBodyFragment(html)));
    }

    /** Text whose entities are decoded already. */
    static String tidy(String raw) {
        return isTidy(raw) ? raw : tidied(raw);
    }

    /** True for text of steady characters with single blanks and line ends between them: most of what pages give. */
    private static boolean isTidy(String raw) {
        boolean between = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Chars.isSteady(c)) {
                between = false;
            } else if (c == ' ' || c == '\n') {
                if (between) {
                    return false;
                }
                between = true;
            } else if (between || !Chars.isStroke(c) || !Chars.isSteady(raw.charAt(i - 1))) {
                return false;
            }
        }
        return !between || raw.isEmpty();
    }

    private static String tidied(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean blank = false;
        boolean newLine = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                newLine = true;
            } else if (Chars.isBlank(c)) {
                blank = true;
            } else if (!isDropped(raw, i)) {
                if (!out.isEmpty() && (newLine || blank)) {
                    out.append(newLine ? '\n' : ' ');
                }
                newLine = false;
                blank = false;
                out.append(c);
            }
        }
        // composed last: what was dropped may have stood between a letter and its mark
        return Normalizer.isNormalized(out, Normalizer.Form.NFC)
                ? out.toString()
                : Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** A single line whose entities are decoded already. */
    static String tidyLine(String raw) {
        return tidy(raw).replace('\n', ' ');
    }

    /** A single line: as {@link #ofText}, with line ends as blanks. */
    static String line(String raw) {
        return ofText(raw).replace('\n', ' ');
    }

    /** An ampersand that could start an entity: {@code AT&T} alone needs no decoding. */
    private static boolean mayHaveEntity(String raw) {
        int at = raw.indexOf('&');
        return at >= 0 && raw.indexOf(';', at) > at;
    }

    private static boolean isDropped(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x7F) {
            return c < 0x20;
        }
        if (Character.isSurrogate(c)) {
            return !isPaired(text, i);
        }
        return Character.isISOControl(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF'
                || c >= '\uFFFE'
                || (c >= '\uFDD0' && c <= '\uFDEF');
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
