package org.rasd.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the body of a raw record is written. */
public enum BodyFormat {
    /** Plain text; lines are paragraphs. */
    TEXT,
    /** A fragment of HTML that holds the article and nothing else. */
    HTML,
    /** A whole web page, from which title, date and body have to be found. */
    PAGE;

    /** The format as it stands in records and configuration, for example {@code html}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with this code, if there is one. */
    public static Optional<BodyFormat> of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
