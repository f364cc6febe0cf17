package org.rasd.extract.ner;

import java.util.List;

/**
 * Features of a token among its neighbours.
 *
 * <p>Shape: those of single words at a distance of up to {@value #REACH} (see {@link #shifted}), which may be scored once a
 * word, and those of pairs and phrases (see {@link #joint}), which are made for each token.
 */
final class Window {
    /** The farthest neighbour. */
    static final int REACH = 2;
    /** A word that stands before and after every sentence. */
    static final WordInfo EDGE = new WordInfo("", List.of(), new int[] {77}, new int[] {78}, 79, 80, 81);

    private static final int PHRASE = 300;
    private static final int PAIR = 400;

    private Window() {}

    /** The hash of a word's feature {@code attribute} when the word stands {@code distance} away. */
    static int shifted(int attribute, int distance) {
        return distance == 0 ? attribute : Mix.of(attribute, distance);
    }

    /** The word {@code i}, or the edge outside the sentence. */
    static WordInfo at(WordInfo[] words, int i) {
        return i < 0 || i >= words.length ? EDGE : words[i];
    }

    /** Classes of the listed phrase that covers each token, mixed with the place in it; 0 where none does. */
    static int[][] phrases(NameLists lists, WordInfo[] words) {
        int[][] out = new int[words.length][];
        String[] forms = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            forms[i] = words[i].form();
        }
        int i = 0;
        while (i < words.length) {
            NameLists.Match match = lists.phrase(words[i].stems(), forms, i);
            for (int k = 0; k < match.length(); k++) {
                out[i + k] = new int[match.classes().length];
                for (int c = 0; c < match.classes().length; c++) {
                    out[i + k][c] = Mix.of(PHRASE + (k == 0 ? 0 : 1), match.classes()[c]);
                }
            }
            i += Math.max(1, match.length());
        }
        return out;
    }

    /** Adds the features of token {@code i} that take more than one word. */
    static void joint(WordInfo[] words, int[][] phrases, int i, Ints out) {
        WordInfo here = words[i];
        WordInfo left = at(words, i - 1);
        WordInfo right = at(words, i + 1);
        WordInfo left2 = at(words, i - 2);
        WordInfo right2 = at(words, i + 2);
        pair(out, 0, left.identity()[0], here.identity()[0]);
        pair(out, 1, here.identity()[0], right.identity()[0]);
        pair(out, 2, left.fine(), here.fine());
        pair(out, 3, here.fine(), right.fine());
        pair(out, 4, left.coarse(), right.coarse());
        pair(out, 5, Mix.of(left2.coarse(), left.coarse()), here.coarse());
        pair(out, 6, Mix.of(here.coarse(), right.coarse()), right2.coarse());
        pair(out, 7, left.identity()[0], here.lists());
        pair(out, 8, left.lists(), here.lists());
        pair(out, 9, here.lists(), right.lists());
        pair(out, 10, here.lists(), here.fine());
        pair(out, 11, left2.identity()[0], left.identity()[0]);
        pair(out, 12, right.identity()[0], here.lists());
        pair(out, 13, left.fine(), here.lists());
        pair(out, 14, Mix.of(left.lists(), here.lists()), right.lists());
        pair(out, 15, Mix.of(left.coarse(), here.coarse()), right.coarse());
        if (phrases[i] != null) {
            for (int feature : phrases[i]) {
                out.add(feature);
            }
        }
        if (i + 1 < words.length && phrases[i + 1] != null) {
            out.add(PHRASE + 2);
        }
    }

    private static void pair(Ints out, int name, int a, int b) {
        out.add(Mix.of(Mix.of(PAIR + name, a), b));
    }
}
