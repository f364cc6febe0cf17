package org.rasd.extract.annotate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.SharedExtractor;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;

/**
 * A stage that reads documents with the job's lists, tagger and rules.
 *
 * <p>The day of publication, on which terms of office and words such as "yesterday" rest, is the document's metadata
 * {@code published_on} (DocumentAssembler takes metadata from a column), else {@code publishedOn}. Cost: the lists are
 * loaded once an executor.
 */
public abstract class CodingAnnotator<S extends Model<S>> extends TextAnnotator<S> {
    private static final long serialVersionUID = 1L;

    private final Param<String> confFolder =
            new Param<>(this, "confFolder", "folder with lexicon, events and models; empty for those in the jar");
    private final Param<String> entities =
            new Param<>(this, "entities", "what finds names: gazetteer (lists alone) or tagger (lists and tagger)");
    private final Param<String> publishedOn =
            new Param<>(this, "publishedOn", "day (YYYY-MM-DD) of documents whose metadata name none");
    private final DoubleParam minConfidence =
            new DoubleParam(this, "minConfidence", "share under which a candidate is no event mention");

    private transient volatile @Nullable ArticleExtractor extractor;

    CodingAnnotator(String uid, String usualEntities) {
        super(uid);
        setDefault(confFolder, "");
        setDefault(entities, usualEntities);
        setDefault(publishedOn, "");
        setDefault(minConfidence, ExtractSettings.DEFAULT.minConfidence());
    }

    /** The parameter of {@link #setConfFolder}. */
    public final Param<String> confFolder() {
        return confFolder;
    }

    /** The parameter of {@link #setEntities}. */
    public final Param<String> entities() {
        return entities;
    }

    /** The parameter of {@link #setPublishedOn}. */
    public final Param<String> publishedOn() {
        return publishedOn;
    }

    /** The parameter of {@link #setMinConfidence}. */
    public final DoubleParam minConfidence() {
        return minConfidence;
    }

    /** Takes lists, rules and models from {@code folder}, which every executor must see. */
    public S setConfFolder(String folder) {
        set(confFolder, folder);
        return self();
    }

    /** {@code gazetteer} or {@code tagger}. */
    public S setEntities(String what) {
        if (!what.equals("gazetteer") && !what.equals("tagger")) {
            throw new IllegalArgumentException(
                    "Cannot set up " + uid() + ": entities, got " + what + "; give gazetteer or tagger");
        }
        set(entities, what);
        return self();
    }

    /** The day, as YYYY-MM-DD, of documents whose metadata name none. */
    public S setPublishedOn(String day) {
        day(day);
        set(publishedOn, day);
        return self();
    }

    /** Candidates under {@code share} are no event mentions. */
    public S setMinConfidence(double share) {
        set(minConfidence, share);
        return self();
    }

    @SuppressWarnings("unchecked") // a subclass names itself
    private S self() {
        return (S) this;
    }

    final String text(Param<String> param) {
        return (String) getOrDefault(param);
    }

    final ArticleExtractor extractor() {
        ArticleExtractor built = extractor;
        if (built == null) {
            String folder = text(confFolder);
            built = SharedExtractor.get(
                    folder.isEmpty() ? ConfRoot.classpath() : ConfRoot.folder(Path.of(folder)),
                    new ExtractSettings(
                            (Double) getOrDefault(minConfidence),
                            text(entities).equals("tagger")
                                    ? ExtractSettings.Entities.TAGGER
                                    : ExtractSettings.Entities.GAZETTEER));
            extractor = built;
        }
        return built;
    }

    /** A document as an article without a title. */
    final Article article(Layout document) {
        LocalDate day = day(document.publishedOn().orElse(text(publishedOn)));
        return new Article(
                "", null, "", "", document.text(), "ar", 1, day, null, "archive", null, null, "", 0, "", "", 0);
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Cannot read a document in " + uid() + ": its day of publication, got \"" + text
                            + "\"; give YYYY-MM-DD as metadata published_on or with setPublishedOn",
                    e);
        }
    }
}
