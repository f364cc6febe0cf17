package org.rasd.lang;

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

    private static final int LONGEST_PREFIX = 5;
    private static final int LONGEST_SUFFIX = 3;

    private final Map<String, Integer> nounPrefixes = new HashMap<>();
    private final Map<String, Integer> verbPrefixes = new HashMap<>();
    private final Set<String> suffixes =
            new HashSet<>(Set.of("ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي", "ني", "كما"));

    Clitics() {
        String[] conjunctions = {"", "و", "ف"};
        for (String c : conjunctions) {
            int flag = c.isEmpty() ? 0 : CONJUNCTION;
            noun(c, "", flag);
            noun(c, "ب", flag | BI);
            noun(c, "ل", flag | LI);
            noun(c, "ك", flag | KA);
            noun(c, "ال", flag | ARTICLE);
            noun(c, "بال", flag | BI | ARTICLE);
            noun(c, "كال", flag | KA | ARTICLE);
            noun(c, "لل", flag | LI | ARTICLE);
            verbPrefixes.put(c, flag);
            verbPrefixes.put(c + "س", flag | FUTURE);
            verbPrefixes.put(c + "ل", flag | LAM);
        }
    }

    private void noun(String conjunction, String preposition, int flags) {
        nounPrefixes.put(conjunction + preposition, flags);
    }

    /** Flags of the clitics around {@code text[begin..end)} in the word {@code text[wordBegin..wordEnd)}. */
    int parse(String text, int wordBegin, int begin, int end, int wordEnd, Attach attach) {
        int before = begin == wordBegin ? 0 : prefix(text, wordBegin, begin, attach);
        if (before == IMPOSSIBLE) {
            return IMPOSSIBLE;
        }
        int after = suffix(text, end, wordEnd, attach);
        return after == IMPOSSIBLE ? IMPOSSIBLE : before | after;
    }

    private int prefix(String text, int from, int to, Attach attach) {
        if (to - from > LONGEST_PREFIX) {
            return IMPOSSIBLE;
        }
        String prefix = text.substring(from, to);
        if (attach == Attach.FIXED) {
            return prefix.equals("و") || prefix.equals("ف") ? CONJUNCTION : IMPOSSIBLE;
        }
        Map<String, Integer> allowed = attach.isVerb() ? verbPrefixes : nounPrefixes;
        int flags = allowed.getOrDefault(prefix, IMPOSSIBLE);
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
