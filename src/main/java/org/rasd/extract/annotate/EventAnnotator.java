package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.OutsideNames;
import org.rasd.model.EventMention;

/**
 * Documents, and the chunks of any stage, to event mentions.
 *
 * <p>Shape: DOCUMENT and, where a second input column is set, CHUNK to CHUNK: one annotation an event mention over its
 * trigger, with the columns of the table {@code event_mentions} as metadata ({@code entity} is the event type; lists are
 * joined by commas; what is null there is left out). Names of the lists take part in events anyway; a chunk adds a name that
 * no list has where its metadata {@code entity_id}, {@code id} or {@code identifier} is a code of entities.tsv. Fails when: a
 * document has no day of publication.
 */
public final class EventAnnotator extends CodingAnnotator<EventAnnotator> {
    private static final long serialVersionUID = 1L;

    /** A stage under a uid of its own. */
    public EventAnnotator() {
        this(Identifiable.randomUID("RasdEvents"));
    }

    /** What loading and copying call. */
    public EventAnnotator(String uid) {
        super(uid, "gazetteer"); // the tagger's names have no code and take no part in events
    }

    /** Loads saved stages; pipelines call it. */
    public static MLReader<EventAnnotator> read() {
        return new DefaultParamsReader<>();
    }

    /** The stage saved at {@code path}. */
    public static EventAnnotator load(String path) {
        return read().load(path);
    }

    @Override
    public String[] optionalInputAnnotatorTypes() {
        return new String[] {Types.CHUNK};
    }

    @Override
    public String outputAnnotatorType() {
        return Types.CHUNK;
    }

    @Override
    List<Annotation> annotate(List<Annotation> inputs) {
        List<Annotation> out = new ArrayList<>();
        List<Layout> documents = Layout.of(inputs);
        for (Layout document : documents) {
            // Chunks tell their place but not their document: with several documents in a row nobody knows whose they
            // are.
            OutsideNames names = documents.size() == 1
                    ? new OutsideNames(List.of(), Chunks.names(inputs, document.text()))
                    : OutsideNames.NONE;
            for (EventMention event :
                    extractor().extract(article(document), names).eventMentions()) {
                out.add(annotation(
                        Types.CHUNK,
                        event.evidenceBegin(),
                        event.evidenceEnd(),
                        event.trigger(),
                        metadata(event, out.size())));
            }
        }
        return out;
    }

    private static Map<String, String> metadata(EventMention event, int number) {
        Map<String, String> out = new HashMap<>();
        out.put(Types.LABEL, event.eventType());
        out.put(Types.SENTENCE, Integer.toString(event.sentenceIndex() - 1));
        out.put(Types.NUMBER, Integer.toString(number));
        out.put(Types.CONFIDENCE, Double.toString(event.confidence()));
        put(out, "event_mode", event.eventMode());
        put(out, "status", event.status());
        put(out, "historical", event.historical());
        put(out, "source_actors", String.join(",", event.sourceActors()));
        put(out, "target_actors", String.join(",", event.targetActors()));
        put(out, "mediators", String.join(",", event.mediators()));
        put(out, "countries", String.join(",", event.countries()));
        put(out, "persons_count", event.personsCount());
        put(out, "event_date", event.eventDate());
        put(out, "event_date_precision", event.eventDatePrecision());
        put(out, "topic", event.topic());
        put(out, "plover_type", event.ploverType());
        put(out, "cameo_code", event.cameoCode());
        put(out, "quad_class", event.quadClass());
        put(out, "rule_id", event.ruleId());
        return out;
    }

    private static void put(Map<String, String> out, String key, @Nullable Object value) {
        if (value != null) {
            out.put(key, value.toString());
        }
    }
}
