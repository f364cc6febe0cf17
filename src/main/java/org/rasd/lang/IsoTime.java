package org.rasd.lang;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Date and time as nearly every archive writes them, read without a formatter: each record has one or more. */
public final class IsoTime {
    private static final String SHAPE = "0000-00-00T00:00:00";

    private IsoTime() {}

    /** The time in {@code text} where it is of the kind {@code 2024-05-06T07:08:09Z}, to the second and in UTC; else null. */
    public static @Nullable LocalDateTime utc(String text) {
        int length = SHAPE.length();
        if (text.length() != length + 1 || text.charAt(length) != 'Z') {
            return null;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char due = SHAPE.charAt(i);
            if (due == '0' ? c < '0' || c > '9' : c != due) {
                return null;
            }
        }
        try {
            return LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
