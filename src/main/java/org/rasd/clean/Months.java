package org.rasd.clean;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Folding;
import org.rasd.lang.Tsv;
import org.rasd.model.ConfRoot;

/** Month names: those of the lexicon's calendar (Egyptian, Levantine, Maghreb, Hijri), and English and French ones. */
final class Months {
    private static final String LATIN =
            "january jan janvier=1 february feb fevrier=2 march mar mars=3 april apr avril=4 may mai=5 june jun juin=6 "
                    + "july jul juillet=7 august aug aout=8 september sep sept septembre=9 october oct octobre=10 "
                    + "november nov novembre=11 december dec decembre=12";

    private final Map<String, Month> names = new HashMap<>();

    /**
     * A month of one of the two calendars.
     *
     * @param number 1 to 12
     * @param hijri true for the Islamic calendar
     * @param words tokens that the name takes
     */
    record Month(int number, boolean hijri, int words) {}

    private Months() {
        for (Tsv.Row row : Tsv.read(ConfRoot.classpath(), "lexicon/ar/calendar.tsv")) {
            String role = row.get("role");
            boolean hijri = role.equals("HIJRI");
            if (hijri || role.equals("MONTH") || role.equals("WEAK_MONTH")) {
                put(Folding.phrase(row.get("word").replace("=", "")), Integer.parseInt(row.get("value")), hijri);
            }
        }
        for (String group : LATIN.split("(?<=[0-9]) ")) {
            String[] parts = group.split("=");
            for (String name : parts[0].split(" ")) {
                put(name.toLowerCase(Locale.ROOT), Integer.parseInt(parts[1]), false);
            }
        }
    }

    private void put(String name, int number, boolean hijri) {
        names.put(name, new Month(number, hijri, name.split(" ").length));
    }

    private static final class Loaded {
        private static final Months MONTHS = new Months();
    }

    /** The month whose name starts at token {@code i}. */
    static @Nullable Month at(DateTokens tokens, int i) {
        if (tokens.kind(i) != DateTokens.Kind.WORD) {
            return null;
        }
        Map<String, Month> names = Loaded.MONTHS.names;
        Month two = names.get(tokens.text(i) + " " + tokens.text(i + 1));
        return two != null ? two : names.get(tokens.text(i));
    }
}
