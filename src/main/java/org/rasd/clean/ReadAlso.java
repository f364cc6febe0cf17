package org.rasd.clean;

import java.util.ArrayList;
import java.util.List;
import org.rasd.clean.page.RelatedMarker;
import org.rasd.clean.page.RelatedMarker.Kind;

/**
 * Takes out lines that lead to other articles ("read also" and its like) together with the headlines behind them.
 *
 * <p>A marker with its headline goes as one line; a marker alone takes the headline on the next line with it, and those
 * that follow as a list; a button goes alone. A line that reads as running text always stays.
 */
final class ReadAlso {
    private static final int LONGEST_HEADLINE = 180;
    private static final int LONGEST_IN_LIST = 130;
    private static final int SENTENCE = 90;
    private static final int MOST_IN_LIST = 6;

    private ReadAlso() {}

    /** {@code body} without such lines. */
    static String without(String body) {
        String[] lines = body.split("\n", -1);
        List<String> kept = new ArrayList<>(lines.length);
        int i = 0;
        while (i < lines.length) {
            Kind kind = RelatedMarker.kind(lines[i]);
            if (kind == Kind.NONE) {
                kept.add(lines[i]);
            }
            i++;
            if (kind == Kind.ALONE || kind == Kind.LIST) {
                i = pastHeadlines(lines, i, kind == Kind.LIST);
            }
        }
        return kept.size() == lines.length ? body : String.join("\n", kept);
    }

    private static int pastHeadlines(String[] lines, int from, boolean list) {
        if (from >= lines.length || !isHeadline(lines[from], LONGEST_HEADLINE)) {
            return from;
        }
        int i = from + 1;
        while (i < lines.length
                && i < from + MOST_IN_LIST
                && isHeadline(lines[i], LONGEST_IN_LIST)
                && RelatedMarker.kind(lines[i]) == Kind.NONE
                && (isBulleted(lines[i]) || (list && !endsSentence(lines[i])))) {
            i++;
        }
        return i;
    }

    /** Short enough, and no long sentence. */
    private static boolean isHeadline(String line, int most) {
        return line.length() <= most && (line.length() < SENTENCE || !endsSentence(line));
    }

    private static boolean endsSentence(String line) {
        int last = line.length() - 1;
        while (last >= 0 && "\"'»”)\u200F\u200E ".indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".!".indexOf(line.charAt(last)) >= 0;
    }

    private static boolean isBulleted(String line) {
        return !line.isEmpty() && "•-–*▪●►◄>»←".indexOf(line.charAt(0)) >= 0;
    }
}
