package org.rasd.clean;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What cleaning gives.
 *
 * @param days the days that the run replaces: articles of these are new
 * @param touched those, and the other days on which an article's story or a repeat changed; articles, duplicates and
 *     signatures hold all rows of these days
 * @param articles rows of Article
 * @param duplicates rows of DuplicateRecord
 * @param signatures rows of ArticleSignature
 * @param rejected rows of RejectedRecord
 * @param withdrawn article_id and published_on of articles of other days that now repeat one of these days; empty but for
 *     days that are run out of order
 * @param withdrawnOn the days of those
 * @param account where every record went
 * @param rejectedByReason rejected records by reason
 * @param staleDays days on which a record repeats an article that is there no longer; its text comes back when the day is
 *     run again
 */
public record Cleaned(
        SortedSet<LocalDate> days,
        SortedSet<LocalDate> touched,
        Dataset<Row> articles,
        Dataset<Row> duplicates,
        Dataset<Row> signatures,
        Dataset<Row> rejected,
        Dataset<Row> withdrawn,
        SortedSet<LocalDate> withdrawnOn,
        Account account,
        Map<String, Long> rejectedByReason,
        SortedSet<LocalDate> staleDays) {}
