package org.rasd.extract.ner;

import java.io.IOException;
import java.util.List;
import org.rasd.model.ConfRoot;

/** What taggers share: lists, classes and weights. Built once, then read by any number of threads. */
public final class TaggerData {
    private final NameLists lists;
    private final WordReader reader;
    private final TaggerModel model;

    TaggerData(NameLists lists, Clusters clusters, TaggerModel model) {
        this.lists = lists;
        this.reader = new WordReader(lists, clusters);
        this.model = model;
    }

    /** Reads the files of {@code conf}. */
    public static TaggerData load(ConfRoot conf) {
        return new TaggerData(NameLists.load(conf), Clusters.load(conf), TaggerModel.load(conf));
    }

    /** Size of the files that {@link #load} reads, in bytes. */
    public static long bytes(ConfRoot conf) throws IOException {
        long sum = 0;
        for (String file : List.of("tagger.bin", "tagger-clusters.tsv", "tagger-names.tsv")) {
            sum += conf.bytes("models/" + file).length;
        }
        return sum;
    }

    NameLists lists() {
        return lists;
    }

    TaggerModel model() {
        return model;
    }

    WordReader reader() {
        return reader;
    }

    /** A name without the conjunction or preposition that its first word carries, where only the rest is a listed name. */
    public String withoutClitics(String surface) {
        int end = surface.indexOf(' ') < 0 ? surface.length() : surface.indexOf(' ');
        String first = surface.substring(0, end);
        if (first.length() < 4 || "وفبلك".indexOf(first.charAt(0)) < 0) {
            return surface;
        }
        boolean whole = lists.word(Forms.fold(first)).length > 0;
        boolean rest = lists.word(Forms.fold(first.substring(1))).length > 0;
        return !whole && rest ? surface.substring(1) : surface;
    }
}
