package org.rasd.lang;

import org.jspecify.annotations.Nullable;

/** Entries of one kind by the word they begin at; the longest wins. */
public final class Found<T> {
    private final Object[] entries;
    private final int[] last;
    private final int[] clitics;

    /** Room for a sentence of {@code count} words. */
    public Found(int count) {
        entries = new Object[count];
        last = new int[count];
        clitics = new int[count];
    }

    /** Takes a match over unless a longer one begins at the same word. */
    public void offer(int first, int lastWord, T entry, int flags) {
        if (entries[first] == null || lastWord > last[first]) {
            entries[first] = entry;
            last[first] = lastWord;
            clitics[first] = flags;
        }
    }

    /** The entry that begins at word {@code i}. */
    @SuppressWarnings("unchecked")
    public @Nullable T at(int i) {
        return i < 0 || i >= entries.length ? null : (T) entries[i];
    }

    /** Last word of the entry at {@code i}. */
    public int last(int i) {
        return last[i];
    }

    /** True where a conjunction is attached before the entry at {@code i}. */
    public boolean joined(int i) {
        return (clitics[i] & Clitics.CONJUNCTION) != 0;
    }

    /** Clitic flags of the entry at {@code i}. */
    public int clitics(int i) {
        return clitics[i];
    }
}
