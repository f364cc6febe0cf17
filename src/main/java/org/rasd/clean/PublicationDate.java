package org.rasd.clean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.IsoTime;

/**
 * A date of publication.
 *
 * @param day in the zone that was printed, else as printed
 * @param instant null where only the day is known, or where the zone is not clear; a time without a zone counts as UTC
 */
record PublicationDate(LocalDate day, @Nullable Instant instant) {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int LONGEST = 400;

    /** The date that {@code printed} names, day first, where it is one. */
    static Optional<PublicationDate> parse(String printed) {
        return parse(printed, DateOrder.DAY_FIRST, null);
    }

    /** The date that {@code printed} names; what is told relative to the capture needs {@code capturedAt}. */
    static Optional<PublicationDate> parse(String printed, DateOrder order, @Nullable Instant capturedAt) {
        String text = printed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (isIso(text)) {
            Optional<PublicationDate> iso = iso(text);
            if (iso.isPresent()) {
                return iso;
            }
        }
        DateTokens tokens = new DateTokens(text);
        Optional<PublicationDate> read = new DateReader(tokens, order, capturedAt).read();
        return read.isPresent() || capturedAt == null ? read : new RelativeDate(tokens, capturedAt).read();
    }

    /** True for a day on which news can have been put on record: not after its capture, or today where none is told. */
    boolean isPlausible(@Nullable Instant capturedAt) {
        LocalDate last =
                capturedAt == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.ofInstant(capturedAt, ZoneOffset.UTC);
        return !day.isBefore(FIRST) && !day.isAfter(last.plusDays(1));
    }

    /** The forms that nearly every archive has; all else goes to the reader of tokens. */
    private static boolean isIso(String text) {
        return text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.length() == 10 || (text.length() >= 19 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')));
    }

    private static Optional<PublicationDate> iso(String text) {
        LocalDateTime usual = IsoTime.utc(text);
        if (usual != null) {
            return Optional.of(of(usual.atOffset(ZoneOffset.UTC)));
        }
        try {
            if (text.length() == 10) {
                return Optional.of(new PublicationDate(LocalDate.parse(text), null));
            }
            String time = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
            int zone = Math.max(time.indexOf('+', 19), time.indexOf('-', 19));
            if (zone < 0 && !time.endsWith("Z")) {
                return Optional.of(of(LocalDateTime.parse(time).atOffset(ZoneOffset.UTC)));
            }
            boolean short4 = zone > 0 && time.length() - zone == 5;
            return Optional.of(of(OffsetDateTime.parse(
                    short4 ? time.substring(0, zone + 3) + ":" + time.substring(zone + 3) : time)));
        } catch (DateTimeException e) {
            return Optional.empty(); // not quite ISO: the reader of tokens has its turn
        }
    }

    private static PublicationDate of(OffsetDateTime date) {
        return new PublicationDate(date.toLocalDate(), date.toInstant());
    }
}
