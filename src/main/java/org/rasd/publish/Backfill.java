package org.rasd.publish;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a range of days has come that is published piece by piece; the manifest keeps it, so that it is as true as the
 * tables.
 *
 * @param from first day of the whole range
 * @param to last day of the whole range
 * @param inputs paths that are read
 * @param publishedTo last day that is published
 */
public record Backfill(LocalDate from, LocalDate to, List<String> inputs, LocalDate publishedTo) {
    /** Copies. */
    public Backfill {
        inputs = List.copyOf(inputs);
    }
}
