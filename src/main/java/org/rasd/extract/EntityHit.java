package org.rasd.extract;

import org.rasd.lang.GazetteerEntry;

/**
 * An entity named over words {@code first..last}.
 *
 * @param code country or actor code, empty where it stays ambiguous
 */
public record EntityHit(int first, int last, String code, GazetteerEntry entry, int clitics) {
    /** True where a code is known. */
    public boolean isResolved() {
        return !code.isEmpty();
    }

    /** The same mention under a code. */
    EntityHit as(String resolved) {
        return new EntityHit(first, last, resolved, entry, clitics);
    }
}
