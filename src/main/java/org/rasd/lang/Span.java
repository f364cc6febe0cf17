package org.rasd.lang;

/** A half-open stretch of UTF-16 positions. */
public record Span(int begin, int end) {
    /** Length in UTF-16 units. */
    public int length() {
        return end - begin;
    }
}
