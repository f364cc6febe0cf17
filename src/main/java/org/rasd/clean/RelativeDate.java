package org.rasd.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Reads "منذ 3 ساعات", "قبل يومين", "أمس", "2 hours ago" against the capture. */
final class RelativeDate {
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("دقيقه", ChronoUnit.MINUTES),
            Map.entry("دقائق", ChronoUnit.MINUTES),
            Map.entry("دقيقتين", ChronoUnit.MINUTES),
            Map.entry("ثانيه", ChronoUnit.SECONDS),
            Map.entry("ثواني", ChronoUnit.SECONDS),
            Map.entry("ثوان", ChronoUnit.SECONDS),
            Map.entry("ساعه", ChronoUnit.HOURS),
            Map.entry("ساعات", ChronoUnit.HOURS),
            Map.entry("ساعتين", ChronoUnit.HOURS),
            Map.entry("يوم", ChronoUnit.DAYS),
            Map.entry("يوما", ChronoUnit.DAYS),
            Map.entry("ايام", ChronoUnit.DAYS),
            Map.entry("يومين", ChronoUnit.DAYS),
            Map.entry("اسبوع", ChronoUnit.WEEKS),
            Map.entry("اسابيع", ChronoUnit.WEEKS),
            Map.entry("اسبوعين", ChronoUnit.WEEKS),
            Map.entry("شهر", ChronoUnit.MONTHS),
            Map.entry("شهرا", ChronoUnit.MONTHS),
            Map.entry("اشهر", ChronoUnit.MONTHS),
            Map.entry("شهور", ChronoUnit.MONTHS),
            Map.entry("شهرين", ChronoUnit.MONTHS),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("minutes", ChronoUnit.MINUTES),
            Map.entry("mins", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hours", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("days", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("weeks", ChronoUnit.WEEKS));
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ثلاث", 3),
            Map.entry("ثلاثه", 3),
            Map.entry("اربع", 4),
            Map.entry("اربعه", 4),
            Map.entry("خمس", 5),
            Map.entry("خمسه", 5),
            Map.entry("ست", 6),
            Map.entry("سته", 6),
            Map.entry("سبع", 7),
            Map.entry("سبعه", 7),
            Map.entry("ثمان", 8),
            Map.entry("ثماني", 8),
            Map.entry("ثمانيه", 8),
            Map.entry("تسع", 9),
            Map.entry("تسعه", 9),
            Map.entry("عشر", 10),
            Map.entry("عشره", 10));
    private static final int MOST_TOKENS = 14;
    private static final int MOST_BARE = 6;
    private static final int MOST_COUNT = 400;

    private final DateTokens tokens;
    private final Instant capturedAt;

    RelativeDate(DateTokens tokens, Instant capturedAt) {
        this.tokens = tokens;
        this.capturedAt = capturedAt;
    }

    /** Only short lines are read: in running text such words tell of other things. */
    Optional<PublicationDate> read() {
        if (tokens.count() > MOST_TOKENS) {
            return Optional.empty();
        }
        for (int i = 0; i < tokens.count(); i++) {
            String word = tokens.text(i);
            if (word.equals("منذ") || word.equals("قبل")) {
                Optional<PublicationDate> found = ago(i + 1);
                if (found.isPresent()) {
                    return found;
                }
            } else if (word.equals("ago") && tokens.isNumber(i - 2)) {
                return ago(i - 2);
            }
        }
        return tokens.count() <= MOST_BARE ? bare() : Optional.empty();
    }

    private Optional<PublicationDate> bare() {
        if (has("امس") || has("yesterday")) {
            return Optional.of(day(has("اول") ? 2 : 1));
        }
        return has("اليوم") || has("الان") || has("today") || has("now") ? Optional.of(day(0)) : Optional.empty();
    }

    private boolean has(String word) {
        return tokens.find(word, 0) >= 0;
    }

    private Optional<PublicationDate> ago(int at) {
        if (tokens.text(at).equals("قليل") || tokens.text(at).equals("لحظات")) {
            return Optional.of(day(0));
        }
        Integer word = NUMBERS.get(tokens.text(at));
        int count = tokens.isNumber(at) ? (int) Math.min(tokens.number(at), MOST_COUNT + 1) : word == null ? 0 : word;
        String unit = tokens.text(count == 0 ? at : at + 1);
        ChronoUnit step = UNITS.get(unit);
        if (step == null || count > MOST_COUNT) {
            return Optional.empty();
        }
        return Optional.of(back(step, count > 0 ? count : unit.endsWith("ين") ? 2 : 1));
    }

    private PublicationDate back(ChronoUnit unit, int count) {
        if (unit.isTimeBased()) {
            Instant then = capturedAt.minus(count, unit);
            return new PublicationDate(LocalDate.ofInstant(then, ZoneOffset.UTC), then);
        }
        return new PublicationDate(today().minus(count, unit), null);
    }

    private PublicationDate day(int ago) {
        return new PublicationDate(today().minusDays(ago), null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(capturedAt, ZoneOffset.UTC);
    }
}
