package org.rasd.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rasd.lang.AmbiguousName;
import org.rasd.lang.ClassWord;
import org.rasd.lang.DateGrammar;
import org.rasd.lang.DateWord;
import org.rasd.lang.Entry;
import org.rasd.lang.Found;
import org.rasd.lang.GazetteerEntry;
import org.rasd.lang.NumberWord;
import org.rasd.lang.PhraseMatch;
import org.rasd.lang.Span;
import org.rasd.lang.Words;

/** Reads one sentence: words, then one pass of the automaton, sorted into what each kind of list found. */
final class SentenceAnalyzer {
    private final CoderLexicon lexicon;

    SentenceAnalyzer(CoderLexicon lexicon) {
        this.lexicon = lexicon;
    }

    SentenceView analyze(String text, Span span, int index, LocalDate published) {
        Words words = Words.of(text, span.begin(), span.end());
        int count = words.count();
        long[] low = new long[count];
        long[] high = new long[count];
        Found<NumberWord> numbers = new Found<>(count);
        Found<DateWord> calendar = new Found<>(count);
        List<PhraseMatch<Entry>> names = new ArrayList<>();
        List<PhraseMatch<TriggerRule>> triggers = new ArrayList<>();
        for (PhraseMatch<Entry> match : lexicon.automaton().find(words)) {
            Entry entry = match.entry();
            if (entry instanceof ClassWord word) {
                mark(low, high, match, word.classId());
            } else if (entry instanceof TriggerRule rule) {
                triggers.add(new PhraseMatch<>(match.first(), match.last(), rule, match.tense(), match.clitics()));
            } else if (entry instanceof NumberWord number) {
                numbers.offer(match.first(), match.last(), number, match.clitics());
            } else if (entry instanceof DateWord date) {
                calendar.offer(match.first(), match.last(), date, match.clitics());
            } else if (entry instanceof GazetteerEntry || entry instanceof AmbiguousName) {
                names.add(match);
            }
        }
        triggers.sort(Comparator.<PhraseMatch<TriggerRule>>comparingInt(PhraseMatch::first)
                .thenComparing(Comparator.<PhraseMatch<TriggerRule>>comparingInt(PhraseMatch::last)
                        .reversed())
                .thenComparing(match -> match.entry().id()));
        return new SentenceView(
                index,
                span,
                words,
                Stems.of(words),
                low,
                high,
                EntityResolver.group(names),
                List.of(),
                triggers,
                numbers,
                new DateGrammar(words, calendar, numbers, published).find());
    }

    private static void mark(long[] low, long[] high, PhraseMatch<Entry> match, int classId) {
        for (int i = match.first(); i <= match.last(); i++) {
            if (classId < 64) {
                low[i] |= 1L << classId;
            } else {
                high[i] |= 1L << (classId - 64);
            }
        }
    }

    /** Settles the names of all sentences of an article. */
    static List<SentenceView> settle(List<SentenceView> sentences, LocalDate published) {
        Set<String> codes = new HashSet<>();
        sentences.forEach(view -> EntityResolver.collectClear(view.names(), published, codes));
        return sentences.stream()
                .map(view -> view.withEntities(EntityResolver.resolve(view.names(), view.words(), published, codes)))
                .toList();
    }
}
