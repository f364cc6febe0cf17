package org.rasd.clean.page;

import java.util.List;
import java.util.Set;
import org.rasd.lang.Folding;

/**
 * Tells lines that lead to other articles, in pages and in plain text: "read also", "related topics", "you may like".
 */
public final class RelatedMarker {
    /** What a line is. */
    public enum Kind {
        /** No marker. */
        NONE,
        /** A word to press and nothing more: only the line itself is furniture. */
        BUTTON,
        /** A marker with nothing after it: what follows is a headline. */
        ALONE,
        /** A marker of several headlines. */
        LIST,
        /** A marker with the headline on the same line. */
        WITH_HEADLINE
    }

    private static final int LONGEST = 220;
    private static final int LONGEST_MARKER = 48;

    /** Complete markers, folded: alone on a line, or with a sign and a headline after them. */
    private static final Set<String> MARKERS = Set.of(
            "اقرا ايضا",
            "اقراي ايضا",
            "اقرئي ايضا",
            "اقراوا ايضا",
            "اقرا المزيد",
            "اقرا كذلك",
            "اقرا معنا",
            "اقرا اكثر",
            "اقرا للكاتب",
            "واقرا ايضا",
            "اقرا ي ايضا",
            "اقرا ي المزيد",
            "شاهد ي ايضا",
            "المزيد",
            "للمزيد من المعلومات",
            "لمزيد من المعلومات",
            "ايضا اقرا",
            "شاهد ايضا",
            "شاهدوا ايضا",
            "شاهدي ايضا",
            "شاهد المزيد",
            "شاهد كذلك",
            "طالع ايضا",
            "طالعوا ايضا",
            "طالع المزيد",
            "تابع ايضا",
            "انظر ايضا",
            "انظر كذلك",
            "راجع ايضا",
            "استمع ايضا",
            "لا تفوتك",
            "لا يفوتك",
            "لا تفوت",
            "لا يفوتكم",
            "المزيد حول",
            "المزيد عن",
            "المزيد من الاخبار",
            "المزيد من المواضيع",
            "المزيد من المقالات",
            "المزيد في هذا",
            "للمزيد",
            "للمزيد حول",
            "للمزيد اقرا",
            "لقراءه المزيد",
            "لمزيد من التفاصيل",
            "تصفح المزيد",
            "مواضيع ذات صله",
            "مواضيع متعلقه",
            "مواضيع مرتبطه",
            "مواضيع مشابهه",
            "مواضيع قد تهمك",
            "موضوعات ذات صله",
            "موضوعات متعلقه",
            "موضوعات مرتبطه",
            "موضوعات قد تهمك",
            "اخبار ذات صله",
            "اخبار متعلقه",
            "اخبار مرتبطه",
            "اخبار قد تهمك",
            "اخبار مشابهه",
            "مقالات ذات صله",
            "مقالات متعلقه",
            "مقالات مرتبطه",
            "مقالات مشابهه",
            "مقالات قد تهمك",
            "تقارير ذات صله",
            "قصص ذات صله",
            "قصص مقترحه",
            "محتوى ذو صله",
            "روابط ذات صله",
            "ذات صله",
            "ذو صله",
            "قد يهمك",
            "قد يهمك ايضا",
            "قد تهمك",
            "قد تهمك ايضا",
            "ربما يهمك",
            "ربما يعجبك",
            "يهمك ايضا",
            "قد يعجبك",
            "قد يعجبك ايضا",
            "قد تعجبك ايضا",
            "اخترنا لك",
            "اخترنا لكم",
            "نرشح لك",
            "نرشح لكم",
            "ننصحك بقراءه",
            "الاكثر قراءه",
            "الاكثر مشاهده",
            "الاكثر تداولا",
            "موضوع ذو صله",
            "خبر ذو صله",
            "مقال ذو صله",
            "read also",
            "also read",
            "read more",
            "see also",
            "related",
            "related articles",
            "related news",
            "related stories",
            "related topics",
            "more on this",
            "you may also like",
            "most read");

    private RelatedMarker() {}

    private static final Set<String> BUTTONS = Set.of(
            "المزيد", "تصفح المزيد", "اقرا للكاتب", "للمزيد من المعلومات", "لمزيد من المعلومات", "لمزيد من التفاصيل");

    private static final List<String> LISTS = List.of(
            "مواضيع",
            "موضوعات",
            "اخبار",
            "مقالات",
            "تقارير",
            "قصص",
            "روابط",
            "ذات صله",
            "الاكثر",
            "المزيد من",
            "اخترنا",
            "نرشح",
            "related",
            "most read",
            "you may");

    /** Markers that no sentence starts with: they need no sign before the headline. */
    private static final List<String> CALLS = List.of(
            "اقرا ايضا ",
            "اقراي ايضا ",
            "اقرا ي ايضا ",
            "اقرئي ايضا ",
            "واقرا ايضا ",
            "طالع ايضا ",
            "للمزيد اقرا ",
            "رابط الخبر ",
            "رابط المصدر ");

    /** What {@code line} is; cheap for lines that start otherwise. */
    public static Kind kind(String line) {
        int start = start(line, 0);
        if (start >= line.length() || line.length() - start > LONGEST || !mayStart(line.charAt(start))) {
            return Kind.NONE;
        }
        int most = Math.min(line.length(), start + LONGEST_MARKER);
        int sign = sign(line, start, most);
        String head = Folding.phrase(line.substring(start, sign));
        if ((sign < most || most == line.length()) && MARKERS.contains(head)) {
            return start(line, sign) >= line.length() ? alone(head) : Kind.WITH_HEADLINE;
        }
        return isCall(line, head) ? Kind.WITH_HEADLINE : Kind.NONE;
    }

    private static Kind alone(String head) {
        if (BUTTONS.contains(head)) {
            return Kind.BUTTON;
        }
        return LISTS.stream().anyMatch(head::startsWith) ? Kind.LIST : Kind.ALONE;
    }

    private static boolean isCall(String line, String head) {
        return !line.endsWith(".") && CALLS.stream().anyMatch(head::startsWith);
    }

    /** Where letters begin, past bullets, arrows and brackets. */
    private static int start(String line, int from) {
        int i = from;
        while (i < line.length() && !Character.isLetterOrDigit(line.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of what may be a marker: a colon, bar, dash or run of dots. */
    private static int sign(String line, int start, int most) {
        for (int i = start; i < most; i++) {
            char c = line.charAt(i);
            if (":|؛;»>›…←–—-[(\"«“".indexOf(c) >= 0 || (c == '.' && i + 1 < most && line.charAt(i + 1) == '.')) {
                return i;
            }
        }
        return most;
    }

    private static boolean mayStart(char c) {
        return "اأإآٱشطتنرلمذقيخوم".indexOf(c) >= 0 || "rRsSaAmMyY".indexOf(c) >= 0;
    }
}
