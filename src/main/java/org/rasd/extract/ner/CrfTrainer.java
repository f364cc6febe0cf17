package org.rasd.extract.ner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains the weights by stochastic gradient steps on the likelihood of the tags, with a price on every missed name and with
 * the words themselves left out now and then, so that context and lists learn to stand alone.
 *
 * <p>Cost: about two seconds a round for 100,000 tokens. The same data and seed give the same weights.
 */
final class CrfTrainer {
    private static final int L = Tags.COUNT;

    private final Settings settings;
    private final SplittableRandom random;
    private final float[] weights = new float[L << TaggerModel.BITS];
    private final float[] squares = new float[L << TaggerModel.BITS];
    private final float[][] moves = new float[L][L];
    private final float[][] moveSquares = new float[L][L];
    private final float[] sum = new float[L << TaggerModel.BITS];
    private final float[][] moveSum = new float[L][L];

    /**
     * How to train.
     *
     * @param rounds passes over the data; the weights of the second half are averaged
     * @param rate of the steps
     * @param dropIdentity share of tokens whose own word is hidden
     * @param dropTrait share of features that are hidden
     * @param missPrice what tagging a part of a name as outside costs in training, in nats
     */
    record Settings(int rounds, float rate, double dropIdentity, double dropTrait, float missPrice, long seed) {
        static final Settings DEFAULT = new Settings(12, 0.1f, 0.5, 0.3, 1.5f, 20240607);
    }

    /** A sentence ready to learn from. */
    private record Item(int[][] identity, int[][] others, int[] tags) {}

    CrfTrainer(Settings settings) {
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed());
    }

    TaggerModel train(List<BioSentence> sentences, NameLists lists, WordReader reader) {
        List<Item> items = new ArrayList<>();
        sentences.forEach(sentence -> items.add(item(sentence, lists, reader)));
        int averaged = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            shuffle(items);
            for (Item item : items) {
                step(item, settings.rate());
            }
            if (round >= settings.rounds() / 2) {
                averaged++;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[i];
                }
                for (int i = 0; i < L * L; i++) {
                    moveSum[i / L][i % L] += moves[i / L][i % L];
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= averaged;
        }
        for (int i = 0; i < L * L; i++) {
            moveSum[i / L][i % L] /= averaged;
        }
        return TaggerModel.round(sum, moveSum);
    }

    private void shuffle(List<Item> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            Item held = items.get(i);
            items.set(i, items.get(k));
            items.set(k, held);
        }
    }

    private static Item item(BioSentence sentence, NameLists lists, WordReader reader) {
        int n = sentence.tokens().size();
        WordInfo[] words = new WordInfo[n];
        for (int i = 0; i < n; i++) {
            words[i] = reader.read(sentence.tokens().get(i));
        }
        int[][] phrases = Window.phrases(lists, words);
        int[][] identity = new int[n][];
        int[][] others = new int[n][];
        Ints out = new Ints();
        for (int i = 0; i < n; i++) {
            identity[i] = rows(words[i].identity());
            out.clear();
            Window.joint(words, phrases, i, out);
            for (int d = -Window.REACH; d <= Window.REACH; d++) {
                WordInfo word = Window.at(words, i + d);
                for (int one : word.traits()) {
                    out.add(Window.shifted(one, d));
                }
                for (int k = 0; d != 0 && k < word.identity().length; k++) {
                    out.add(Window.shifted(word.identity()[k], d));
                }
            }
            others[i] = rows(out.toArray());
        }
        return new Item(identity, others, sentence.tags());
    }

    private static int[] rows(int[] features) {
        int[] out = new int[features.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (features[k] & TaggerModel.MASK) * L;
        }
        return out;
    }

    private void step(Item item, float rate) {
        int n = item.tags().length;
        int[][] active = new int[n][];
        float[][] scores = new float[n][L];
        for (int i = 0; i < n; i++) {
            active[i] = active(item, i);
            for (int row : active[i]) {
                for (int t = 0; t < L; t++) {
                    scores[i][t] += weights[row + t];
                }
            }
            if (item.tags()[i] != Tags.OUTSIDE) {
                scores[i][Tags.OUTSIDE] += settings.missPrice();
            }
        }
        float[][] pairs = new float[L][L];
        float[][] gradient = Chain.marginals(scores, moves, pairs);
        for (int i = 0; i < n; i++) {
            gradient[i][item.tags()[i]] -= 1;
            if (i > 0) {
                pairs[item.tags()[i - 1]][item.tags()[i]] -= 1;
            }
            for (int t = 0; t < L; t++) {
                float g = gradient[i][t];
                if (Math.abs(g) > 1e-4f) {
                    for (int row : active[i]) {
                        squares[row + t] += g * g;
                        weights[row + t] -= rate * g / (float) Math.sqrt(squares[row + t] + 1);
                    }
                }
            }
        }
        for (int s = 0; s < L; s++) {
            for (int t = 0; t < L; t++) {
                float g = pairs[s][t];
                moveSquares[s][t] += g * g;
                moves[s][t] -= rate * g / (float) Math.sqrt(moveSquares[s][t] + 1);
            }
        }
    }

    private int[] active(Item item, int i) {
        int[] identity = item.identity()[i];
        int[] others = item.others()[i];
        int[] out = new int[identity.length + others.length];
        int n = 0;
        if (random.nextDouble() >= settings.dropIdentity()) {
            System.arraycopy(identity, 0, out, 0, identity.length);
            n = identity.length;
        }
        int keep = (int) ((1 - settings.dropTrait()) * (1 << 16));
        long bits = 0;
        for (int k = 0; k < others.length; k++) {
            bits = (k & 3) == 0 ? random.nextLong() : bits >>> 16;
            if ((int) (bits & 0xFFFF) < keep) {
                out[n++] = others[k];
            }
        }
        return Arrays.copyOf(out, n);
    }
}
