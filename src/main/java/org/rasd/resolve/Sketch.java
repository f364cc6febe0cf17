package org.rasd.resolve;

import java.text.Normalizer;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content words of a sentence as a short string: each char is the hash of one word's stem, sorted, without repeats.
 * Two sentences on one incident share rare ones.
 */
final class Sketch {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]{3,}");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");
    private static final Pattern CLITICS = Pattern.compile("^[وف]?[بكل]?(?:ال|لل)?(?=.{3})");
    private static final int STEM = 5;
    private static final int WORDS_KEPT = 48;
    /** Hashes stay clear of control chars below and surrogates above, so that the string survives UTF-8. */
    private static final int LOWEST = 0x100;

    private static final int BUCKETS = 0xD000;

    /** So many words in common make it likely that two sentences tell of one incident. */
    static final int ALIKE = 5;

    private Sketch() {}

    /** Words that two sketches share. */
    static int shared(String a, String b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order = Character.compare(a.charAt(i), b.charAt(j));
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    static String of(String sentence) {
        TreeSet<Character> hashes = new TreeSet<>();
        Matcher words = WORD.matcher(MARKS.matcher(Normalizer.normalize(sentence, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT));
        while (words.find() && hashes.size() < WORDS_KEPT) {
            hashes.add(hash(stem(words.group())));
        }
        StringBuilder sketch = new StringBuilder();
        hashes.forEach(sketch::append);
        return sketch.toString();
    }

    private static String stem(String word) {
        String folded = word.replaceAll("[أإآ]", "ا").replace('ى', 'ي').replace('ة', 'ه');
        String bare = CLITICS.matcher(folded).replaceFirst("");
        return bare.substring(0, Math.min(STEM, bare.length()));
    }

    private static char hash(String stem) {
        int mixed = stem.hashCode() * 0x9E3779B1;
        return (char) (LOWEST + Integer.remainderUnsigned(mixed ^ (mixed >>> 15), BUCKETS));
    }
}
