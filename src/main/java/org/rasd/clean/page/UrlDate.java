package org.rasd.clean.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day in an address such as {@code /2025/11/16/slug}, {@code /20251116/} or {@code /16-11-2025/}. */
final class UrlDate {
    private static final Pattern PARTS = Pattern.compile(
            "(?<![0-9])(?<y>19[0-9]{2}|20[0-9]{2})(?<s>[/_.-])(?<m>0?[1-9]|1[0-2])\\k<s>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])");
    private static final Pattern COMPACT = Pattern.compile(
            "(?<![0-9])(?<y>199[0-9]|20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9])");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![0-9])(?<d>3[01]|[12][0-9]|0?[1-9])(?<s>[/_.-])(?<m>0?[1-9]|1[0-2])\\k<s>(?<y>199[0-9]|20[0-9]{2})(?![0-9])");

    private UrlDate() {}

    /** The day as ISO text. */
    static Optional<String> find(String url) {
        if (!url.contains("20") && !url.contains("19")) {
            return Optional.empty();
        }
        return find(PARTS, url).or(() -> find(COMPACT, url)).or(() -> find(DAY_FIRST, url));
    }

    private static Optional<String> find(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group("y") + '-' + twoDigits(matcher.group("m")) + '-' + twoDigits(matcher.group("d")));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
