package org.rasd.lang;

import java.util.Optional;

/** Reads whole numbers in digits of any set and in words ("205", "1,200", "مئتان وخمسة"). */
public final class NumberGrammar {
    private static final int LONGEST_DIGITS = 9;

    private NumberGrammar() {}

    /** A number over words {@code first..last}; vague ones ("hundreds of") carry no value. */
    public record NumberSpan(int first, int last, int value, boolean vague) {}

    /** The number that begins at word {@code at}. */
    public static Optional<NumberSpan> at(Words words, Found<NumberWord> numbers, int at) {
        if (isDigits(words.form(at))) {
            return Optional.of(digits(words, numbers, at));
        }
        NumberWord word = numbers.at(at);
        if (word == null || word.rank() == NumberWord.Rank.ORDINAL || word.rank() == NumberWord.Rank.TEEN) {
            return Optional.empty();
        }
        if (word.rank() == NumberWord.Rank.VAGUE) {
            return Optional.of(new NumberSpan(at, at, 0, true));
        }
        if (word.rank() == NumberWord.Rank.SCALE && isPlural(words.form(at))) {
            return Optional.of(new NumberSpan(at, at, 0, true));
        }
        return Optional.of(inWords(words, numbers, at));
    }

    /** "آلاف الأسرى": thousands of, with no number before. */
    private static boolean isPlural(String form) {
        return form.endsWith("الاف") || form.endsWith("ملايين");
    }

    /** True where a word is digits alone. */
    public static boolean isDigits(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) < '0' || form.charAt(i) > '9') {
                return false;
            }
        }
        return !form.isEmpty();
    }

    /** The value of digits, or -1 where they are too many. */
    public static int value(String digits) {
        return digits.length() > LONGEST_DIGITS ? -1 : Integer.parseInt(digits);
    }

    private static NumberSpan digits(Words words, Found<NumberWord> numbers, int at) {
        long value = Math.max(0, value(words.form(at)));
        int last = at;
        while (last + 1 < words.count() && isGroup(words, last + 1) && value < 1_000_000) {
            value = value * 1000 + value(words.form(last + 1));
            last++;
        }
        if (last + 1 < words.count() && words.gap(last + 1) == Words.NONE) {
            NumberWord next = numbers.at(last + 1);
            if (next != null && next.rank() == NumberWord.Rank.SCALE && !numbers.joined(last + 1)) {
                value = value * next.value();
                last++;
            } else if (next != null && next.rank() == NumberWord.Rank.VAGUE) {
                return new NumberSpan(at, last + 1, 0, true);
            }
        }
        return new NumberSpan(at, last, (int) Math.min(Integer.MAX_VALUE, value), false);
    }

    /** Three digits right after one separator: the next group of a long number. */
    private static boolean isGroup(Words words, int at) {
        return words.form(at).length() == 3
                && isDigits(words.form(at))
                && words.sourceBegin(at) == words.sourceEnd(at - 1) + 1
                && (words.gap(at) & (Words.COMMA | Words.OTHER)) != 0;
    }

    private static NumberSpan inWords(Words words, Found<NumberWord> numbers, int at) {
        long total = 0;
        long group = 0;
        int i = at;
        while (i < words.count()) {
            NumberWord word = numbers.at(i);
            if (word == null || (i > at && !continues(words, numbers, i))) {
                break;
            }
            switch (word.rank()) {
                case UNIT, TEEN, TEN, COMPLETE -> group += word.value();
                case HUNDRED ->
                    group = group > 0 && group < 10 && !numbers.joined(i) ? group * 100 : group + word.value();
                case SCALE -> {
                    total += Math.max(1, group) * word.value();
                    group = 0;
                }
                default -> {
                    return new NumberSpan(at, i, 0, true);
                }
            }
            i++;
        }
        return new NumberSpan(at, i - 1, (int) Math.min(Integer.MAX_VALUE, total + group), false);
    }

    private static boolean continues(Words words, Found<NumberWord> numbers, int i) {
        if ((words.gap(i) & ~Words.QUOTE) != 0) {
            return false;
        }
        NumberWord word = numbers.at(i);
        if (word == null) {
            return false;
        }
        NumberWord.Rank rank = word.rank();
        NumberWord before = numbers.at(i - 1);
        if (word.value() == 10 && before != null && before.rank() == NumberWord.Rank.UNIT && !numbers.joined(i)) {
            return true; // خمسة عشر
        }
        boolean multiplies =
                rank == NumberWord.Rank.SCALE || rank == NumberWord.Rank.HUNDRED || rank == NumberWord.Rank.TEEN;
        return rank != NumberWord.Rank.ORDINAL && (numbers.joined(i) || multiplies);
    }
}
