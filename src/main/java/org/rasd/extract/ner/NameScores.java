package org.rasd.extract.ner;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Exact-span scores of PER, LOC and ORG; other types count neither way. */
public final class NameScores {
    private static final Set<String> COUNTED = Set.of("PER", "LOC", "ORG");

    private final Map<String, int[]> counts = new TreeMap<>();

    /** Scores of {@code tagger} on {@code sentences}. */
    public static NameScores of(Tagger tagger, List<BioSentence> sentences) {
        return of(
                sentences,
                sentences.stream().map(one -> tagger.names(one.tokens())).toList());
    }

    /** Scores of the names that were {@code found} in {@code sentences}, one list a sentence. */
    public static NameScores of(List<BioSentence> sentences, List<List<Tags.Name>> found) {
        NameScores out = new NameScores();
        for (int i = 0; i < found.size(); i++) {
            out.add(Tags.names(sentences.get(i).tags()), found.get(i));
        }
        return out;
    }

    private void add(List<Tags.Name> gold, List<Tags.Name> found) {
        Set<Tags.Name> truth = new HashSet<>(gold);
        for (Tags.Name name : gold) {
            count(name, 0);
        }
        for (Tags.Name name : found) {
            count(name, 1);
            if (truth.contains(name)) {
                count(name, 2);
            }
        }
    }

    private void count(Tags.Name name, int what) {
        if (COUNTED.contains(name.type())) {
            counts.computeIfAbsent(name.type(), key -> new int[3])[what]++;
            counts.computeIfAbsent("all", key -> new int[3])[what]++;
        }
    }

    /** F1 of all three types together, 0 to 1. */
    public double f1() {
        return f1(counts.getOrDefault("all", new int[3]));
    }

    private static double f1(int[] c) {
        return c[0] + c[1] == 0 ? 0 : 2.0 * c[2] / (c[0] + c[1]);
    }

    /** A line a type. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue()))
                .toList();
    }

    private static String line(String type, int[] c) {
        return String.format(
                Locale.ROOT,
                "%-4s precision %.3f  recall %.3f  F1 %.3f  (%d labelled, %d found)",
                type,
                c[1] == 0 ? 0 : (double) c[2] / c[1],
                c[0] == 0 ? 0 : (double) c[2] / c[0],
                f1(c),
                c[0],
                c[1]);
    }
}
