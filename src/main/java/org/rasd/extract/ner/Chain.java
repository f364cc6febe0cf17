package org.rasd.extract.ner;

import java.util.Arrays;

/** Sums and best paths over a chain of tags. Scores are logarithms; {@code move[a][b]} is that of tag b after a. */
final class Chain {
    private static final int L = Tags.COUNT;
    private static final float NEVER = -1e9f;

    private Chain() {}

    /** The best sequence. */
    static int[] best(float[][] scores, float[][] move) {
        int n = scores.length;
        int[][] from = new int[n][L];
        float[] last = scores[0].clone();
        for (int t = 0; t < L; t++) {
            if (Tags.isInside(t)) {
                last[t] = NEVER;
            }
        }
        for (int i = 1; i < n; i++) {
            float[] next = new float[L];
            for (int t = 0; t < L; t++) {
                float top = NEVER * 2;
                for (int s = 0; s < L; s++) {
                    float value = Tags.mayFollow(s, t) ? last[s] + move[s][t] : NEVER;
                    if (value > top) {
                        top = value;
                        from[i][t] = s;
                    }
                }
                next[t] = top + scores[i][t];
            }
            last = next;
        }
        int[] out = new int[n];
        for (int t = 1; t < L; t++) {
            if (last[t] > last[out[n - 1]]) {
                out[n - 1] = t;
            }
        }
        for (int i = n - 1; i > 0; i--) {
            out[i - 1] = from[i][out[i]];
        }
        return out;
    }

    /** Probabilities of each tag at each token; where {@code pairs} is given, those of neighbours are added to it. */
    static float[][] marginals(float[][] scores, float[][] move, float[][] pairs) {
        int n = scores.length;
        double[][] forward = new double[n][L];
        double[][] backward = new double[n][L];
        double[] sum = new double[n];
        double[][] moves = exp(move);
        double[][] emit = new double[n][L];
        for (int i = 0; i < n; i++) {
            float top = max(scores[i]);
            for (int t = 0; t < L; t++) {
                emit[i][t] = Math.exp(scores[i][t] - top);
            }
            for (int t = 0; t < L; t++) {
                double in = i == 0 ? (Tags.isInside(t) ? 0 : 1) : 0;
                for (int s = 0; i > 0 && s < L; s++) {
                    in += forward[i - 1][s] * moves[s][t];
                }
                forward[i][t] = in * emit[i][t];
                sum[i] += forward[i][t];
            }
            for (int t = 0; t < L; t++) {
                forward[i][t] /= sum[i];
            }
        }
        Arrays.fill(backward[n - 1], 1);
        for (int i = n - 1; i > 0; i--) {
            for (int s = 0; s < L; s++) {
                double total = 0;
                for (int t = 0; t < L; t++) {
                    double edge = moves[s][t] * emit[i][t] * backward[i][t] / sum[i];
                    total += edge;
                    pairs[s][t] += (float) (forward[i - 1][s] * edge);
                }
                backward[i - 1][s] = total;
            }
        }
        float[][] out = new float[n][L];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < L; t++) {
                out[i][t] = (float) (forward[i][t] * backward[i][t]);
            }
        }
        return out;
    }

    private static double[][] exp(float[][] move) {
        double[][] out = new double[L][L];
        for (int s = 0; s < L; s++) {
            for (int t = 0; t < L; t++) {
                out[s][t] = Tags.mayFollow(s, t) ? Math.exp(move[s][t]) : 0;
            }
        }
        return out;
    }

    private static float max(float[] values) {
        float top = values[0];
        for (float value : values) {
            top = Math.max(top, value);
        }
        return top;
    }
}
