package org.rasd.model;

import java.util.Locale;

/** Why a record of an archive gave no article; {@link #code()} is what {@code rejected_records.reason} holds. */
public enum RejectReason {
    /** No headline, and none could be made from the record. */
    NO_TITLE,
    /** No text: a video page, a bulletin or a gallery. */
    NO_BODY,
    /** No publication date in any place that the profile names. */
    NO_DATE,
    /** A publication date stands there but cannot be read, or is implausible (before 1990, after the capture). */
    BAD_DATE,
    /** A line that is no JSON object, or a broken one. */
    BAD_JSON,
    /** A record whose markup or columns cannot be told apart. */
    BAD_RECORD,
    /** Bytes that are text in no encoding known. */
    BAD_ENCODING,
    /** Larger than the cap on records; the detail tells the size. */
    TOO_LARGE,
    /** The file ends, or breaks, within this record; what came before is kept. */
    TRUNCATED,
    /** A compressed file that unpacks to so much more than its size that it can only be an attack. */
    BOMB,
    /** A file that cannot be opened or read. */
    UNREADABLE,
    /** A file in no format known. */
    UNKNOWN_FORMAT,
    /** A page that is no article: an index, a list of tags, a front page. */
    NOT_ARTICLE,
    /** An archived response that is no page: an image, a style sheet, a redirect, an error. */
    NOT_PAGE,
    /** A WARC revisit record: the same content as an earlier capture. */
    REVISIT;

    /** The reason as it stands in tables, for example {@code no_date}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
