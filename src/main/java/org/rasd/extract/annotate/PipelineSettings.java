package org.rasd.extract.annotate;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which pipeline of Spark NLP's finds names.
 *
 * @param place folder or URI of a saved pipeline, or the name of a pretrained one, with {@code @language} where that is not ar
 * @param labels its labels to PER, LOC, ORG, MISC, or to - for what is left out
 */
public record PipelineSettings(String place, Map<String, String> labels) implements Serializable {
    /** In place of an entity type: chunks with this label are no mentions. */
    public static final String LEFT_OUT = "-";

    private static final Set<String> TYPES = Set.of("PER", "LOC", "ORG", "MISC", LEFT_OUT);

    /** Checks the table of labels. */
    public PipelineSettings {
        labels = new TreeMap<>(labels);
        labels.forEach((label, type) -> {
            if (!TYPES.contains(type)) {
                throw new IllegalArgumentException("Cannot map label " + label + ": an entity type, got " + type
                        + "; give PER, LOC, ORG, MISC, or - to leave it out");
            }
        });
    }

    /** The entity type of {@code label}, or {@link #LEFT_OUT}; fails for one that the table does not have. */
    String type(String label) {
        String type = labels.get(label);
        if (type == null) {
            throw new IllegalArgumentException(unmapped(label));
        }
        return type;
    }

    String unmapped(String label) {
        return "Cannot map the labels of " + place + ": got " + label
                + ", which rasd.extract.labels does not have; add " + label
                + " = PER, LOC, ORG, MISC, or - to leave it out";
    }

    /** What mentions name as their annotator: the last part of the place. */
    String name() {
        String plain = place.replaceAll("/+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
