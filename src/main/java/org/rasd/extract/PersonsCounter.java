package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rasd.lang.GazetteerEntry.Kind;
import org.rasd.lang.NumberGrammar;
import org.rasd.lang.NumberGrammar.NumberSpan;
import org.rasd.lang.Words;

/**
 * Counts the persons whom an exchange or a release concerns: numbers before a word for prisoners or persons, and duals.
 *
 * <p>Both sides of an exchange add up; "from each side" doubles; numbers after "among them" are parts and do not count; where
 * the first number is the sum of the others it is the total. A running total ("that brings the sum to more than 1,500") is not of
 * this exchange and does not count, unless it is just the sum of the other numbers.
 */
final class PersonsCounter {
    private static final int REACH = 16;
    private static final int MOST_APART = 25;
    private static final int SUM_REACH = 7;

    private final int prisoner;
    private final int person;
    private final int casualty;
    private final int pair;
    private final int each;
    private final int part;
    private final int single;
    private final int sum;

    PersonsCounter(WordClasses classes) {
        prisoner = classes.find("prisoner").orElse(-1);
        person = classes.find("person").orElse(-1);
        casualty = classes.find("casualty").orElse(-1);
        pair = classes.find("pair").orElse(-1);
        each = classes.find("each").orElse(-1);
        single = classes.find("single").orElse(-1);
        part = classes.find("part").orElse(-1);
        sum = classes.find("sum").orElse(-1);
    }

    private record Count(int first, int last, int value) {}

    Optional<Integer> count(Candidate c) {
        List<Count> counts = counts(c.view());
        counts.removeIf(one -> isPart(c.view(), one));
        dropSums(c.view(), counts);
        boolean swap = c.type().equals("PRISONER_EXCHANGE");
        if (counts.isEmpty() && !swap && isSingle(c)) {
            return Optional.of(1);
        }
        if (isRatio(c.view()) || counts.isEmpty() || counts.stream().noneMatch(one -> distance(c, one) <= REACH)) {
            return Optional.empty();
        }
        if (!swap) {
            return Optional.of(nearest(c, counts).value());
        }
        if (counts.size() == 2 && counts.get(0).value() == 2 * counts.get(1).value()) {
            return Optional.of(counts.get(0).value());
        }
        int total = total(counts);
        return Optional.of(counts.size() <= 2 && eachSide(c.view()) ? total * 2 : total);
    }

    /** Numbers behind a word for a sum go where other numbers are there that they do not sum up. */
    private void dropSums(SentenceView view, List<Count> counts) {
        List<Count> sums = counts.stream()
                .filter(one -> view.isBehind(one.first(), sum, SUM_REACH))
                .toList();
        if (sums.isEmpty() || sums.size() == counts.size()) {
            return;
        }
        List<Count> others = new ArrayList<>(counts);
        others.removeAll(sums);
        int total = others.stream().mapToInt(Count::value).sum();
        boolean summedUp = sums.stream().anyMatch(one -> one.value() == total);
        counts.removeAll(summedUp ? others : sums);
    }

    /** One person by name or pronoun right after the trigger. */
    private boolean isSingle(Candidate c) {
        for (int i = c.first(); i <= Math.min(c.view().words().count() - 1, c.last() + 3); i++) {
            if (c.view().is(i, single)) {
                return true;
            }
        }
        return false;
    }

    /** "ثلاثة أسرى مقابل كل رهينة" tells a rate, not a number. */
    private static boolean isRatio(SentenceView view) {
        for (int i = 0; i + 1 < view.words().count(); i++) {
            if (view.words().form(i).endsWith("مقابل")
                    && view.words().form(i + 1).equals("كل")) {
                return true;
            }
        }
        return false;
    }

    private static Count nearest(Candidate c, List<Count> counts) {
        Count best = counts.get(0);
        for (Count one : counts) {
            best = distance(c, one) < distance(c, best) ? one : best;
        }
        return best;
    }

