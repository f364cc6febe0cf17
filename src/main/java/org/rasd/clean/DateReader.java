package org.rasd.clean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date out of a byline or a field: numeric, with month names of several calendars, Hijri, as an epoch; the time of
 * day and the zone beside it. A Gregorian date goes before a Hijri one in the same line.
 */
final class DateReader {
    private static final int HIJRI_FROM = 1400;
    private static final int HIJRI_TO = 1500;
    private static final long EPOCH_FROM = 631_152_000L;

    private final DateTokens tokens;
    private final DateOrder order;
    private final @Nullable Instant capturedAt;

    DateReader(DateTokens tokens, DateOrder order, @Nullable Instant capturedAt) {
        this.tokens = tokens;
        this.order = order;
        this.capturedAt = capturedAt;
    }

    /** A day and the tokens that it takes. */
    private record Day(LocalDate date, int first, int last, boolean hijri) {}

    /** The date, with its instant where a time of day is printed. */
    Optional<PublicationDate> read() {
        Day fallback = null;
        for (int i = 0; i < tokens.count(); i++) {
            Optional<PublicationDate> instant = epoch(i);
            if (instant.isPresent()) {
                return instant;
            }
            Day day = at(i);
            if (day != null && !day.hijri()) {
                return Optional.of(withTime(day));
            }
            fallback = fallback == null ? day : fallback;
        }
        return Optional.ofNullable(fallback).map(this::withTime);
    }

    private @Nullable Day at(int i) {
        if (tokens.isNumber(i)) {
            Day numeric = numeric(i);
            Day compact = numeric != null ? numeric : compact(i);
            return compact != null ? compact : dayMonth(i);
        }
        return monthDay(i);
    }

    /** 16/11/2025, 2025-11-16, 16.11.25, 1447/5/25. */
    private @Nullable Day numeric(int i) {
        if (!tokens.isSign(i + 1, "/-.")
                || !tokens.isNumber(i + 2)
                || !tokens.isNumber(i + 4)
                || !tokens.text(i + 3).equals(tokens.text(i + 1))
                || isClock(i)) {
            return null;
        }
        int a = tokens.digits(i);
        int c = tokens.digits(i + 4);
        int first = small(i);
        int second = small(i + 2);
        int third = small(i + 4);
        if (a == 4 && tokens.digits(i + 2) <= 2 && c <= 2) {
            return day(first, second, third, i, i + 4);
        }
        if (a > 2 || tokens.digits(i + 2) > 2 || (c != 4 && c != 2)) {
            return null;
        }
        int year = c == 4 ? third : 2000 + third;
        boolean monthFirst = second > 12 || (order == DateOrder.MONTH_FIRST && first <= 12);
        return monthFirst ? day(year, first, second, i, i + 4) : day(year, second, first, i, i + 4);
    }

    private boolean isClock(int i) {
        return tokens.isSign(i + 1, ":") || (tokens.isSign(i - 1, ":") && tokens.isNumber(i - 2));
    }

