package org.rasd.read;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.BodyFormat;
import org.rasd.model.DateBasis;

/**
 * How the records of one archive name their fields and where their dates stand.
 *
 * @param name the name by which users choose it
 * @param fields for each field the places where it may stand, first found wins; dots go into nested objects
 * @param source publisher of all records, or null to take the field or the host of the URL
 * @param bodyFormat how bodies are written
 * @param dateBasis what the field {@code published} rests on
 * @param dateFrom places to look for a date, first found wins
 * @param datePattern regular expression that finds a date in names: groups {@code y}, {@code m}, {@code d}
 * @param fixedDate the day for {@link DateFrom#FIXED}, or null
 * @param dateFormats patterns of {@link DateTimeFormatter} tried before the usual forms
 * @param zone zone of dates that name none, or null
 * @param csv how CSV files are laid out
 */
public record Profile(
        String name,
        Map<ArticleField, List<String>> fields,
        @Nullable String source,
        BodyFormat bodyFormat,
        DateBasis dateBasis,
        List<DateFrom> dateFrom,
        String datePattern,
        @Nullable LocalDate fixedDate,
        List<String> dateFormats,
        @Nullable String zone,
        CsvLayout csv)
        implements Serializable {

    /** Finds 2025-11-16, 2025/11/16, 2025_11_16, 20251116 within a name. */
    public static final String USUAL_DATE_PATTERN =
            "(?<![0-9])(?<y>(?:19|20)[0-9]{2})[-_./]?(?<m>0[1-9]|1[0-2])[-_./]?(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9])";

    /** Keeps the collections unchangeable. */
    public Profile {
        fields = Map.copyOf(fields);
        dateFrom = List.copyOf(dateFrom);
        dateFormats = List.copyOf(dateFormats);
    }

    /** A profile that maps {@code fields} and leaves everything else at its usual value. */
    public static Profile of(String name, Map<ArticleField, List<String>> fields) {
        return new Profile(
                name,
                fields,
                null,
                BodyFormat.TEXT,
                DateBasis.ARCHIVE,
                List.of(DateFrom.FIELD),
                USUAL_DATE_PATTERN,
                null,
                List.of(),
                null,
                CsvLayout.FOUND);
    }

    /** Everything that is wrong with this profile, each as a message that says what to do; empty if it is sound. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (dateFrom.isEmpty()) {
            problems.add(
                    problem("date_from", "nothing", "name one or more of field, file_name, folder, fixed, file_time"));
        }
        if (dateFrom.contains(DateFrom.FIXED) && fixedDate == null) {
            problems.add(problem("fixed_date", "nothing", "give a day such as 2025-11-16"));
        }
        checkPattern(problems);
        for (String format : dateFormats) {
            checkFormat(format, problems);
        }
        if (zone != null && !isZone(zone)) {
            problems.add(problem("zone", "'" + zone + "'", "give a zone such as Africa/Cairo or +03:00"));
        }
        return problems;
    }

    private void checkPattern(List<String> problems) {
        try {
            Pattern.compile(datePattern);
        } catch (PatternSyntaxException e) {
            problems.add(problem("date_pattern", "'" + datePattern + "'", e.getDescription()));
            return;
        }
        for (String group : List.of("y", "m", "d")) {
            if (!datePattern.contains("(?<" + group + ">")) {
                problems.add(problem(
                        "date_pattern", "'" + datePattern + "'", "name the groups (?<y>...), (?<m>...) and (?<d>...)"));
                return;
            }
        }
    }

    private void checkFormat(String format, List<String> problems) {
        try {
            var unused = DateTimeFormatter.ofPattern(format, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            problems.add(problem("date_formats", "'" + format + "'", "use the letters of java.time, as in dd/MM/yyyy"));
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String problem(String key, String got, String advice) {
        return "Cannot use profile " + name + ": " + key + ", got " + got + "; " + advice;
    }
}
