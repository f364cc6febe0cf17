package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.rasd.lang.SentenceSplitter;
import org.rasd.lang.Span;

/**
 * Documents to sentences, by the splitter of the job: the marks of Arabic end sentences, lines end them too.
 *
 * <p>Shape: DOCUMENT to DOCUMENT, one annotation a sentence, numbered from 0 in {@code sentence}; other metadata of the
 * document stays.
 */
public final class SentenceAnnotator extends TextAnnotator<SentenceAnnotator> {
    private static final long serialVersionUID = 1L;

    /** A stage under a uid of its own. */
    public SentenceAnnotator() {
        this(Identifiable.randomUID("RasdSentences"));
    }

    /** What loading and copying call. */
    public SentenceAnnotator(String uid) {
        super(uid);
    }

    /** Loads saved stages; pipelines call it. */
    public static MLReader<SentenceAnnotator> read() {
        return new DefaultParamsReader<>();
    }

    /** The stage saved at {@code path}. */
    public static SentenceAnnotator load(String path) {
        return read().load(path);
    }

    @Override
    public String outputAnnotatorType() {
        return Types.DOCUMENT;
    }

    @Override
    List<Annotation> annotate(List<Annotation> inputs) {
        List<Annotation> out = new ArrayList<>();
        for (Annotation document : inputs) {
            String text = document.result();
            for (Span span : SentenceSplitter.split(text)) {
                Map<String, String> metadata = new HashMap<>(metadata(document));
                metadata.put(Types.SENTENCE, Integer.toString(out.size()));
                out.add(annotation(
                        Types.DOCUMENT,
                        document.begin() + span.begin(),
                        document.begin() + span.end(),
                        text.substring(span.begin(), span.end()),
                        metadata));
            }
        }
        return out;
    }
}
