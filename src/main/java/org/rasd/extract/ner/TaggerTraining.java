package org.rasd.extract.ner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rasd.model.ConfRoot;

/**
 * Makes conf/models/tagger.bin, tagger-clusters.tsv and the card from labelled and plain text.
 *
 * <p>Cost: some two minutes; 2 GB of memory. The same data give the same files.
 */
public final class TaggerTraining {
    private static final int SMALL_CLASSES = 64;
    private static final int MIDDLE_CLASSES = 256;
    private static final int LARGE_CLASSES = 800;
    private static final int AT_LEAST = 3;

    private final ConfRoot conf;
    private final TaggerCorpus corpus;

    /** Training on {@code corpus}, whose last tenth is held out for the scores of the card. */
    public TaggerTraining(ConfRoot conf, TaggerCorpus corpus) {
        this.conf = conf;
        this.corpus = corpus;
    }

    /** What a tagger learns from the labelled sentences without the held-out tenth, to be compared with others of the same data. */
    public TaggerData ofMost() {
        Clusters clusters = Clusters.read(classes());
        NameLists lists = NameLists.load(conf);
        return new TaggerData(lists, clusters, train(lists, clusters, corpus.most()));
    }

    private List<String> classes() {
        return new ClusterTrainer(corpus.sentences(), AT_LEAST).rows(SMALL_CLASSES, MIDDLE_CLASSES, LARGE_CLASSES);
    }

    /** Trains and writes the three files to {@code folder}; returns the lines of the scores. */
    public List<String> write(Path folder) throws IOException {
        List<String> rows = classes();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("tagger-clusters.tsv"), TaggerCard.CLUSTER_HEAD + String.join("\n", rows) + "\n");
        Clusters clusters = Clusters.read(rows);
        NameLists lists = NameLists.load(conf);
        List<String> scores = new ArrayList<>();
        scores.add("Held-out tenth of ANERcorp's training part (trained on the rest):");
        scores.addAll(NameScores.of(tagger(lists, clusters, train(lists, clusters, corpus.most())), corpus.heldOut())
                .lines());
        TaggerModel model = train(lists, clusters, corpus.labelled());
        if (!corpus.other().isEmpty()) {
            scores.add("AQMAR, text of another kind (trained on ANERcorp's training part only):");
            scores.addAll(NameScores.of(tagger(lists, clusters, model), corpus.other())
                    .lines());
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("tagger.bin"))) {
            model.write(out);
        }
        Files.writeString(folder.resolve("tagger.md"), TaggerCard.text(scores), StandardCharsets.UTF_8);
        scores.add(String.format(
                Locale.ROOT,
                "%d sentences, %d rows of word classes, tagger.bin %d bytes",
                corpus.labelled().size(),
                rows.size(),
                Files.size(folder.resolve("tagger.bin"))));
        return scores;
    }

    private static Tagger tagger(NameLists lists, Clusters clusters, TaggerModel model) {
        return new Tagger(new TaggerData(lists, clusters, model));
    }

    private static TaggerModel train(NameLists lists, Clusters clusters, List<BioSentence> data) {
        return new CrfTrainer(CrfTrainer.Settings.DEFAULT).train(data, lists, new WordReader(lists, clusters));
    }
}
