package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.rasd.model.Mention;

/**
 * Documents or sentences to named entities in one pass: no token column stands in between.
 *
 * <p>Shape: DOCUMENT to CHUNK, one annotation a mention, in the order of the text; metadata: {@code entity} (PER, LOC, ORG,
 * MISC), {@code entity_id} (country or actor code, where known), {@code entity_name}, {@code confidence}, {@code annotator},
 * {@code sentence} and {@code chunk}. Fails when: a document has no day of publication.
 */
public final class EntityAnnotator extends CodingAnnotator<EntityAnnotator> {
    private static final long serialVersionUID = 1L;

    /** Shares from 0.00 to 1.00 as text: to format each anew took a twentieth of the stage's time. */
    private static final String[] SHARES = IntStream.rangeClosed(0, 100)
            .mapToObj(hundredths -> String.format(Locale.ROOT, "%.2f", hundredths / 100.0))
            .toArray(String[]::new);

    /** A stage under a uid of its own. */
    public EntityAnnotator() {
        this(Identifiable.randomUID("RasdEntities"));
    }

    /** What loading and copying call. */
    public EntityAnnotator(String uid) {
        super(uid, "tagger");
    }

    /** Loads saved stages; pipelines call it. */
    public static MLReader<EntityAnnotator> read() {
        return new DefaultParamsReader<>();
    }

    /** The stage saved at {@code path}. */
    public static EntityAnnotator load(String path) {
        return read().load(path);
    }

    @Override
    public String outputAnnotatorType() {
        return Types.CHUNK;
    }

    @Override
    List<Annotation> annotate(List<Annotation> inputs) {
        List<Annotation> out = new ArrayList<>();
        for (Layout document : Layout.of(inputs)) {
            List<Mention> mentions = new ArrayList<>(extractor().mentions(article(document)));
            mentions.sort(java.util.Comparator.comparingInt(Mention::begin));
            for (Mention mention : mentions) {
                out.add(annotation(
                        Types.CHUNK, mention.begin(), mention.end(), mention.surface(), metadata(mention, out.size())));
            }
        }
        return out;
    }

    private static Map<String, String> metadata(Mention mention, int number) {
        Map<String, String> out = new HashMap<>();
        out.put(Types.LABEL, mention.entityType());
        if (mention.entityId() != null) {
            out.put(Types.CODE, mention.entityId());
        }
        out.put(Types.NAME, mention.entityName());
        out.put(Types.CONFIDENCE, SHARES[(int) Math.round(100 * mention.confidence())]);
        out.put("annotator", mention.annotator());
        out.put(Types.SENTENCE, Integer.toString(mention.sentenceIndex() - 1));
        out.put(Types.NUMBER, Integer.toString(number));
        return out;
    }
}
