package org.rasd.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rasd.lang.Folding;

/**
 * Finds the labelled sentence that a row speaks of: where sentences were cut differently, the one that shares most words.
 */
final class SentenceAligner {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final double LEAST = 0.5;

    private final List<String> folded = new ArrayList<>();
    private final List<Map<String, Integer>> bags = new ArrayList<>();

    SentenceAligner(List<String> sentences) {
        for (String sentence : sentences) {
            String plain = fold(sentence);
            folded.add(plain);
            bags.add(bag(plain));
        }
    }

    /** The number of the labelled sentence; the headline always is the headline. */
    OptionalInt align(int index, String sentence, String trigger) {
        if (index == 0) {
            return OptionalInt.of(0);
        }
        Map<String, Integer> mine = bag(fold(sentence));
        String word = fold(trigger);
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < bags.size(); i++) {
            double score = likeness(mine, bags.get(i));
            score += !word.isEmpty() && folded.get(i).contains(word) ? 0.3 : 0;
            score -= i == 0 ? 0.05 : 0;
            score -= 0.0005 * Math.min(100, Math.abs(i - index));
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return bestScore >= LEAST ? OptionalInt.of(best) : OptionalInt.empty();
    }

    private static double likeness(Map<String, Integer> a, Map<String, Integer> b) {
        int shared = 0;
        for (Map.Entry<String, Integer> word : a.entrySet()) {
            shared += Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
        }
        int sizeA = size(a);
        int sizeB = size(b);
        double dice = sizeA + sizeB == 0 ? 0 : 2.0 * shared / (sizeA + sizeB);
        return Math.max(dice, 0.9 * shared / Math.max(1, Math.min(sizeA, sizeB)));
    }

    private static int size(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> out = new HashMap<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            out.merge(words.group(), 1, Integer::sum);
        }
        return out;
    }

    private static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Folding.vanishes(c)) {
                out.append(c > 127 && !Character.isDigit(c) ? Folding.fold(c) : c);
            }
        }
        return out.toString();
    }
}
