package org.rasd.lang;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.DateExpression.Basis;
import org.rasd.lang.DateExpression.Precision;
import org.rasd.lang.DateWord.Role;

/**
 * Finds dates in a sentence: explicit, with or without a year, in words of several calendars, and relative to the day of
 * publication.
 *
 * <p>Shape: expressions in order, none overlapping. Cost: one pass over the words. Not thread-safe: one a sentence.
 */
public final class DateGrammar {
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    /** What may stand between a weekday and its date, folded. */
    private static final Set<String> LEADS_TO_DATE = Set.of("في", "الموافق", "المصادف");

    /** Folded ends of words for parts of a time. */
    private static final Set<String> PARTS_OF_TIME = Set.of("اسبوع", "نصف", "ربع", "ثلث");

    private final Words words;
    private final Found<DateWord> calendar;
    private final Found<NumberWord> numbers;
    private final LocalDate published;
    private final List<DateExpression> dates = new ArrayList<>();

    /** A grammar over one sentence. */
    public DateGrammar(Words words, Found<DateWord> calendar, Found<NumberWord> numbers, LocalDate published) {
        this.words = words;
        this.calendar = calendar;
        this.numbers = numbers;
        this.published = published;
    }

    /** All dates, in order. */
    public List<DateExpression> find() {
        int i = 0;
        while (i < words.count()) {
            DateExpression date = at(i);
            if (date == null) {
                i++;
            } else {
                dates.add(date);
                i = date.last() + 1;
            }
        }
        return List.copyOf(dates);
    }

    private @Nullable DateExpression at(int i) {
        if (NumberGrammar.isDigits(words.form(i))) {
            DateExpression numeric = numeric(i);
            return numeric != null ? numeric : dayAndMonth(i, NumberGrammar.value(words.form(i)), i + 1);
        }
        NumberWord ordinal = ordinal(i);
        if (ordinal != null) {
            return isPartOfTime(i - 1) ? null : dayAndMonth(i, ordinal.value(), numbers.last(i) + 1);
        }
        DateWord word = calendar.at(i);
        if (word == null) {
            return null;
        }
        int last = calendar.last(i);
        return switch (word.role()) {
            case MONTH, WEAK_MONTH, HIJRI -> month(i, word);
            case WEEKDAY -> weekday(i, last, DayOfWeek.of(word.value()));
            case DAY_OFFSET -> dayOffset(i, last, word.value());
            case MONTH_OFFSET -> {
                LocalDate month = monthOf(last, word.value());
                yield month == null ? null : relative(i, last, month, Precision.MONTH);
            }
            case YEAR_OFFSET -> relative(i, last, published.withDayOfYear(1).plusYears(word.value()), Precision.YEAR);
            case YEAR_MARK -> year(i, last);
            case AGO -> ago(i, last);
            default -> null;
        };
    }

    private @Nullable NumberWord ordinal(int i) {
        NumberWord number = numbers.at(i);
        return number != null && number.rank() == NumberWord.Rank.ORDINAL ? number : null;
    }

    private DateExpression relative(int first, int last, LocalDate date, Precision precision) {
        return new DateExpression(first, last, date, date, precision, Basis.RELATIVE, since(first));
    }

