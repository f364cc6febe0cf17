package org.rasd.extract.ner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rasd.lang.Tsv;
import org.rasd.model.ConfRoot;

/** Word classes learned from plain text, at several sizes. Source: conf/models/tagger-clusters.tsv. */
final class Clusters {
    private static final int[] NONE = {};

    private final Map<String, int[]> classes;

    Clusters(Map<String, int[]> classes) {
        this.classes = Map.copyOf(classes);
    }

    static Clusters load(ConfRoot conf) {
        return read(Tsv.read(conf, "models/tagger-clusters.tsv").stream()
                .map(row -> row.get("classes") + "\t" + row.get("words"))
                .toList());
    }

    /** Reads rows of classes and words, a tab between them. */
    static Clusters read(List<String> rows) {
        Map<String, int[]> out = new HashMap<>();
        for (String row : rows) {
            int tab = row.indexOf('\t');
            String[] cells = row.substring(0, tab).split(" ");
            int[] ids = new int[cells.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = Integer.parseInt(cells[i], 36);
            }
            for (String word : row.substring(tab + 1).split(" ")) {
                out.put(word, ids);
            }
        }
        return new Clusters(out);
    }

    /** The classes of the first of {@code stems} that the text had, one a size; empty where none was there. */
    int[] of(List<Forms.Stem> stems) {
        for (Forms.Stem stem : stems) {
            int[] found = classes.get(stem.text());
            if (found != null) {
                return found;
            }
        }
        return NONE;
    }
}
