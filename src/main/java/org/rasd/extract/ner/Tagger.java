package org.rasd.extract.ner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags the tokens of a sentence.
 *
 * <p>Cost: a word met before costs five additions of rows; new words are looked up and kept, {@value #KEPT} at most. One
 * thread at a time.
 */
public final class Tagger {
    private static final int KEPT = 100_000;
    private static final int WIDTH = 2 * Window.REACH + 1;

    private final TaggerData data;
    private final float outsideBias;
    private final Map<String, Known> known = new HashMap<>();
    private final Ints joint = new Ints();

    /** A word with what it adds to its own tag and to those of its neighbours. */
    private record Known(WordInfo info, float[][] scores) {}

    private final Known edge;

    /** A tagger for one thread. */
    public Tagger(TaggerData data) {
        this(data, 0);
    }

    Tagger(TaggerData data, float outsideBias) {
        this.data = data;
        this.outsideBias = outsideBias;
        this.edge = score(Window.EDGE);
    }

    /** Names among {@code tokens}, in order, of the types PER, LOC, ORG and MISC. */
    public List<Tags.Name> names(List<String> tokens) {
        return tokens.isEmpty() ? List.of() : Tags.names(tags(tokens));
    }

    int[] tags(List<String> tokens) {
        return Chain.best(scores(tokens), data.model().moves());
    }

    private float[][] scores(List<String> tokens) {
        int n = tokens.size();
        Known[] words = new Known[n];
        WordInfo[] infos = new WordInfo[n];
        for (int i = 0; i < n; i++) {
            words[i] = known(tokens.get(i));
            infos[i] = words[i].info();
        }
        int[][] phrases = Window.phrases(data.lists(), infos);
        float[][] out = new float[n][Tags.COUNT];
        float scale = data.model().scale();
        for (int i = 0; i < n; i++) {
            float[] sum = out[i];
            for (int d = -Window.REACH; d <= Window.REACH; d++) {
                int at = i + d;
                float[] add = (at < 0 || at >= n ? edge : words[at]).scores()[d + Window.REACH];
                for (int t = 0; t < Tags.COUNT; t++) {
                    sum[t] += add[t];
                }
            }
            joint.clear();
            Window.joint(infos, phrases, i, joint);
            for (int k = 0; k < joint.size(); k++) {
                data.model().add(joint.get(k), sum);
            }
            for (int t = 0; t < Tags.COUNT; t++) {
                sum[t] *= scale;
            }
            sum[Tags.OUTSIDE] -= outsideBias;
        }
        return out;
    }

    private Known known(String token) {
        Known found = known.get(token);
        if (found == null) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            found = score(data.reader().read(token));
            known.put(token, found);
        }
        return found;
    }

    private Known score(WordInfo info) {
        float[][] out = new float[WIDTH][Tags.COUNT];
        for (int d = -Window.REACH; d <= Window.REACH; d++) {
            for (int one : info.identity()) {
                data.model().add(Window.shifted(one, d), out[d + Window.REACH]);
            }
            for (int one : info.traits()) {
                data.model().add(Window.shifted(one, d), out[d + Window.REACH]);
            }
        }
        return new Known(info, out);
    }
}
