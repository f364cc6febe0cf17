package org.rasd.extract.ner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts words into classes so that classes foretell their neighbours best: the exchange algorithm on class bigrams.
 *
 * <p>Cost: words x classes x neighbouring classes a round, some seconds for 20,000 words and 256 classes. The same text
 * gives the same classes.
 */
final class ClusterTrainer {
    private static final int ROUNDS = 8;

    private final List<String> words;
    private final int[][] next;
    private final int[][] nextCount;
    private final int[][] previous;
    private final int[][] previousCount;
    private final long[] total;
    private final double[] logTable = new double[1 << 16];

    ClusterTrainer(List<List<String>> sentences, int atLeast) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1, Integer::sum)));
        words = counts.entrySet().stream()
                .filter(e -> e.getValue() >= atLeast)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> ids = new HashMap<>();
        words.forEach(word -> ids.put(word, ids.size()));
        int n = words.size() + 2;
        List<Map<Integer, Integer>> after = tables(n);
        List<Map<Integer, Integer>> before = tables(n);
        for (List<String> sentence : sentences) {
            int last = words.size();
            for (String word : sentence) {
                int id = ids.getOrDefault(word, words.size() + 1);
                after.get(last).merge(id, 1, Integer::sum);
                before.get(id).merge(last, 1, Integer::sum);
                last = id;
            }
            after.get(last).merge(words.size(), 1, Integer::sum);
            before.get(words.size()).merge(last, 1, Integer::sum);
        }
        next = new int[n][];
        nextCount = new int[n][];
        previous = new int[n][];
        previousCount = new int[n][];
        total = new long[n];
        for (int w = 0; w < n; w++) {
            pack(after.get(w), w, next, nextCount);
            pack(before.get(w), w, previous, previousCount);
            total[w] = Arrays.stream(nextCount[w]).sum();
        }
        for (int i = 1; i < logTable.length; i++) {
            logTable[i] = i * Math.log(i);
        }
    }

    private static List<Map<Integer, Integer>> tables(int n) {
        List<Map<Integer, Integer>> out = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            out.add(new HashMap<>());
        }
        return out;
    }

    private static void pack(Map<Integer, Integer> map, int w, int[][] ids, int[][] counts) {
        ids[w] = map.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        counts[w] = Arrays.stream(ids[w]).map(map::get).toArray();
    }

    private double nlogn(long n) {
        return n < logTable.length ? logTable[(int) n] : n * Math.log(n);
    }

    List<String> words() {
        return words;
    }

    /** The class of each of {@link #words()}, 0 to {@code size - 1}. */
    int[] classes(int size) {
        int n = total.length;
        int classes = size + 2;
        int[] of = new int[n];
        for (int w = 0; w < n; w++) {
            of[w] = w < words.size() ? w % size : size + w - words.size();
        }
        long[][] pair = new long[classes][classes];
        long[] sum = new long[classes];
        for (int w = 0; w < n; w++) {
            sum[of[w]] += total[w];
            for (int k = 0; k < next[w].length; k++) {
                pair[of[w]][of[next[w][k]]] += nextCount[w][k];
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (exchange(of, pair, sum, size) * 500L < words.size()) {
                break;
            }
        }
        return Arrays.copyOf(of, words.size());
    }

    private int exchange(int[] of, long[][] pair, long[] sum, int size) {
        int moved = 0;
        int classes = size + 2;
        int[] out = new int[classes];
        int[] in = new int[classes];
        for (int w = 0; w < words.size(); w++) {
            int old = of[w];
            int self = neighbours(w, of, out, in);
            shift(pair, sum, old, out, in, self, w, -1);
            int[] outs = nonZero(out);
            int[] ins = nonZero(in);
            int best = old;
            double bestGain = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < size; c++) {
                double gain = gain(pair, sum, c, outs, ins, out, in, self, w);
                if (gain > bestGain + 1e-9 || (c == old && gain >= bestGain - 1e-9)) {
                    bestGain = gain;
                    best = c;
                }
            }
            shift(pair, sum, best, out, in, self, w, 1);
            if (best != old) {
                of[w] = best;
                moved++;
            }
        }
        return moved;
    }

    /** Counts of the classes after and before {@code w}, itself left out; returns how often it follows itself. */
    private int neighbours(int w, int[] of, int[] out, int[] in) {
        Arrays.fill(out, 0);
        Arrays.fill(in, 0);
        int self = 0;
        for (int k = 0; k < next[w].length; k++) {
            if (next[w][k] == w) {
                self = nextCount[w][k];
            } else {
                out[of[next[w][k]]] += nextCount[w][k];
            }
        }
        for (int k = 0; k < previous[w].length; k++) {
            if (previous[w][k] != w) {
                in[of[previous[w][k]]] += previousCount[w][k];
            }
        }
        return self;
    }

    private static int[] nonZero(int[] counts) {
        int[] out = new int[counts.length];
        int n = 0;
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] != 0) {
                out[n++] = c;
            }
        }
        return Arrays.copyOf(out, n);
    }

    private void shift(long[][] pair, long[] sum, int c, int[] out, int[] in, int self, int w, int sign) {
        for (int d = 0; d < out.length; d++) {
            pair[c][d] += (long) sign * out[d];
            pair[d][c] += (long) sign * in[d];
        }
        pair[c][c] += (long) sign * self;
        sum[c] += sign * total[w];
    }

    private double gain(long[][] pair, long[] sum, int c, int[] outs, int[] ins, int[] out, int[] in, int self, int w) {
        double gain = -2 * (nlogn(sum[c] + total[w]) - nlogn(sum[c]));
        long[] row = pair[c];
        for (int d : outs) {
            if (d != c) {
                gain += nlogn(row[d] + out[d]) - nlogn(row[d]);
            }
        }
        for (int d : ins) {
            if (d != c) {
                gain += nlogn(pair[d][c] + in[d]) - nlogn(pair[d][c]);
            }
        }
        return gain + nlogn(row[c] + out[c] + in[c] + self) - nlogn(row[c]);
    }

    /** The rows of conf/models/tagger-clusters.tsv: words that share their classes of every size stand in one row. */
    List<String> rows(int... sizes) {
        int[][] classes = Arrays.stream(sizes).mapToObj(this::classes).toArray(int[][]::new);
        Map<String, StringBuilder> out = new TreeMap<>();
        for (int w = 0; w < words.size(); w++) {
            StringBuilder key = new StringBuilder();
            for (int[] of : classes) {
                key.append(key.isEmpty() ? "" : " ").append(Integer.toString(of[w], 36));
            }
            StringBuilder row = out.computeIfAbsent(key.toString(), k -> new StringBuilder());
            row.append(row.isEmpty() ? "" : " ").append(words.get(w));
        }
        return out.entrySet().stream()
                .map(e -> e.getKey() + "\t" + e.getValue())
                .toList();
    }
}
