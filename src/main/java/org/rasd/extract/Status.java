package org.rasd.extract;

import java.util.Locale;

/** How far an event has come. */
public enum Status {
    /** Happened or goes on, told as fact. */
    OCCURRED,
    /** Set for the future. */
    PLANNED,
    /** Wanted, offered, negotiated, possible. */
    PROPOSED,
    /** Did not happen, failed, denied, refused, broken. */
    NEGATED;

    /** As tables have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that tables write as {@code code}. */
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
