package org.rasd.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a publication date rests on, the firmest first. */
public enum DateBasis {
    /** A field of the archive, its file or folder names, or what the user states. */
    ARCHIVE,
    /** JSON-LD within the page. */
    JSON_LD,
    /** OpenGraph, other meta elements or a time element of the page. */
    META,
    /** The address. */
    URL,
    /** The byline or the text. */
    TEXT,
    /** The time at which the record was collected. */
    CAPTURE;

    /** The basis as it stands in {@code articles.date_basis}, for example {@code json_ld}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The basis with this code, if there is one. */
    public static Optional<DateBasis> of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
