package org.rasd.clean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A date of publication.
 *
 * @param day in the zone that was printed, else as printed
 * @param instant null where only the day is known
 */
record PublicationDate(LocalDate day, @Nullable Instant instant) {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final DateTimeFormatter BLANK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][.SSS]", Locale.ROOT);

    private static final List<Function<String, PublicationDate>> FORMS = List.of(
            text -> of(OffsetDateTime.parse(text)),
            text -> of(OffsetDateTime.parse(
                    text, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]xx", Locale.ROOT))),
            text -> of(LocalDateTime.parse(text).atOffset(ZoneOffset.UTC)),
            text -> of(LocalDateTime.parse(text, BLANK).atOffset(ZoneOffset.UTC)),
            text -> new PublicationDate(LocalDate.parse(text), null),
            text -> of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));

    /** The date that {@code printed} names, where it is one. */
    static Optional<PublicationDate> parse(String printed) {
        String text = printed.strip();
        for (Function<String, PublicationDate> form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeParseException e) {
                continue;
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** True for a day on which news can have been put on record, and not after its capture. */
    boolean isPlausible(@Nullable Instant capturedAt) {
        LocalDate last = capturedAt == null
                ? LocalDate.of(2100, 1, 1)
                : capturedAt.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return !day.isBefore(FIRST) && !day.isAfter(last);
    }

    private static PublicationDate of(OffsetDateTime date) {
        return new PublicationDate(date.toLocalDate(), date.toInstant());
    }
}
