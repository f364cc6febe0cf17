package org.rasd.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.rasd.lang.Chars;

/**
 * Tells Arabic from other languages in its script, by the letters that only they have and by small words.
 *
 * <p>Arabic typed on a Persian keyboard (with its kaf and ya) stays Arabic, as do loan words with pe, che or gaf.
 */
final class ArabicScript {
    /** Languages of the script that are told apart. */
    static final Set<String> COVERS = Set.of("ar", "fa", "ur", "ps", "ckb", "ug", "sd");

    static final int FEW_WORDS = 8;
    private static final double MARKED = 0.025;
    private static final double PERSIAN = 0.006;
    private static final double ARABIC_WORDS = 0.12;
    private static final double SOME = 0.004;

    private static final int IS_ARABIC = 1;
    private static final int IS_PERSIAN = 2;
    private static final int IS_SORANI = 4;
    private static final String ARABIC =
            "في من على إلى الى عن أن ان إن التي الذي الذين هذا هذه ذلك تلك مع لم لن لا كان كانت قال قالت وقال كما بين خلال أو او "
                    + "ما هو هي وهو وهي كل قبل عند حيث قد وقد لقد منذ حتى ثم أي غير بعد حول ضد بن إنه أنه وفي ومن وعلى نحو أكد أعلن عبر";
    private static final String PERSIAN_WORDS =
            "در به از که این است را با برای آن خود تا شد شده می های یک کرد کرده بر هم نیز بود اما باید اند وی دو ها "
                    + "كه اين براي مي هاي يك کند کنند گفت";
    private static final String SORANI_WORDS = "لە بە بۆ کە ئەم ئەو دەکات لەگەڵ هەر کرد لەسەر";
    private static final Map<String, Integer> SMALL_WORDS = smallWords();
    private static final int LONGEST_SMALL =
            SMALL_WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();
    private static final String SORANI = "ەۆێڕڵڤ";
    private static final String UYGHUR = "ۇۋڭۈې";
    private static final String URDU = "ٹڈڑےںہ";
    private static final String PASHTO = "ښړډټځڅېۍګڼ";
    private static final String SINDHI = "ٻڄڦڙڳڱڃڪڌ";
    private static final String PERSIAN_LETTERS = "پچژگ";

    private ArabicScript() {}

    /**
     * What letters and words say.
     *
     * @param language {@code und} where they do not settle it
     * @param words how many words were looked at
     * @param foreign share of letters that Arabic does not have
     */
    record Verdict(String language, double confidence, int words, double foreign) {
        /** True where the text has letters that the language {@code hint} lacks. */
        boolean speaksAgainst(String hint) {
            return hint.equals("ar") && foreign > SOME;
        }
    }

    static Verdict judge(String sample) {
        Letters letters = Letters.of(sample);
        Votes votes = Votes.of(sample);
        double foreign = letters.share(letters.foreign());
        String other = byLetters(letters);
        if (!other.equals(Languages.UNCLEAR)) {
            return new Verdict(other, 0.95, votes.words, foreign);
        }
        if (votes.persian > votes.arabic && letters.share(letters.persian) > PERSIAN) {
            return new Verdict("fa", 0.95, votes.words, foreign);
        }
        if (votes.persian > 2 && votes.persian > 2 * votes.arabic) {
            return new Verdict("fa", 0.9, votes.words, foreign);
        }
        if (votes.sorani > votes.arabic && votes.sorani > 1) {
            return new Verdict("ckb", 0.9, votes.words, foreign);
        }
        boolean few = votes.words < FEW_WORDS;
        if (votes.arabic >= votes.words * ARABIC_WORDS && votes.arabic > 0 && votes.arabic >= votes.persian) {
            return new Verdict("ar", few ? 0.8 : 0.99, votes.words, foreign);
        }
        return new Verdict(Languages.UNCLEAR, 0, votes.words, foreign);
    }

    private static String byLetters(Letters letters) {
        if (letters.share(letters.sindhi) > MARKED) {
            return "sd";
        }
        if (letters.share(letters.uyghur) > MARKED && letters.share(letters.sorani) > MARKED) {
            return "ug";
        }
        if (letters.share(letters.sorani) > MARKED) {
            return "ckb";
        }
        if (letters.share(letters.pashto) > MARKED) {
            return "ps";
        }
        return letters.share(letters.urdu) > MARKED ? "ur" : Languages.UNCLEAR;
    }

    /** Letters by the language that has them. */
    private record Letters(int all, int sorani, int uyghur, int urdu, int pashto, int sindhi, int persian) {
        static Letters of(String sample) {
            int all = 0;
            int[] counts = new int[6];
            String[] sets = {SORANI, UYGHUR, URDU, PASHTO, SINDHI, PERSIAN_LETTERS};
            for (int i = 0; i < sample.length(); i++) {
                char c = sample.charAt(i);
                if (Chars.isLetter(c)) {
                    all++;
                    // plain Arabic letters end at U+064A
                    for (int set = 0; c > '\u066F' && set < sets.length; set++) {
                        counts[set] += sets[set].indexOf(c) >= 0 ? 1 : 0;
                    }
                }
            }
            return new Letters(all, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
        }

        int foreign() {
            return sorani + uyghur + urdu + pashto + sindhi + persian;
        }

        double share(int count) {
            return all == 0 ? 0 : (double) count / all;
        }
    }

    /** Small words by language; the article "ال" counts for Arabic. */
    private static final class Votes {
        private int words;
        private int arabic;
        private int persian;
        private int sorani;

        static Votes of(String sample) {
            Votes votes = new Votes();
            int start = -1;
            for (int i = 0; i <= sample.length(); i++) {
                boolean letter = i < sample.length() && isWordPart(sample.charAt(i));
                if (letter && start < 0) {
                    start = i;
                } else if (!letter && start >= 0) {
                    votes.count(sample, start, i);
                    start = -1;
                }
            }
            return votes;
        }

        private static boolean isWordPart(char c) {
            return Chars.isLetter(c) || Chars.isMark(c);
        }

        private void count(String sample, int from, int to) {
            words++;
            if (to - from > 4
                    && (sample.startsWith("ال", from)
                            || sample.startsWith("وال", from)
                            || sample.startsWith("بال", from)
                            || sample.startsWith("لل", from))) {
                arabic++;
            } else if (to - from <= LONGEST_SMALL) {
                int language = SMALL_WORDS.getOrDefault(sample.substring(from, to), 0);
                arabic += (language & IS_ARABIC) != 0 ? 1 : 0;
                persian += (language & IS_PERSIAN) != 0 ? 1 : 0;
                sorani += (language & IS_SORANI) != 0 ? 1 : 0;
            }
        }
    }

    private static Map<String, Integer> smallWords() {
        Map<String, Integer> words = new HashMap<>();
        put(words, IS_ARABIC, ARABIC);
        put(words, IS_PERSIAN, PERSIAN_WORDS);
        put(words, IS_SORANI, SORANI_WORDS);
        return words;
    }

    private static void put(Map<String, Integer> words, int language, String list) {
        for (String word : list.split(" ")) {
            words.merge(word, language, (a, b) -> a | b);
        }
    }
}
