package org.rasd.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rasd.model.BodyFormat;
import org.rasd.model.RawRecord;

/** Makes raw records of one file by its profile: fixed values, dates from names, date formats, zone. */
final class RecordBuilder {
    private static final Pattern ZONELESS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9.]+)?");

    private final SourceFile file;
    private final Profile profile;
    private final List<DateTimeFormatter> formats;
    private final @Nullable ZoneId zone;
    private final Optional<Dated> outer;

    RecordBuilder(SourceFile file) {
        this.file = file;
        this.profile = file.profile();
        this.formats = profile.dateFormats().stream()
                .map(format -> DateTimeFormatter.ofPattern(format, Locale.ROOT))
                .toList();
        this.zone = profile.zone() == null ? null : ZoneId.of(profile.zone());
        this.outer = profile.dateFrom().stream()
                .filter(from -> from != DateFrom.FIELD)
                .flatMap(from -> outside(from).map(text -> new Dated(text, from)).stream())
                .findFirst();
    }

    private record Dated(String text, DateFrom from) {}

    /** The record with these fields at {@code offset}. */
    RawRecord build(long offset, FieldMap.Values values, @Nullable Instant capturedAt) {
        Optional<Dated> dated = dated(values.get(ArticleField.PUBLISHED));
        return new RawRecord(
                file.archiveFile(),
                offset,
                null,
                null,
                values.get(ArticleField.ID),
                values.get(ArticleField.URL),
                profile.source() != null ? profile.source() : values.get(ArticleField.SOURCE),
                values.get(ArticleField.TITLE),
                values.get(ArticleField.BODY),
                profile.bodyFormat().code(),
                dated.map(Dated::text).orElse(null),
                dated.map(date -> date.from.basis(profile.dateBasis()).code()).orElse(null),
                iso(values.get(ArticleField.UPDATED)),
                capturedAt,
                values.get(ArticleField.AUTHOR),
                values.get(ArticleField.LANGUAGE));
    }

    /** A web page: what it does not say elsewhere is found in its HTML later on. */
    RawRecord page(long offset, @Nullable String url, String html, @Nullable Instant capturedAt) {
        return new RawRecord(
                file.archiveFile(),
                offset,
                null,
                null,
                null,
                url,
                profile.source(),
                null,
                html,
                BodyFormat.PAGE.code(),
                outer.map(Dated::text).orElse(null),
                outer.map(date -> date.from.basis(profile.dateBasis()).code()).orElse(null),
                null,
                capturedAt,
                null,
                null);
    }

    private Optional<Dated> dated(@Nullable String field) {
        if (field != null && profile.dateFrom().contains(DateFrom.FIELD)) {
            boolean fieldFirst = profile.dateFrom().get(0) == DateFrom.FIELD || outer.isEmpty();
            String iso = iso(field);
            if (fieldFirst && iso != null) {
                return Optional.of(new Dated(iso, DateFrom.FIELD));
            }
        }
        return outer;
    }

    private Optional<String> outside(DateFrom from) {
        String path = file.archiveFile().replace("!/", "/");
        int slash = path.lastIndexOf('/');
        return switch (from) {
            case FIELD -> Optional.empty();
            case FILE_NAME -> find(path.substring(slash + 1));
            case FOLDER -> find(slash < 0 ? "" : path.substring(0, slash));
            case FIXED -> Optional.ofNullable(profile.fixedDate()).map(LocalDate::toString);
            case FILE_TIME -> Optional.of(file.modifiedAt().toString());
        };
    }

    private Optional<String> find(String name) {
        Matcher matcher = Pattern.compile(profile.datePattern()).matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                Integer.parseInt(matcher.group("y")),
                Integer.parseInt(matcher.group("m")),
                Integer.parseInt(matcher.group("d"))));
    }

    /** A date in one of the profile's own formats as ISO text, with the profile's zone; others as they are. */
    private @Nullable String iso(@Nullable String printed) {
        if (printed == null || (formats.isEmpty() && zone == null)) {
            return printed;
        }
        String text = printed.strip();
        for (DateTimeFormatter format : formats) {
            try {
                return text(format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from), zone);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return zone != null && ZONELESS.matcher(text).matches() ? zoned(text, zone) : printed;
    }

    private static String zoned(String text, ZoneId zone) {
        try {
            return text(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static String text(TemporalAccessor date, @Nullable ZoneId zone) {
        return date instanceof LocalDateTime local && zone != null ? text(local.atZone(zone)) : text(date);
    }

    private static String text(TemporalAccessor date) {
        return date instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime().toString() : date.toString();
    }
}
