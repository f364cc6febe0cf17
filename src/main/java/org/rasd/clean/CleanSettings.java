package org.rasd.clean;

import java.io.Serializable;

/**
 * How articles are told apart.
 *
 * @param copySimilarity share (0 to 1) of the word shingles of both from which two articles are copies of one story
 * @param copyContainment share (0 to 1) of the shorter one's word shingles from which it is a part of the longer one
 * @param laterSimilarity the first share where more than a day lies between them: what looks alike then is mostly a form
 *     (forecasts, telegrams), unless it is nearly the same
 * @param storyDays days between two copies of a story
 */
public record CleanSettings(double copySimilarity, double copyContainment, double laterSimilarity, int storyDays)
        implements Serializable {
    /** Under this share of common shingles, containment is too uncertain to tell a copy. */
    private static final double LEAST_SIMILARITY = 0.15;

    /** Days between copies that the first two shares are for: a text spreads within a day or two. */
    private static final int FRESH_DAYS = 1;

    /** Checks ranges. */
    public CleanSettings {
        share("copy_similarity", copySimilarity);
        share("copy_containment", copyContainment);
        share("later_similarity", laterSimilarity);
        if (storyDays < 0 || storyDays > 366) {
            throw new IllegalArgumentException("Cannot clean: story_days, got " + storyDays + "; give 0 to 366");
        }
    }

    private static void share(String key, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("Cannot clean: " + key + ", got " + value + "; give 0 to 1");
        }
    }

    /**
     * Whether two articles are copies.
     *
     * @param jaccard share of the shingles of both that both have
     * @param shingles in one
     * @param others shingles in the other
     * @param days between the two
     */
    boolean areCopies(double jaccard, long shingles, long others, long days) {
        if (days > FRESH_DAYS) {
            return jaccard >= laterSimilarity;
        }
        double common = jaccard / (1 + jaccard) * (shingles + others);
        return jaccard >= copySimilarity
                || (jaccard >= LEAST_SIMILARITY && common >= copyContainment * Math.min(shingles, others));
    }
}
