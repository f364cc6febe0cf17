package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rasd.lang.NumberGrammar;
import org.rasd.lang.NumberGrammar.NumberSpan;
import org.rasd.lang.NumberWord;
import org.rasd.lang.Words;

/**
 * Counts the persons whom an exchange or a release concerns: numbers before a word for prisoners or persons, duals and
 * singulars; "from each side" doubles, both sides add up.
 */
final class PersonsCounter {
    private final int prisoner;
    private final int person;
    private final int casualty;
    private final int against;

    PersonsCounter(WordClasses classes) {
        prisoner = classes.find("prisoner").orElse(-1);
        person = classes.find("person").orElse(-1);
        casualty = classes.find("casualty").orElse(-1);
        against = classes.find("cond").orElse(-1);
    }

    private record Count(int first, int last, int value) {}

    Optional<Integer> count(Candidate c) {
        List<Count> counts = counts(c.view());
        Count best = null;
        for (Count count : counts) {
            if (best == null || distance(c, count) < distance(c, best)) {
                best = count;
            }
        }
        if (best == null || distance(c, best) > 14) {
            return Optional.empty();
        }
        int total = best.value();
        if (eachSide(c.view(), best.last())) {
            return Optional.of(total * 2);
        }
        for (Count count : counts) {
            if (count != best && isOpposite(c.view(), best, count)) {
                total += count.value();
                break;
            }
        }
        return Optional.of(total);
    }

    private static int distance(Candidate c, Count count) {
        return count.first() > c.last() ? count.first() - c.last() : 2 * Math.max(0, c.first() - count.last());
    }

    private List<Count> counts(SentenceView view) {
        List<Count> out = new ArrayList<>();
        int i = 0;
        while (i < view.words().count()) {
            int at = i;
            Optional<NumberSpan> number = NumberGrammar.at(view.words(), view.numbers(), i);
            if (number.isPresent()) {
                i = number.get().last() + 1;
                noun(view, i)
                        .filter(noun -> !number.get().vague() && number.get().value() > 0)
                        .ifPresent(
                                noun -> out.add(new Count(at, noun, number.get().value())));
            } else {
                if (isDual(view, i)) {
                    out.add(new Count(i, i, 2));
                }
                i++;
            }
        }
        return out;
    }

    /** The counted noun within three words after a number, or the number alone before "from each side". */
    private Optional<Integer> noun(SentenceView view, int from) {
        for (int i = from; i < Math.min(view.words().count(), from + 3); i++) {
            if ((view.words().gap(i) & ~Words.QUOTE) != 0 || view.is(i, casualty)) {
                return Optional.empty();
            }
            if (view.is(i, prisoner) || view.is(i, person)) {
                return Optional.of(i);
            }
            NumberWord word = view.numbers().at(i);
            if (word != null || NumberGrammar.isDigits(view.words().form(i))) {
                return Optional.empty();
            }
        }
        for (EntityHit hit : view.entities()) {
            if (hit.first() == from
                    && view.words().gap(from) == Words.NONE
                    && hit.entry().kind() == org.rasd.lang.GazetteerEntry.Kind.DEMONYM) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    private boolean isDual(SentenceView view, int i) {
        String form = view.words().form(i);
        return view.is(i, prisoner)
                && (form.endsWith("يرين")
                        || form.endsWith("يران")
                        || form.endsWith("ينتين")
                        || form.endsWith("ثتين")
                        || form.endsWith("مانين")
                        || form.endsWith("يرتين")
                        || form.endsWith("زتين"));
    }

    private static boolean eachSide(SentenceView view, int from) {
        for (int i = from; i + 1 < Math.min(view.words().count(), from + 6); i++) {
            boolean each =
                    view.words().form(i).equals("كل") || view.words().form(i).equals("لكل");
            String next = view.words().form(i + 1);
            if (each && (next.equals("جانب") || next.equals("طرف") || next.equals("منهما") || next.equals("بلد"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpposite(SentenceView view, Count a, Count b) {
        int from = Math.min(a.last(), b.last()) + 1;
        int to = Math.max(a.first(), b.first()) - 1;
        for (int i = from; i <= to; i++) {
            String form = view.words().form(i);
            if (view.is(i, against) && (form.equals("مقابل") || form.equals("بمقابل"))
                    || form.equals("مقابل")
                    || form.equals("بمقابل")
                    || form.equals("لقاء")) {
                return true;
            }
        }
        return false;
    }
}
