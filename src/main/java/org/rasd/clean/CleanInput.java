package org.rasd.clean;

import java.time.LocalDate;
import java.util.Set;

/**
 * What one run of cleaning is about.
 *
 * @param scratch a folder for rows that are needed again; removed by the caller after the run
 * @param first first day of publication that is kept
 * @param last last day of publication that is kept
 * @param named days that the run replaces even where the input holds nothing of them; those that it holds are replaced
 *     anyway
 * @param earlier what is published
 */
public record CleanInput(String scratch, LocalDate first, LocalDate last, Set<LocalDate> named, Earlier earlier) {
    /** Copies. */
    public CleanInput {
        named = Set.copyOf(named);
    }
}
