package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.BooleanParam;
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

    private final BooleanParam folded = new BooleanParam(
            this, "folded", "whether tokens are given in their folded form, as word vectors have them");

    /** A stage under a uid of its own. */
    public TokenAnnotator() {
        this(Identifiable.randomUID("RasdTokens"));
    }

    /** What loading and copying call. */
    public TokenAnnotator(String uid) {
        super(uid);
        setDefault(folded, false);
    }

    /** The parameter of {@link #setFolded}. */
    public BooleanParam folded() {
        return folded;
    }

    /**
     * Whether a token's text is its folded form: without diacritics, forms of alef and such as one, digits as 0. Offsets
     * stay those of the text.
     */
    public TokenAnnotator setFolded(boolean value) {
        set(folded, value);
        return this;
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
        boolean fold = (Boolean) getOrDefault(folded);
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
                        fold ? Tokens.fold(token.text()) : token.text(),
                        metadata));
            }
        }
        return out;
    }
}
