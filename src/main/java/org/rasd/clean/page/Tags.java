package org.rasd.clean.page;

import java.util.HashMap;
import java.util.Map;

/** What an element is by its name alone, as bits; one look for each element of a page. */
final class Tags {
    /** Starts and ends a line. */
    static final int BLOCK = 1;
    /** Ends a line. */
    static final int BREAK = 2;
    /** Its content is no text of the page. */
    static final int UNREAD = 4;

    static final int LINK = 8;
    static final int PREFORMATTED = 16;
    /** A part of a text rather than what may hold one. */
    static final int INNER = 32;
    /** A heading of any level. */
    static final int HEADING = 64;
    /** May say something about the page: {@link Metadata} looks at it. */
    static final int TELLS = 128;

    static final int TIME = 256;
    /** The heading of the page. */
    static final int TOP_HEADING = 512;

    private static final Map<String, Integer> KNOWN = known();

    private Tags() {}

    static int of(String name) {
        Integer bits = KNOWN.get(name);
        return bits == null ? 0 : bits;
    }

    private static Map<String, Integer> known() {
        Map<String, Integer> known = new HashMap<>();
        put(
                known,
                BLOCK,
                "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
                        + "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table "
                        + "tbody td tfoot th thead tr ul caption legend label option");
        put(known, BREAK, "br");
        put(
                known,
                UNREAD,
                "script style noscript template svg iframe object embed button select textarea canvas audio math applet map");
        put(known, LINK, "a");
        put(known, PREFORMATTED, "pre");
        put(known, INNER, "p li blockquote pre h1 h2 h3 h4 h5 h6 ul ol dd dt");
        put(known, HEADING, "h1 h2 h3 h4 h5 h6");
        put(known, TELLS, "html title meta link script");
        put(known, TIME, "time");
        put(known, TOP_HEADING, "h1");
        return known;
    }

    private static void put(Map<String, Integer> known, int bit, String names) {
        for (String name : names.split(" ")) {
            // as constants, which jsoup's names are: they are found without being compared
            known.merge(name.intern(), bit, (a, b) -> a | b);
        }
    }
}