    private boolean since(int first) {
        for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
            DateWord word = calendar.at(i);
            if (word != null && word.role() == Role.SINCE) {
                return true;
            }
        }
        return false;
    }

    /** "اليوم الأحد": the weekday after belongs to it; "غدا الاثنين" too. */
    private DateExpression dayOffset(int first, int last, int offset) {
        LocalDate date = published.plusDays(offset);
        int end = last;
        DateWord next = calendar.at(last + 1);
        if (next != null && next.role() == Role.WEEKDAY && (words.gap(last + 1) & ~Words.COMMA) == 0) {
            end = calendar.last(last + 1);
            DayOfWeek day = DayOfWeek.of(next.value());
            if (date.getDayOfWeek() != day && Math.abs(ChronoUnit.DAYS.between(date, nearest(date, day))) <= 1) {
                date = nearest(date, day);
            }
            DateExpression exact = explicitAfter(first, end);
            if (exact != null) {
                return exact;
            }
        }
        return relative(first, end, date, Precision.DAY);
    }

    private static LocalDate nearest(LocalDate date, DayOfWeek day) {
        LocalDate before = date.with(TemporalAdjusters.previousOrSame(day));
        LocalDate after = date.with(TemporalAdjusters.nextOrSame(day));
        return ChronoUnit.DAYS.between(before, date) <= ChronoUnit.DAYS.between(date, after) ? before : after;
    }

    private @Nullable DateExpression weekday(int first, int last, DayOfWeek day) {
        DateExpression exact = explicitAfter(first, last);
        if (exact != null) {
            return exact;
        }
        DateWord next = calendar.at(last + 1);
        LocalDate past = published.with(TemporalAdjusters.previousOrSame(day));
        LocalDate coming = published.with(TemporalAdjusters.nextOrSame(day));
        if (next != null && next.role() == Role.DIRECTION) {
            int end = calendar.last(last + 1);
            LocalDate date = next.value() > 0
                    ? published.with(TemporalAdjusters.next(day))
                    : next.value() < 0 ? published.with(TemporalAdjusters.previous(day)) : nearest(published, day);
            return relative(first, end, date, Precision.DAY);
        }
        return new DateExpression(first, last, past, coming, Precision.DAY, Basis.RELATIVE, since(first));
    }

    /** A full date right after a weekday ("الأحد 5 أيار", "الأحد الموافق للخامس من أيار"). */
    private @Nullable DateExpression explicitAfter(int first, int last) {
        int next = last + 1;
        if (next + 1 < words.count() && LEADS_TO_DATE.contains(words.form(next))) {
            next++;
        }
        if (next >= words.count() || ordinal(next) == null && !NumberGrammar.isDigits(words.form(next))) {
            return null;
        }
        DateExpression found = at(next);
        return found == null || found.precision() != Precision.DAY
                ? null
                : new DateExpression(
                        first, found.last(), found.date(), found.ahead(), Precision.DAY, found.basis(), since(first));
    }

    /** 15/5/2024, 15-05-2024, 2024-05-15. */
    private @Nullable DateExpression numeric(int i) {
        if (i + 2 >= words.count() || !closelyJoined(i + 1) || !closelyJoined(i + 2)) {
            return null;
        }
        int a = NumberGrammar.value(words.form(i));
        int b = NumberGrammar.isDigits(words.form(i + 1)) ? NumberGrammar.value(words.form(i + 1)) : -1;
        int c = NumberGrammar.isDigits(words.form(i + 2)) ? NumberGrammar.value(words.form(i + 2)) : -1;
        LocalDate date = isYear(a) ? date(a, b, c) : isYear(c) ? date(c, b, a) : null;
        return date == null ? null : new DateExpression(i, i + 2, date, date, Precision.DAY, Basis.EXPLICIT, since(i));
    }

    private boolean closelyJoined(int i) {
        return (words.gap(i) & Words.OTHER) != 0 && words.sourceBegin(i) == words.sourceEnd(i - 1) + 1;
    }

    private static boolean isYear(int value) {
        return value >= EARLIEST_YEAR && value <= LATEST_YEAR;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null; // no such day: not a date
        }
    }

    /** "8 أيار", "الثامن من شهر أيار", "8 من الشهر الجاري", "8 الجاري". */
    private @Nullable DateExpression dayAndMonth(int first, int day, int next) {
        boolean partitive = is(next, "من");
        int monthAt = partitive ? next + 1 : next;
        DateWord named = is(monthAt, "شهر") ? calendar.at(monthAt + 1) : null;
        if (named != null && isMonth(named)) {
            monthAt++;
        }
        DateWord word = calendar.at(monthAt);
        if (word == null || day < 1 || day > 31) {
            return null;
        }
        boolean bare = word.role() == Role.DIRECTION && word.value() == 0 && words.gap(next) == Words.NONE;
        if (word.role() == Role.MONTH_OFFSET && partitive || bare && NumberGrammar.isDigits(words.form(next - 1))) {
            return dayOf(monthOf(calendar.last(monthAt), word.value()), first, calendar.last(monthAt), day);
        }
        return isMonth(word) ? withYear(first, monthAt, word, day) : null;
    }

    private boolean is(int i, String form) {
        return i < words.count() && words.form(i).equals(form);
    }

    /** "الأسبوع", "النصف": the ordinal behind it counts parts of a time, not its days. */
    private boolean isPartOfTime(int i) {
        return i >= 0
                && words.gap(i + 1) == Words.NONE
                && PARTS_OF_TIME.stream().anyMatch(words.form(i)::endsWith);
    }

    /**
     * The month so far from that of publication; "الشهر نفسه" is the one told last, and null where the sentence told none: an
     * earlier sentence knows.
     */
    private @Nullable LocalDate monthOf(int last, int offset) {
        if (!is(last, "نفسه") && !is(last, "ذاته")) {
            return published.withDayOfMonth(1).plusMonths(offset);
        }
        return dates.isEmpty() ? null : dates.get(dates.size() - 1).date().withDayOfMonth(1);
    }

    private @Nullable DateExpression dayOf(@Nullable LocalDate month, int first, int last, int day) {
        LocalDate date = month == null ? null : date(month.getYear(), month.getMonthValue(), day);
        return date == null ? null : relative(first, last, date, Precision.DAY);
    }

    private static boolean isMonth(DateWord word) {
        return word.role() == Role.MONTH || word.role() == Role.WEAK_MONTH || word.role() == Role.HIJRI;
    }

    private @Nullable DateExpression month(int i, DateWord word) {
        DateExpression found = withYear(i, i, word, 0);
        if (word.role() == Role.WEAK_MONTH && found != null && found.last() == calendar.last(i)) {
            return null;
        }
        return word.role() == Role.HIJRI && found != null && found.basis() == Basis.RELATIVE ? null : found;
    }

    /** Day 0 stands for the whole month. */
    private @Nullable DateExpression withYear(int first, int monthAt, DateWord month, int day) {
        int last = calendar.last(monthAt);
        DateWord twin = calendar.at(last + 1);
        if (twin != null && isMonth(twin) && month.role() != Role.HIJRI) {
            last = calendar.last(last + 1); // the same month in another naming: "أيار/مايو", "شباط (فبراير)"
        } else if (day == 0 && last + 1 < words.count() && isDayNumber(last + 1) && !isYearAt(last + 1)) {
            return null;
        }
        DateWord direction = calendar.at(last + 1);
        int yearAt = last + 1;
        if (direction != null && direction.role() == Role.YEAR_MARK) {
            yearAt = calendar.last(last + 1) + 1;
        }
        if (yearAt < words.count() && isYearAt(yearAt)) {
            return explicit(first, yearAt, month, day, NumberGrammar.value(words.form(yearAt)));
        }
        if (month.role() == Role.HIJRI) {
            return hijri(first, last, month, day);
        }
        if (direction != null && direction.role() == Role.DIRECTION) {
            return directed(first, calendar.last(last + 1), month.value(), day, direction.value());
        }
        return nearestYear(first, last, month.value(), day);
    }

    private boolean isDayNumber(int i) {
        return NumberGrammar.isDigits(words.form(i))
                && words.gap(i) == Words.NONE
                && words.form(i).length() <= 2;
    }

    private boolean isYearAt(int i) {
        String form = words.form(i);
        return form.length() == 4
                && NumberGrammar.isDigits(form)
                && (isYear(NumberGrammar.value(form)) || NumberGrammar.value(form) / 100 == 14);
    }

    private @Nullable DateExpression explicit(int first, int last, DateWord month, int day, int year) {
        LocalDate date;
        if (month.role() == Role.HIJRI) {
            date = fromHijri(year, month.value(), Math.max(1, day));
        } else {
            date = date(year, month.value(), Math.max(1, day));
        }
        Precision precision = day == 0 ? Precision.MONTH : Precision.DAY;
        return date == null
                ? null
                : new DateExpression(first, last, date, date, precision, Basis.EXPLICIT, since(first));
    }

    private @Nullable DateExpression hijri(int first, int last, DateWord month, int day) {
        int year = HijrahDate.from(published).get(java.time.temporal.ChronoField.YEAR);
        LocalDate date = fromHijri(year, month.value(), Math.max(1, day));
        return date == null
                ? null
                : new DateExpression(
                        first,
                        last,
                        date,
                        date,
                        day == 0 ? Precision.MONTH : Precision.DAY,
                        day == 0 ? Basis.RELATIVE : Basis.EXPLICIT,
                        since(first));
    }

    private static @Nullable LocalDate fromHijri(int year, int month, int day) {
        try {
            return LocalDate.from(HijrahDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null; // no such day: not a date
        }
    }

    private @Nullable DateExpression directed(int first, int last, int month, int day, int direction) {
        int year = published.getYear();
        LocalDate date = date(year, month, Math.max(1, day));
        if (date == null) {
            return null;
        }
        if (direction < 0 && date.isAfter(published)) {
            date = date.minusYears(1);
        } else if (direction > 0 && date.isBefore(published)) {
            date = date.plusYears(1);
        }
        Precision precision = day == 0 ? Precision.MONTH : Precision.DAY;
        return new DateExpression(first, last, date, date, precision, Basis.EXPLICIT, since(first));
    }

    private @Nullable DateExpression nearestYear(int first, int last, int month, int day) {
        LocalDate same = date(published.getYear(), month, Math.max(1, day));
        if (same == null) {
            return null;
        }
        LocalDate past = same.isAfter(published) ? same.minusYears(1) : same;
        LocalDate coming = same.isBefore(published.withDayOfMonth(1)) ? same.plusYears(1) : same;
        LocalDate near = ChronoUnit.DAYS.between(past, published) <= 300 ? past : coming;
        Precision precision = day == 0 ? Precision.MONTH : Precision.DAY;
        return new DateExpression(first, last, near, coming, precision, Basis.EXPLICIT, since(first));
    }

    private @Nullable DateExpression year(int first, int last) {
        int at = last + 1;
        if (at < words.count() && isYearAt(at)) {
            int value = NumberGrammar.value(words.form(at));
            LocalDate date = isYear(value) ? LocalDate.of(value, 1, 1) : fromHijri(value, 1, 1);
            return date == null
                    ? null
                    : new DateExpression(first, at, date, date, Precision.YEAR, Basis.EXPLICIT, since(first));
        }
        return null;
    }

    /** "قبل ثلاثة أيام", "قبل شهرين". */
    private @Nullable DateExpression ago(int first, int last) {
        int at = last + 1;
        while (at < words.count() && isFiller(at)) {
            at++;
        }
        if (at >= words.count()) {
            return null;
        }
        int count = 1;
        DateWord unit = calendar.at(at);
        int end = at;
        if (unit == null || unit.role() != Role.UNIT) {
            NumberGrammar.NumberSpan number =
                    NumberGrammar.at(words, numbers, at).orElse(null);
            if (number == null || number.vague() || number.value() > 200) {
                return null;
            }
            count = number.value();
            end = number.last() + 1;
            unit = calendar.at(end);
        }
        return unit == null || unit.role() != Role.UNIT ? null : back(first, calendar.last(end), unit.value(), count);
    }

    private boolean isFiller(int i) {
        DateWord word = calendar.at(i);
        return word != null && word.role() == Role.FILLER;
    }

    private @Nullable DateExpression back(int first, int last, int unit, int count) {
        int times = unit < 0 ? 2 : count;
        return switch (Math.abs(unit)) {
            case 1 -> relative(first, last, published.minusDays(times), Precision.DAY);
            case 30 -> relative(first, last, published.withDayOfMonth(1).minusMonths(times), Precision.MONTH);
            case 365 -> relative(first, last, published.withDayOfYear(1).minusYears(times), Precision.YEAR);
            default -> null;
        };
    }
}
