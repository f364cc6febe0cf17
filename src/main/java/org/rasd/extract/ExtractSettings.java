package org.rasd.extract;

/**
 * Settings of extraction.
 *
 * @param minConfidence candidates below are no rows at all, 0 to 1
 */
public record ExtractSettings(double minConfidence) {
    /** What conf/rasd.conf has by default. */
    public static final ExtractSettings DEFAULT = new ExtractSettings(0.4);

    /** Checks the range. */
    public ExtractSettings {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot set up extraction: min_confidence is a share, got " + minConfidence + "; give 0 to 1");
        }
    }
}
