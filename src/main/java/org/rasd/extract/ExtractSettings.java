package org.rasd.extract;

import java.io.Serializable;

/**
 * Settings of extraction.
 *
 * @param minConfidence candidates below are no rows at all, 0 to 1
 * @param entities what finds names
 */
public record ExtractSettings(double minConfidence, Entities entities) implements Serializable {
    /** What finds names of persons, places and organisations. */
    public enum Entities {
        /** The lists of conf/lexicon alone. */
        GAZETTEER,
        /** The lists, and the statistical tagger for names that they do not have. */
        TAGGER
    }

    /** What conf/rasd.conf has by default. */
    public static final ExtractSettings DEFAULT = new ExtractSettings(0.4, Entities.GAZETTEER);

    /** Checks the range. */
    public ExtractSettings {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot set up extraction: min_confidence is a share, got " + minConfidence + "; give 0 to 1");
        }
    }
}
