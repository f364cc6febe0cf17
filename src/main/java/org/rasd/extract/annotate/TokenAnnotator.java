package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.rasd.extract.ner.Tokens;

/**
 * Documents or sentences to tokens, cut as the tagger cuts them: words with their diacritics, and each mark alone.
 *
 * <p>Shape: DOCUMENT to TOKEN, with the number of the sentence.
 */
public final class TokenAnnotator extends TextAnnotator<TokenAnnotator> {
    private static final long serialVersionUID = 1L;

    /** A stage under a uid of its own. */
    public TokenAnnotator() {
        this(Identifiable.randomUID("RasdTokens"));
    }

    /** What loading and copying call. */
    public TokenAnnotator(String uid) {
        super(uid);
    }

    /** Loads saved stages; pipelines call it. */
    public static MLReader<TokenAnnotator> read() {
        return new DefaultParamsReader<>();
    }

    /** The stage saved at {@code path}. */
    public static TokenAnnotator load(String path) {
        return read().load(path);
    }

    @Override
    public String outputAnnotatorType() {
        return Types.TOKEN;
    }

    @Override
    List<Annotation> annotate(List<Annotation> inputs) {
        List<Annotation> out = new ArrayList<>();
        for (Annotation sentence : inputs) {
            Map<String, String> metadata =
                    Map.of(Types.SENTENCE, metadata(sentence).getOrDefault(Types.SENTENCE, "0"));
            for (Tokens.Token token :
                    Tokens.of(sentence.result(), 0, sentence.result().length())) {
                out.add(annotation(
                        Types.TOKEN,
                        sentence.begin() + token.begin(),
                        sentence.begin() + token.end(),
                        token.text(),
                        metadata));
            }
        }
        return out;
    }
}
