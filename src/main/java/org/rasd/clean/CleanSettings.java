package org.rasd.clean;

/**
 * How articles are told apart.
 *
 * @param copySimilarity share (0 to 1) of word shingles from which two articles are copies of one story
 * @param storyDays days between the first and a later copy of a story
 */
public record CleanSettings(double copySimilarity, int storyDays) {
    /** Checks ranges. */
    public CleanSettings {
        if (!(copySimilarity > 0 && copySimilarity <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot clean: copy_similarity, got " + copySimilarity + "; give 0 to 1");
        }
        if (storyDays < 0 || storyDays > 366) {
            throw new IllegalArgumentException("Cannot clean: story_days, got " + storyDays + "; give 0 to 366");
        }
    }
}
