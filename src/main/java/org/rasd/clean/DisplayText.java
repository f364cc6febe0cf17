package org.rasd.clean;

import java.text.Normalizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Text as a reader sees it: NFC, one blank between words, one line a paragraph, no control characters. */
final class DisplayText {
    private DisplayText() {}

    /** Plain text: entities decoded once, blanks and lines tidied. */
    static String ofText(String raw) {
        return tidy(raw.indexOf('&') >= 0 ? Parser.unescapeEntities(raw, false) : raw);
    }

    /** A fragment of HTML: blocks become lines. */
    static String ofHtml(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().escapeMode(Entities.EscapeMode.base);
        page.select("script, style, noscript, figcaption").remove();
        page.select("br").after("\n");
        page.select("p, div, li, h1, h2, h3, h4, h5, h6, blockquote, tr").append("\n");
        return tidy(page.body().wholeText());
    }

    /** A single line whose entities are decoded already. */
    static String tidyLine(String raw) {
        return tidy(raw).replace('\n', ' ');
    }

    /** A single line: as {@link #ofText}, with line ends as blanks. */
    static String line(String raw) {
        return ofText(raw).replace('\n', ' ');
    }

    /** Text whose entities are decoded already. */
    static String tidy(String raw) {
        String text = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        boolean newLine = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                newLine = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = true;
            } else if (!isDropped(c)) {
                if (out.length() > 0 && (newLine || blank)) {
                    out.append(newLine ? '\n' : ' ');
                }
                newLine = false;
                blank = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Control characters say nothing to a reader; a lone surrogate or U+FFFE is no text. */
    private static boolean isDropped(char c) {
        return Character.isISOControl(c) || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF';
    }
}
