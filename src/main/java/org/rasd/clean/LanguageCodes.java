package org.rasd.clean;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** ISO 639-3 to 639-1 where there is a code of two letters; members of macro languages count as these. */
final class LanguageCodes {
    private static final Map<String, String> MEMBERS = Map.of(
            "pes", "fa", "prs", "fa", "arb", "ar", "arz", "ar", "cmn", "zh", "ekk", "et", "lvs", "lv", "azj", "az",
            "pbt", "ps");

    private LanguageCodes() {}

    private static final class Loaded {
        private static final Map<String, String> TWO = load();

        private static Map<String, String> load() {
            Map<String, String> codes = new HashMap<>(MEMBERS);
            for (String two : Locale.getISOLanguages()) {
                codes.putIfAbsent(Locale.forLanguageTag(two).getISO3Language(), two);
            }
            return Map.copyOf(codes);
        }
    }

    static String twoLetters(String three) {
        return Loaded.TWO.getOrDefault(three, three);
    }
}
