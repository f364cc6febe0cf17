package org.rasd.extract;

import java.util.List;
import org.rasd.lang.DateExpression;
import org.rasd.lang.Entry;
import org.rasd.lang.Found;
import org.rasd.lang.NumberWord;
import org.rasd.lang.PhraseMatch;
import org.rasd.lang.Span;
import org.rasd.lang.Words;

/**
 * One sentence with everything that lists and grammars found in it.
 *
 * @param index 0 is the headline
 * @param span where it stands in the title or body
 * @param stems light stems of the words
 * @param low word classes 0 to 63 of each word
 * @param high word classes 64 to 127 of each word
 * @param names names as listed, before the article settles their readings
 * @param entities names with their codes
 */
public record SentenceView(
        int index,
        Span span,
        Words words,
        int[] stems,
        long[] low,
        long[] high,
        List<List<PhraseMatch<Entry>>> names,
        List<EntityHit> entities,
        List<PhraseMatch<TriggerRule>> triggers,
        Found<NumberWord> numbers,
        List<DateExpression> dates) {

    /** True where one of {@code classes} stands among words {@code from..to} (clamped). */
    public boolean anyClass(ClassMask classes, int from, int to) {
        for (int i = Math.max(0, from); i <= Math.min(to, words.count() - 1); i++) {
            if (classes.meets(low[i], high[i])) {
                return true;
            }
        }
        return false;
    }

    /** True where word {@code i} is of class {@code classId}. */
    public boolean is(int i, int classId) {
        if (i < 0 || i >= words.count()) {
            return false;
        }
        return classId < 64 ? (low[i] & 1L << classId) != 0 : (high[i] & 1L << (classId - 64)) != 0;
    }

    /** True where one of the {@code reach} words before word {@code i} is of class {@code classId}, with nothing but quotes between. */
    boolean isBehind(int i, int classId, int reach) {
        for (int k = i - 1; k >= Math.max(0, i - reach); k--) {
            if (is(k, classId)) {
                return true;
            }
            if (isBreak(k + 1)) {
                return false;
            }
        }
        return false;
    }

    /** How many of words {@code from..to} have punctuation other than quotes before them. */
    int breaks(int from, int to) {
        int out = 0;
        for (int i = from; i <= to; i++) {
            out += isBreak(i) ? 1 : 0;
        }
        return out;
    }

    private boolean isBreak(int i) {
        return (words.gap(i) & ~Words.QUOTE) != 0;
    }

    /** The stem of word {@code i}; 0 outside the sentence. */
    int stem(int i) {
        return i < 0 || i >= stems.length ? 0 : stems[i];
    }

    /** The same sentence with its names settled. */
    SentenceView withEntities(List<EntityHit> settled) {
        return new SentenceView(index, span, words, stems, low, high, names, settled, triggers, numbers, dates);
    }
}
