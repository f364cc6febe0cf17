package org.rasd.clean;

import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What finding copies knows of a record: keys and signature, no text.
 *
 * @param record number of the record in this run; of no meaning for a published one
 * @param id article_id as a number
 * @param textKey equal for the same text in the same source
 * @param place see {@link Place}
 * @param updated when the record was last changed, in milliseconds since 1970
 * @param captured likewise, of the capture
 * @param before what was published of it; null for a record of this run
 */
record Entry(
        long record,
        long id,
        long textKey,
        long place,
        @Nullable Long updated,
        @Nullable Long captured,
        String file,
        long offset,
        String signature,
        @Nullable Before before)
        implements Serializable {

    /** A row's fate and story as published. */
    record Before(@Nullable Repeat repeat, long kept, long story, long storyPlace) implements Serializable {}

    /** Why a record is no article; {@link #code()} stands in tables. */
    enum Repeat {
        SAME_URL,
        SAME_TEXT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static @Nullable Repeat of(@Nullable String code) {
            return code == null ? null : valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** From a row of {@link Candidates#keys()}. */
    static Entry fresh(Row row) {
        Instant captured = row.getAs("captured_at");
        return new Entry(
                row.<Long>getAs("record"),
                ArticleIds.number(row.getAs("article_id")),
                row.<Long>getAs("text_key"),
                row.<Long>getAs("place"),
                row.getAs("updated"),
                captured == null ? null : captured.toEpochMilli(),
                row.getAs("archive_file"),
                row.<Long>getAs("archive_offset"),
                row.getAs("signature"),
                null);
    }

    /** From a row of ArticleSignature. */
    static Entry standing(Row row) {
        String story = row.getAs("story_id");
        Long storyPlace = row.getAs("story_place");
        return new Entry(
                -1,
                ArticleIds.number(row.getAs("article_id")),
                row.<Long>getAs("text_key"),
                row.<Long>getAs("place"),
                null,
                null,
                "",
                0,
                row.getAs("signature"),
                new Before(
                        Repeat.of(row.getAs("reason")),
                        ArticleIds.number(row.getAs("kept_id")),
                        story == null ? 0 : ArticleIds.number(story),
                        storyPlace == null ? 0 : storyPlace));
    }

    /** Day of publication since 1970-01-01. */
    long day() {
        return Place.day(place);
    }

    /** True where it was published as a repeat for that reason, so that its text is not in the tables. */
    boolean isGone(Repeat reason) {
        return before != null && before.repeat() == reason;
    }

    /** True for an article as published. */
    boolean wasArticle() {
        return before != null && before.repeat() == null;
    }
}
