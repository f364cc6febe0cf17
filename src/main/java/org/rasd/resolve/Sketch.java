package org.rasd.resolve;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int STEM = 5;
    private static final int STAYS = 3;
    private static final int WORDS_KEPT = 48;
    /** Hashes stay clear of control chars below and surrogates above, so that the string survives UTF-8. */
    private static final int LOWEST = 0x100;

    private static final int BUCKETS = 0xD000;

    /** Words of so little meaning that sentences share them by chance; stems, as {@link #stem} gives them. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "علي", "الي", "التي", "الذي", "الذين", "هذا", "هذه", "ذلك", "تلك", "بعد", "قبل", "خلال", "منذ", "عند",
            "عندم", "حين", "حيث", "كان", "كانت", "يكون", "تكون", "كما", "لكن", "غير", "بين", "عبر", "نحو", "حول", "ضمن",
            "حتي", "مثل", "كل", "بعض", "اكثر", "اقل", "قال", "قالت", "يقول", "اكد", "اكدت", "اعلن", "اعلنت", "اضاف",
            "اضافت", "اشار", "ذكر", "ذكرت", "اوضح", "اليوم", "امس", "يوم", "عام", "شهر", "عدد", "عدم", "وقت", "مع",
            "ايضا", "لدي", "تحت", "فوق", "دون", "اما", "وفق", "وفقا", "جانب", "سابق", "جديد", "اخري", "اخر", "هناك",
            "انه", "انها", "انهم", "لها", "له", "لهم", "منه", "منها", "فيه", "فيها", "به", "بها", "عنه", "عنها", "عليه",
            "وهو", "وهي", "هو", "هي", "ليس", "لم", "لن", "قد", "اي", "اذا", "لان", "سوف");

    private Sketch() {}

    /** True where two sketches share {@code least} words or more, and {@code share} of the shorter one. */
    static boolean alike(String a, String b, int least, double share) {
        return alike(shared(a, b), a.length(), b.length(), least, share);
    }

    /** The same of {@code a} and {@code b} words, of which {@code shared} are in both. */
    static boolean alike(int shared, int a, int b, int least, double share) {
        return shared >= least && shared >= share * Math.min(a, b);
    }

    /** True where a good part of the shorter one is in the other too: enough where sides and days agree. */
    static boolean akin(int shared, int a, int b) {
        return alike(shared, a, b, 4, 0.25);
    }

    /** True where most of the shorter one is in the other too: one sentence told again. */
    static boolean retold(int shared, int a, int b) {
        return alike(shared, a, b, 5, 0.5);
    }

    /** The same with so many words in common that those who are read into them do not matter. */
    static boolean repeated(int shared, int a, int b) {
        return alike(shared, a, b, 8, 0.5);
    }

    /** Tells of two sketches, by their words in common and their lengths, whether they are like. */
    interface Likeness {
        boolean holds(int shared, int mine, int its);
    }

    /** True where one of {@code some} is like one of {@code others}. */
    static boolean anyLike(List<char[]> some, List<char[]> others, Likeness likeness) {
        for (char[] mine : some) {
            for (char[] its : others) {
                if (likeness.holds(shared(mine, its), mine.length, its.length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Words that two sketches share. */
    static int shared(String a, String b) {
        return shared(a.toCharArray(), b.toCharArray());
    }

    /** The same of their chars. */
    static int shared(char[] a, char[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            char mine = a[i];
            char its = b[j];
            shared += mine == its ? 1 : 0;
            i += mine <= its ? 1 : 0;
            j += mine >= its ? 1 : 0;
        }
        return shared;
    }

    static String of(String sentence) {
        TreeSet<Character> hashes = new TreeSet<>();
        Matcher words = WORD.matcher(MARKS.matcher(Normalizer.normalize(sentence, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT));
        while (words.find() && hashes.size() < WORDS_KEPT) {
            String stem = stem(words.group());
            if (!EMPTY_WORDS.contains(stem)) {
                hashes.add(hash(stem));
            }
        }
        StringBuilder sketch = new StringBuilder();
        hashes.forEach(sketch::append);
        return sketch.toString();
    }

    private static String stem(String word) {
        String folded = word.replace('أ', 'ا')
                .replace('إ', 'ا')
                .replace('آ', 'ا')
                .replace('ى', 'ي')
                .replace('ة', 'ه');
        String bare = folded.substring(clitics(folded));
        return bare.substring(0, Math.min(STEM, bare.length()));
    }

    /** Length of the clitics before a word, of which three letters stay: one of وف, one of بكل, then ال or لل. */
    private static int clitics(String word) {
        for (int first = isAt(word, 0, "وف") ? 1 : 0; first >= 0; first--) {
            for (int second = first + (isAt(word, first, "بكل") ? 1 : 0); second >= first; second--) {
                boolean article = word.startsWith("ال", second) || word.startsWith("لل", second);
                for (int end = second + (article ? 2 : 0); end >= second; end -= 2) {
                    if (end <= word.length() && word.codePointCount(end, word.length()) >= STAYS) {
                        return end;
                    }
                }
            }
        }
        return 0;
    }

    private static boolean isAt(String word, int at, String letters) {
        return at < word.length() && letters.indexOf(word.charAt(at)) >= 0;
    }

    private static char hash(String stem) {
        int mixed = stem.hashCode() * 0x9E3779B1;
        return (char) (LOWEST + Integer.remainderUnsigned(mixed ^ (mixed >>> 15), BUCKETS));
    }
}
