package org.rasd.extract.ner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What taggers are trained and measured on: labelled sentences, whose last tenth may be held out, labelled text of another
 * kind, and plain text.
 */
public final class TaggerCorpus {
    private final PlainText plain = new PlainText();
    private final List<BioSentence> labelled;
    private final List<BioSentence> other = new ArrayList<>();

    /** A corpus of {@code labelled} sentences. */
    public TaggerCorpus(List<BioSentence> labelled) {
        this.labelled = List.copyOf(labelled);
        plain.add(labelled);
    }

    /** Adds labelled text of another kind: its labels only measure, its words count as plain text. */
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

    /** All labelled sentences. */
    public List<BioSentence> labelled() {
        return labelled;
    }

    /** The labelled sentences without the last tenth. */
    public List<BioSentence> most() {
        return labelled.subList(0, cut());
    }

    /** The last tenth of the labelled sentences. */
    public List<BioSentence> heldOut() {
        return labelled.subList(cut(), labelled.size());
    }

    private int cut() {
        return labelled.size() * 9 / 10;
    }

    /** Labelled sentences of another kind. */
    public List<BioSentence> other() {
        return List.copyOf(other);
    }

    /** All sentences as folded words. */
    public List<List<String>> sentences() {
        return plain.sentences();
    }
}
