package org.rasd.lang;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What may stand before and after a form within one word, as flags. */
public final class Clitics {
    /** و or ف. */
    public static final int CONJUNCTION = 1;
    /** ب. */
    public static final int BI = 2;
    /** ل before a noun. */
    public static final int LI = 4;
    /** ك. */
    public static final int KA = 8;
    /** ال. */
    public static final int ARTICLE = 16;
    /** س: future. */
    public static final int FUTURE = 32;
    /** ل before a verb: purpose or emphasis. */
    public static final int LAM = 64;
    /** A pronoun is attached at the end. */
    public static final int PRONOUN = 128;

    /** The word does not parse this way. */
    static final int IMPOSSIBLE = -1;

    private static final int LONGEST_PREFIX = 4;
    private static final int LONGEST_SUFFIX = 3;

    private final Prefixes nounPrefixes;
    private final Prefixes verbPrefixes;
    private final Set<String> suffixes =
            new HashSet<>(Set.of("ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي", "ني", "كما"));

    Clitics() {
        Map<String, Integer> nouns = new HashMap<>();
        Map<String, Integer> verbs = new HashMap<>();
        for (String c : new String[] {"", "و", "ف"}) {
            int flag = c.isEmpty() ? 0 : CONJUNCTION;
            nouns.put(c, flag);
            nouns.put(c + "ب", flag | BI);
            nouns.put(c + "ل", flag | LI);
            nouns.put(c + "ك", flag | KA);
            nouns.put(c + "ال", flag | ARTICLE);
            nouns.put(c + "بال", flag | BI | ARTICLE);
            nouns.put(c + "كال", flag | KA | ARTICLE);
            nouns.put(c + "لل", flag | LI | ARTICLE);
            verbs.put(c, flag);
            verbs.put(c + "س", flag | FUTURE);
            verbs.put(c + "ل", flag | LAM);
        }
        nounPrefixes = new Prefixes(nouns);
        verbPrefixes = new Prefixes(verbs);
    }

    /** Flags by prefix, looked up without making a string; a prefix has four letters at most. */
    private static final class Prefixes {
        private final long[] keys;
        private final int[] flags;

        Prefixes(Map<String, Integer> table) {
            keys = table.keySet().stream()
                    .mapToLong(prefix -> key(prefix, 0, prefix.length()))
                    .sorted()
                    .toArray();
            flags = new int[keys.length];
            table.forEach((prefix, flag) -> flags[Arrays.binarySearch(keys, key(prefix, 0, prefix.length()))] = flag);
        }

        int find(String text, int from, int to) {
            int at = Arrays.binarySearch(keys, key(text, from, to));
            return at < 0 ? IMPOSSIBLE : flags[at];
        }

        private static long key(String text, int from, int to) {
            long key = 0;
            for (int i = from; i < to; i++) {
                key = key << 16 | text.charAt(i);
            }
            return key;
        }
    }

    /** Flags of the clitics around {@code text[begin..end)} in the word {@code text[wordBegin..wordEnd)}. */
    int parse(String text, int wordBegin, int begin, int end, int wordEnd, Attach attach) {
        int before = begin == wordBegin ? 0 : prefix(text, wordBegin, begin, attach);
        if (before == IMPOSSIBLE) {
            return IMPOSSIBLE;
        }
        int after = suffix(text, end, wordEnd, attach);
        if (after == PRONOUN && (before & ARTICLE) != 0 || isRelation(text, begin, end, wordEnd, attach)) {
            return IMPOSSIBLE; // a definite noun takes no pronoun
        }
        return after == IMPOSSIBLE ? IMPOSSIBLE : before | after;
    }

    /** True for a listed definite noun with ي after it: an adjective (social), not a possession (my meeting). */
    private static boolean isRelation(String text, int begin, int end, int wordEnd, Attach attach) {
        return !attach.isVerb()
                && wordEnd - end == 1
                && text.charAt(end) == 'ي'
                && end - begin > 4
                && text.startsWith("ال", begin)
                && text.charAt(begin + 2) != 'ت'; // الت may be the root's own, as in التزام
    }

    private int prefix(String text, int from, int to, Attach attach) {
        if (to - from > LONGEST_PREFIX) {
            return IMPOSSIBLE;
        }
        if (attach == Attach.FIXED) {
            char c = text.charAt(from);
            return to - from == 1 && (c == 'و' || c == 'ف') ? CONJUNCTION : IMPOSSIBLE;
        }
        int flags = (attach.isVerb() ? verbPrefixes : nounPrefixes).find(text, from, to);
        boolean past = attach == Attach.PAST || attach == Attach.PAST_OPEN;
        return flags != IMPOSSIBLE && past && (flags & FUTURE) != 0 ? IMPOSSIBLE : flags;
    }

    private int suffix(String text, int from, int to, Attach attach) {
        if (from == to) {
            return attach.isOpen() ? IMPOSSIBLE : 0;
        }
        if (attach == Attach.FIXED || attach == Attach.NAME || to - from > LONGEST_SUFFIX) {
            return IMPOSSIBLE;
        }
        return suffixes.contains(text.substring(from, to)) ? PRONOUN : IMPOSSIBLE;
    }
}
