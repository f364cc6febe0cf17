package org.rasd.clean;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Zones as dates print them: offsets, Greenwich, the city after "بتوقيت", and abbreviations that mean one zone only.
 * Abbreviations with several meanings (IST, CST, BST, AST) give none.
 */
final class Zones {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("z", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("غرينتش", "Z"),
            Map.entry("جرينتش", "Z"),
            Map.entry("كرينتش", "Z"),
            Map.entry("غرينيتش", "Z"),
            Map.entry("مكه", "Asia/Riyadh"),
            Map.entry("السعوديه", "Asia/Riyadh"),
            Map.entry("الرياض", "Asia/Riyadh"),
            Map.entry("ابوظبي", "Asia/Dubai"),
            Map.entry("ابو", "Asia/Dubai"),
            Map.entry("الامارات", "Asia/Dubai"),
            Map.entry("دبي", "Asia/Dubai"),
            Map.entry("مسقط", "Asia/Muscat"),
            Map.entry("الدوحه", "Asia/Qatar"),
            Map.entry("الكويت", "Asia/Kuwait"),
            Map.entry("بغداد", "Asia/Baghdad"),
            Map.entry("القاهره", "Africa/Cairo"),
            Map.entry("بيروت", "Asia/Beirut"),
            Map.entry("دمشق", "Asia/Damascus"),
            Map.entry("عمان", "Asia/Amman"),
            Map.entry("القدس", "Asia/Jerusalem"),
            Map.entry("فلسطين", "Asia/Hebron"),
            Map.entry("صنعاء", "Asia/Aden"),
            Map.entry("الخرطوم", "Africa/Khartoum"),
            Map.entry("طرابلس", "Africa/Tripoli"),
            Map.entry("تونس", "Africa/Tunis"),
            Map.entry("الجزائر", "Africa/Algiers"),
            Map.entry("الرباط", "Africa/Casablanca"),
            Map.entry("موسكو", "Europe/Moscow"),
            Map.entry("msk", "Europe/Moscow"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"));

    private Zones() {}

    /** What stands at a place. */
    enum Reading {
        /** No zone. */
        NONE,
        /** A zone. */
        ZONE,
        /** An abbreviation of several zones: the instant is not known. */
        UNCLEAR
    }

    /** A zone and how it was read. */
    record Found(Reading reading, Optional<ZoneId> zone) {
        private static final Found NOTHING = new Found(Reading.NONE, Optional.empty());
        private static final Found UNSURE = new Found(Reading.UNCLEAR, Optional.empty());
    }

    /** The zone at or soon after token {@code from}, the one that follows the time of day. */
    static Found after(DateTokens tokens, int from) {
        for (int i = from; i < Math.min(tokens.count(), from + 5); i++) {
            String word = tokens.text(i);
            if (word.equals("بتوقيت")) {
                continue;
            }
            if (word.matches("ist|cst|bst|ast")) {
                return Found.UNSURE;
            }
            if (NAMES.containsKey(word)) {
                Found offset = word.equals("utc") || word.equals("gmt") ? offset(tokens, i + 1) : Found.NOTHING;
                return offset.reading == Reading.ZONE ? offset : found(ZoneId.of(NAMES.get(word)));
            }
            if (i == from || tokens.kind(i - 1) != DateTokens.Kind.NUMBER) {
                Found offset = offset(tokens, i);
                if (offset.reading == Reading.ZONE) {
                    return offset;
                }
            }
            if (tokens.kind(i) == DateTokens.Kind.NUMBER) {
                return Found.NOTHING;
            }
        }
        return Found.NOTHING;
    }

    /** {@code +03:00}, {@code +0300}, {@code +3}. */
    private static Found offset(DateTokens tokens, int sign) {
        if (!tokens.isSign(sign, "+-−") || !tokens.isNumber(sign + 1) || tokens.isSpaced(sign + 1)) {
            return Found.NOTHING;
        }
        boolean colon = tokens.isSign(sign + 2, ":") && tokens.isNumber(sign + 3);
        boolean minus = !tokens.text(sign).equals("+");
        int digits = tokens.digits(sign + 1);
        if (minus && digits < 4 && !colon) {
            return Found.NOTHING;
        }
        long number = tokens.number(sign + 1);
        long hours = digits == 4 ? number / 100 : number;
        long minutes = digits == 4 ? number % 100 : colon ? tokens.number(sign + 3) : 0;
        if (hours > 14 || minutes > 59) {
            return Found.NOTHING;
        }
        int seconds = (int) (hours * 3600 + minutes * 60);
        try {
            return found(ZoneOffset.ofTotalSeconds(minus ? -seconds : seconds));
        } catch (DateTimeException e) {
            return Found.NOTHING; // no such offset: not a zone
        }
    }

    private static Found found(ZoneId zone) {
        return new Found(Reading.ZONE, Optional.of(zone));
    }
}
