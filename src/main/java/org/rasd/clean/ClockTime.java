package org.rasd.clean;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A time of day in a printed date: 14:30, 2:30:05 م, 10:15 مساء, 9:00 AM.
 *
 * @param next the token after it
 */
record ClockTime(LocalTime time, int next) {
    private static final Set<String> MORNING = Set.of("ص", "صباحا", "صباح", "am", "فجرا");
    private static final Set<String> EVENING = Set.of("م", "مساء", "pm", "ظهرا", "عصرا", "ليلا");
    private static final int NANOS = 1_000_000_000;

    /** The first time of day, looked for after the date first, then before it. */
    static Optional<ClockTime> find(DateTokens tokens, int dateFirst, int dateLast) {
        if (tokens.digits(dateLast) == 14) {
            return compact(tokens.text(dateLast).substring(8), dateLast + 1);
        }
        if (tokens.text(dateLast + 1).equals("t")
                && tokens.isNumber(dateLast + 2)
                && tokens.digits(dateLast + 2) == 6) {
            return compact(tokens.text(dateLast + 2), dateLast + 3);
        }
        return find(tokens, dateLast + 1).or(() -> find(tokens, 0).filter(time -> time.next <= dateFirst));
    }

    private static Optional<ClockTime> find(DateTokens tokens, int from) {
        for (int i = from; i < tokens.count(); i++) {
            if (tokens.isNumber(i)
                    && tokens.digits(i) <= 2
                    && tokens.isSign(i + 1, ":")
                    && tokens.isNumber(i + 2)
                    && tokens.digits(i + 2) == 2
                    && !tokens.isSign(i - 1, "+")) {
                return at(tokens, i);
            }
        }
        return Optional.empty();
    }

    private static Optional<ClockTime> at(DateTokens tokens, int i) {
        int hour = (int) tokens.number(i);
        int minute = (int) tokens.number(i + 2);
        int second = 0;
        int nano = 0;
        int next = i + 3;
        if (tokens.isSign(next, ":") && tokens.isNumber(next + 1) && tokens.digits(next + 1) == 2) {
            second = (int) tokens.number(next + 1);
            next += 2;
            if (tokens.isSign(next, ".,") && tokens.isNumber(next + 1)) {
                nano = (int) (Double.parseDouble("0." + tokens.text(next + 1)) * NANOS);
                next += 2;
            }
        }
        String half = tokens.text(next);
        boolean evening = EVENING.contains(half);
        if (evening || MORNING.contains(half)) {
            next++;
            if (hour > 12) {
                return valid(hour, minute, second, nano, next);
            }
            hour = hour % 12 + (evening && !(half.equals("ليلا") && hour == 12) ? 12 : 0);
        }
        return valid(hour, minute, second, nano, next);
    }

    private static Optional<ClockTime> compact(String digits, int next) {
        return valid(
                Integer.parseInt(digits.substring(0, 2)),
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                0,
                next);
    }

    private static Optional<ClockTime> valid(int hour, int minute, int second, int nano, int next) {
        boolean valid = hour < 24 && minute < 60 && second < 60;
        return valid ? Optional.of(new ClockTime(LocalTime.of(hour, minute, second, nano), next)) : Optional.empty();
    }
}
