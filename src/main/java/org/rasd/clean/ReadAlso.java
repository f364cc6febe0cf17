package org.rasd.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes out lines that lead to other articles ("read also" and its like) together with the headline behind them.
 *
 * <p>A marker line alone takes the next line with it; a marker that goes on ("read also: headline") goes by itself.
 */
final class ReadAlso {
    /** Folded markers; a line is one when it is a marker, or a marker with a colon and more. */
    private static final Set<String> MARKERS = Set.of(
            "اقرا ايضا",
            "اقرا المزيد",
            "اقرا كذلك",
            "اقرئي ايضا",
            "شاهد ايضا",
            "طالع ايضا",
            "تابع ايضا",
            "انظر ايضا",
            "المزيد",
            "مواضيع ذات صله",
            "موضوعات ذات صله",
            "اخبار ذات صله",
            "مقالات ذات صله",
            "ذات صله",
            "قد يهمك ايضا",
            "قد يعجبك ايضا",
            "للمزيد",
            "read also",
            "related");

    private ReadAlso() {}

    /** {@code body} without such lines. */
    static String without(String body) {
        List<String> kept = new ArrayList<>();
        boolean skipNext = false;
        for (String line : body.split("\n", -1)) {
            String folded = fold(line);
            if (skipNext) {
                skipNext = false;
            } else if (MARKERS.contains(folded)) {
                skipNext = true;
            } else if (!leads(folded, line)) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    private static boolean leads(String folded, String line) {
        int colon = line.indexOf(':');
        int bar = line.indexOf('|');
        int cut = colon < 0 ? bar : bar < 0 ? colon : Math.min(colon, bar);
        return cut > 0 && cut < 25 && !folded.isEmpty() && MARKERS.contains(fold(line.substring(0, cut)));
    }

    /** Letters alone, in one form each, blanks single. */
    static String fold(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length() && out.length() < 40; i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c)) {
                out.append(
                        switch (c) {
                            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                            case 'ى' -> 'ي';
                            case 'ة' -> 'ه';
                            default -> Character.toLowerCase(c);
                        });
            } else if (Character.isWhitespace(c) && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