    /** 20251116 and 20251116101500. */
    private @Nullable Day compact(int i) {
        if (tokens.digits(i) != 8 && tokens.digits(i) != 14) {
            return null;
        }
        String text = tokens.text(i);
        return day(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(4, 6)),
                Integer.parseInt(text.substring(6, 8)),
                i,
                i);
    }

    private Optional<PublicationDate> epoch(int i) {
        int digits = tokens.isNumber(i) ? tokens.digits(i) : 0;
        if (tokens.count() != 1 || (digits != 10 && digits != 13)) {
            return Optional.empty();
        }
        long seconds = digits == 10 ? tokens.number(i) : tokens.number(i) / 1000;
        if (seconds < EPOCH_FROM) {
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochSecond(seconds);
        return Optional.of(new PublicationDate(LocalDate.ofInstant(instant, ZoneOffset.UTC), instant));
    }

    /** 16 تشرين الثاني/نوفمبر 2025, 16 نوفمبر، 2025, 16-Nov-2025. */
    private @Nullable Day dayMonth(int i) {
        if (tokens.digits(i) > 2 || isClock(i)) {
            return null;
        }
        int at = i + 1;
        for (int skip = 0; skip < 2 && Months.at(tokens, at) == null; skip++) {
            boolean filler = tokens.isSign(at, "-/.،,") || tokens.text(at).matches("من|شهر|st|nd|rd|th|of|de");
            at += filler ? 1 : 0;
        }
        Months.Month month = Months.at(tokens, at);
        return month == null ? null : withYear(i, small(i), month, at + month.words());
    }

    /** November 16, 2025. */
    private @Nullable Day monthDay(int i) {
        Months.Month month = Months.at(tokens, i);
        if (month == null) {
            return null;
        }
        int at = i + month.words();
        at += tokens.isSign(at, ".") ? 1 : 0;
        if (!tokens.isNumber(at) || tokens.digits(at) > 2 || tokens.isSign(at + 1, ":")) {
            return null;
        }
        int day = small(at);
        return tokens.text(at + 1).matches("st|nd|rd|th")
                ? withYear(i, day, month, at + 2)
                : withYear(i, day, month, at + 1);
    }

    private @Nullable Day withYear(int first, int day, Months.Month month, int from) {
        int at = skipTwin(month, from);
        int twin = at;
        for (int skip = 0; skip < 2 && !tokens.isNumber(at); skip++) {
            boolean filler = tokens.isSign(at, "-/.،,") || tokens.text(at).matches("عام|سنه|لعام|من|de");
            at += filler ? 1 : 0;
        }
        if (tokens.isNumber(at) && tokens.digits(at) == 4) {
            return month.hijri()
                    ? hijri(small(at), month.number(), day, first, at)
                    : gregorian(small(at), month.number(), day, first, at);
        }
        if (tokens.isNumber(at) && tokens.digits(at) == 2 && tokens.isSign(at - 1, "-/") && !month.hijri()) {
            return gregorian(2000 + small(at), month.number(), day, first, at);
        }
        // a clock may stand between: "Wed Nov 16 10:00:00 2025"
        if (tokens.isNumber(at) && tokens.isSign(at + 1, ":")) {
            for (int i = at + 2; i < Math.min(tokens.count(), at + 9); i++) {
                if (tokens.isNumber(i) && tokens.digits(i) == 4 && !tokens.isSign(i - 1, "+-") && !month.hijri()) {
                    return gregorian(small(i), month.number(), day, first, at - 1);
                }
            }
        }
        return month.hijri() ? null : nearest(month.number(), day, first, twin - 1);
    }

    /** Past the same month in another naming: "أيار/مايو", "شباط (فبراير)". */
    private int skipTwin(Months.Month month, int from) {
        int at = tokens.isSign(from, "/-(،") ? from + 1 : from;
        Months.Month twin = Months.at(tokens, at);
        if (twin == null || twin.hijri() || twin.number() != month.number()) {
            return from;
        }
        int end = at + twin.words();
        return tokens.isSign(end, ")") ? end + 1 : end;
    }

    /** Without a year the last such day before the capture. */
    private @Nullable Day nearest(int month, int day, int first, int last) {
        if (capturedAt == null) {
            return null;
        }
        LocalDate captured = LocalDate.ofInstant(capturedAt, ZoneOffset.UTC);
        Day same = gregorian(captured.getYear(), month, day, first, last);
        return same != null && same.date().isAfter(captured.plusDays(1))
                ? gregorian(captured.getYear() - 1, month, day, first, last)
                : same;
    }

    private static @Nullable Day day(int year, int month, int day, int first, int last) {
        return year >= HIJRI_FROM && year < HIJRI_TO
                ? hijri(year, month, day, first, last)
                : gregorian(year, month, day, first, last);
    }

    private static @Nullable Day gregorian(int year, int month, int day, int first, int last) {
        try {
            return year < 1900 || year > 2100 ? null : new Day(LocalDate.of(year, month, day), first, last, false);
        } catch (DateTimeException e) {
            return null; // no such day: not a date
        }
    }

    private static @Nullable Day hijri(int year, int month, int day, int first, int last) {
        try {
            return new Day(LocalDate.from(HijrahDate.of(year, month, day)), first, last, true);
        } catch (DateTimeException e) {
            return null; // no such day: not a date
        }
    }

    private int small(int i) {
        return (int) Math.min(tokens.number(i), 99_999);
    }

    private PublicationDate withTime(Day day) {
        ClockTime clock = ClockTime.find(tokens, day.first(), day.last()).orElse(null);
        if (clock == null) {
            return new PublicationDate(day.date(), null);
        }
        Zones.Found zone = Zones.after(tokens, clock.next());
        if (zone.reading() == Zones.Reading.UNCLEAR) {
            return new PublicationDate(day.date(), null);
        }
        ZoneId used = zone.zone().orElse(ZoneOffset.UTC);
        LocalTime time = clock.time();
        return new PublicationDate(
                day.date(), day.date().atTime(time).atZone(used).toInstant());
    }
}
