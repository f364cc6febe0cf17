package org.rasd.extract.ner;

import java.util.List;

/** Looks a word up in lists and classes and makes the hashes of its features. */
final class WordReader {
    private static final int FORM = 1;
    private static final int STEM = 2;
    private static final int PREFIX = 3;
    private static final int SUFFIX = 4;
    private static final int SHAPE = 5;
    private static final int LIST = 6;
    private static final int CLITIC = 7;
    private static final int CLASS = 8;
    private static final int LONGEST_AFFIX = 4;
    private static final int LISTS_IN_KEY = 40;

    private final NameLists lists;
    private final Clusters clusters;

    WordReader(NameLists lists, Clusters clusters) {
        this.lists = lists;
        this.clusters = clusters;
    }

    WordInfo read(String token) {
        String form = Forms.fold(token);
        List<Forms.Stem> stems = Forms.stems(form);
        Ints identity = new Ints();
        identity.add(Mix.of(FORM, form, 0, form.length()));
        Ints traits = new Ints();
        long seen = 0;
        for (int s = 0; s < stems.size(); s++) {
            Forms.Stem stem = stems.get(s);
            int text = Mix.of(STEM, stem.text(), 0, stem.text().length());
            identity.add(text);
            int prefix = Mix.of(CLITIC, stem.prefix(), 0, stem.prefix().length());
            if (s > 0) {
                traits.add(prefix);
            }
            for (short cls : lists.word(stem.text())) {
                traits.add(Mix.of(LIST, cls));
                traits.add(Mix.of(Mix.of(LIST + 100, cls), prefix));
                if (s == 0 || seen == 0) {
                    seen |= 1L << (Integer.remainderUnsigned(cls / 16 * 2 + (cls % 16 > 13 ? 1 : 0), LISTS_IN_KEY));
                }
            }
        }
        affixes(form, stems, traits);
        int[] classes = clusters.of(stems);
        for (int k = 0; k < classes.length; k++) {
            traits.add(Mix.of(CLASS + 20 * k, classes[k]));
        }
        traits.add(Mix.of(LIST + 200, Long.hashCode(seen)));
        traits.add(Mix.of(SHAPE, shape(token)));
        return new WordInfo(
                form,
                stems,
                identity.toArray(),
                traits.toArray(),
                classes.length == 0 ? shape(token) : Mix.of(CLASS, classes[0]),
                classes.length == 0 ? shape(token) : Mix.of(CLASS + 1, classes[classes.length - 1]),
                Long.hashCode(seen));
    }

    private static void affixes(String form, List<Forms.Stem> stems, Ints traits) {
        String stem = stems.get(stems.size() - 1).text();
        for (int n = 1; n <= Math.min(LONGEST_AFFIX, form.length() - 1); n++) {
            traits.add(Mix.of(PREFIX, form, 0, n));
            traits.add(Mix.of(SUFFIX, form, form.length() - n, form.length()));
        }
        if (stems.size() > 1) {
            for (int n = 2; n <= Math.min(LONGEST_AFFIX - 1, stem.length() - 1); n++) {
                traits.add(Mix.of(PREFIX + 50, stem, 0, n));
            }
        }
    }

    private static int shape(String token) {
        char c = token.charAt(0);
        if (Character.isDigit(c)) {
            return 1;
        }
        if (c < 128 && Character.isLetter(c)) {
            return Character.isUpperCase(c) ? 2 : 3;
        }
        return Character.isLetter(c) ? 8 + Math.min(token.length(), 8) : 32 + c;
    }
}
