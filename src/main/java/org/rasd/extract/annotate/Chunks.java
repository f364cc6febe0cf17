package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rasd.extract.OutsideName;

/** Chunks of any stage as names. */
final class Chunks {
    private static final double USUAL_CONFIDENCE = 0.75;

    private Chunks() {}

    /** The CHUNK annotations among {@code annotations} that stand in {@code text}, each under its own label. */
    static List<OutsideName> names(List<Annotation> annotations, String text) {
        List<OutsideName> out = new ArrayList<>();
        for (Annotation one : annotations) {
            if (one.annotatorType().equals(Types.CHUNK) && one.begin() >= 0 && one.end() < text.length()) {
                Map<String, String> metadata = TextAnnotator.metadata(one);
                out.add(new OutsideName(
                        one.begin(),
                        one.end() + 1,
                        label(metadata),
                        metadata.getOrDefault(Types.NAME, ""),
                        codes(metadata),
                        confidence(metadata),
                        "pipeline"));
            }
        }
        return out;
    }

    /** What a chunk calls its kind of entity; empty where it does not. */
    static String label(Map<String, String> metadata) {
        return metadata.getOrDefault(Types.LABEL, metadata.getOrDefault(Types.RULE, ""));
    }

    /** What may be a chunk's code; never its label, since PER is a person there and Peru among codes. */
    static List<String> codes(Map<String, String> metadata) {
        return Stream.of(Types.CODE, "id", Types.RULE)
                .filter(metadata::containsKey)
                .map(metadata::get)
                .toList();
    }

    static double confidence(Map<String, String> metadata) {
        String told = metadata.get(Types.CONFIDENCE);
        if (told == null) {
            return USUAL_CONFIDENCE;
        }
        try {
            double share = Double.parseDouble(told);
            return share >= 0 && share <= 1 ? share : USUAL_CONFIDENCE;
        } catch (NumberFormatException e) {
            return USUAL_CONFIDENCE;
        }
    }
}
