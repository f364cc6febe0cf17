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
    private final PlainText plain = new PlainText();
    private final List<BioSentence> labelled;
    private final List<BioSentence> other = new ArrayList<>();

    /** Training on {@code labelled}, whose last tenth is held out for the scores of the card. */
    public TaggerTraining(ConfRoot conf, List<BioSentence> labelled) {
        this.conf = conf;
        this.labelled = List.copyOf(labelled);
        plain.add(labelled);
    }

    /** Adds labelled text of another kind: its labels only measure, its words go into the word classes. */
    public void addOther(List<BioSentence> sentences) {
        other.addAll(sentences);
        plain.add(sentences);
    }

    /** Adds a packed archive of tagged articles as plain text. */
    public void addTagged(Path archive) throws IOException {
        plain.addTagged(archive);
    }

    /** Adds a line of plain text. */
    public void addPlain(String line) {
        plain.add(line);
    }

    /** Trains and writes the three files to {@code folder}; returns the lines of the scores. */
    public List<String> write(Path folder) throws IOException {
        List<String> rows =
                new ClusterTrainer(plain.sentences(), AT_LEAST).rows(SMALL_CLASSES, MIDDLE_CLASSES, LARGE_CLASSES);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("tagger-clusters.tsv"), TaggerCard.CLUSTER_HEAD + String.join("\n", rows) + "\n");
        Clusters clusters = Clusters.read(rows);
        NameLists lists = NameLists.load(conf);
        int cut = labelled.size() * 9 / 10;
        List<String> scores = new ArrayList<>();
        List<BioSentence> held = labelled.subList(cut, labelled.size());
        scores.add("Held-out tenth of ANERcorp's training part (trained on the rest):");
        scores.addAll(NameScores.of(tagger(lists, clusters, train(lists, clusters, labelled.subList(0, cut))), held)
                .lines());
        TaggerModel model = train(lists, clusters, labelled);
        if (!other.isEmpty()) {
            scores.add("AQMAR, text of another kind (trained on ANERcorp's training part only):");
            scores.addAll(NameScores.of(tagger(lists, clusters, model), other).lines());
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("tagger.bin"))) {
            model.write(out);
        }
        Files.writeString(folder.resolve("tagger.md"), TaggerCard.text(scores), StandardCharsets.UTF_8);
        scores.add(String.format(
                Locale.ROOT,
                "%d sentences, %d rows of word classes, tagger.bin %d bytes",
                labelled.size(),
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