    private static int total(List<Count> counts) {
        int sum = 0;
        for (Count one : counts) {
            if (one.first() - counts.get(0).first() <= MOST_APART) {
                sum += one.value();
            }
        }
        boolean firstIsTotal = counts.size() > 2 && sum == 2 * counts.get(0).value();
        return firstIsTotal ? counts.get(0).value() : sum;
    }

    private static int distance(Candidate c, Count count) {
        return Math.max(0, c.distanceTo(count.first(), count.last()));
    }

    /** Among those counted before: "بينهم 16 سعوديا"; the rest of such a list too. */
    private boolean isPart(SentenceView view, Count count) {
        for (int i = count.first() - 1; i >= Math.max(0, count.first() - 8); i--) {
            if (view.is(i, part)) {
                return true;
            }
            boolean other = view.is(i, prisoner) || view.is(i, person);
            boolean joined = view.words().form(count.first()).startsWith("و");
            if (other && !joined || (view.words().gap(i + 1) & ~Words.QUOTE) != 0) {
                return false;
            }
        }
        return false;
    }

    private List<Count> counts(SentenceView view) {
        List<Count> out = new ArrayList<>();
        int i = 0;
        while (i < view.words().count()) {
            int at = i;
            Optional<NumberSpan> number = NumberGrammar.at(view.words(), view.numbers(), i);
            if (number.isPresent()) {
                i = number.get().last() + 1;
                if (!number.get().vague() && number.get().value() > 0) {
                    int value = number.get().value();
                    boolean rises = at > 0 && view.words().form(at - 1).equals("الي");
                    Optional<Integer> noun =
                            rises ? Optional.empty() : noun(view, i).or(() -> nounBefore(view, at));
                    noun.ifPresent(last -> out.add(new Count(at, Math.max(at, last), value)));
                }
            } else {
                if (view.is(i, pair)) {
                    out.add(new Count(i, i, 2));
                }
                i++;
            }
        }
        return out;
    }

    /** The counted noun within three words after a number, also behind "of"; or "from each side" right after it. */
    private Optional<Integer> noun(SentenceView view, int from) {
        int of = from < view.words().count() && view.words().form(from).equals("من") ? 1 : 0;
        if (from >= view.words().count() || (view.words().gap(from) & ~Words.QUOTE) != 0) {
            return Optional.empty();
        }
        if (view.is(from, each) || view.is(from + 1, each) && of == 0) {
            return Optional.of(from);
        }
        for (int i = from + of; i < Math.min(view.words().count(), from + of + 3); i++) {
            if ((view.words().gap(i) & ~Words.QUOTE) != 0 || view.is(i, casualty)) {
                return Optional.empty();
            }
            if (view.is(i, prisoner) || view.is(i, person) || isDemonym(view, i, from + of)) {
                return Optional.of(i);
            }
            if (view.numbers().at(i) != null
                    || NumberGrammar.isDigits(view.words().form(i))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "الأسرى الـ115": the noun before the number. */
    private Optional<Integer> nounBefore(SentenceView view, int at) {
        boolean article = at >= 2 && view.words().form(at - 1).equals("ال");
        return article && (view.is(at - 2, prisoner) || view.is(at - 2, person)) ? Optional.of(at) : Optional.empty();
    }

    /** "عشرة أميركيين": the people of a country right after the number. */
    private static boolean isDemonym(SentenceView view, int i, int first) {
        if (i != first || view.words().gap(i) != Words.NONE) {
            return false;
        }
        for (EntityHit hit : view.entities()) {
            if (hit.first() == i && hit.entry().kind() == Kind.DEMONYM) {
                return true;
            }
        }
        return false;
    }

    private boolean eachSide(SentenceView view) {
        for (int i = 0; i < view.words().count(); i++) {
            if (view.is(i, each)) {
                return true;
            }
        }
        return false;
    }
}
