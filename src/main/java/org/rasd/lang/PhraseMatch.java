package org.rasd.lang;

/**
 * A listed form found in a sentence.
 *
 * @param first first word
 * @param last last word, inclusive
 * @param entry what the list says of it
 * @param clitics flags of {@link Clitics}
 */
public record PhraseMatch<T>(int first, int last, T entry, Tense tense, int clitics) {
    /** True where {@code flag} of {@link Clitics} is set. */
    public boolean has(int flag) {
        return (clitics & flag) != 0;
    }

    /** Words covered. */
    public int width() {
        return last - first + 1;
    }
}
