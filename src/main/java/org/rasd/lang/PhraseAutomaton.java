package org.rasd.lang;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds all listed forms in a sentence in one pass, at word boundaries, with clitics taken off.
 *
 * <p>Shape: matches in order of their end; several where forms overlap or are shared. Cost: one transition a character,
 * then a check of the word around each hit. Built once, then read by any number of threads.
 *
 * @param <T> what a list says of a form
 */
public final class PhraseAutomaton<T> {
    private final AhoCorasickDoubleArrayTrie<List<Listed<T>>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final Clitics clitics = new Clitics();

    private PhraseAutomaton(TreeMap<String, List<Listed<T>>> forms) {
        trie.build(forms);
    }

    private record Listed<T>(Attach attach, Tense tense, T entry) {}

    /** Collects forms. */
    public static final class Builder<T> {
        private final TreeMap<String, List<Listed<T>>> forms = new TreeMap<>();

        /** Adds one folded form. */
        public Builder<T> add(Surface form, T entry) {
            List<Listed<T>> listed = forms.computeIfAbsent(form.text(), key -> new ArrayList<>(1));
            Listed<T> one = new Listed<>(form.attach(), form.tense(), entry);
            if (!listed.contains(one)) {
                listed.add(one);
            }
            return this;
        }

        /** Adds every form of a word as {@link Inflector} reads it. */
        public Builder<T> addWord(String word, T entry) {
            Inflector.forms(word).forEach(form -> add(form, entry));
            return this;
        }

        /** The automaton; the builder is spent. */
        public PhraseAutomaton<T> build() {
            if (forms.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot build the phrase automaton: no forms, got an empty list; check conf/lexicon");
            }
            return new PhraseAutomaton<>(forms);
        }
    }

    /** All matches in {@code words}. */
    public List<PhraseMatch<T>> find(Words words) {
        List<PhraseMatch<T>> out = new ArrayList<>();
        String text = words.text();
        trie.parseText(text, (begin, end, listed) -> {
            int first = words.wordAt(begin);
            int last = words.wordAt(end - 1);
            if (first < 0 || begin - words.begin(first) > 5 || words.end(last) - end > 3) {
                return;
            }
            for (int i = 0; i < listed.size(); i++) {
                Listed<T> one = listed.get(i);
                int flags = parse(words, text, begin, end, first, last, one.attach());
                if (flags != Clitics.IMPOSSIBLE) {
                    out.add(new PhraseMatch<>(first, last, one.entry(), one.tense(), flags));
                }
            }
        });
        return out;
    }

    private int parse(Words words, String text, int begin, int end, int first, int last, Attach attach) {
        return clitics.parse(text, words.begin(first), begin, end, words.end(last), attach);
    }
}
