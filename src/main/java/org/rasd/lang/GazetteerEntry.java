package org.rasd.lang;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the gazetteer.
 *
 * @param entityId country (ISO3) or actor code
 * @param entityType LOC, ORG, PER or MISC
 * @param kind name, demonym, capital, seat, city, region, leader, minister, org, group or alias
 * @param from first day of a term of office
 * @param to last day of a term of office
 */
public record GazetteerEntry(
        String surface, String entityId, String entityType, Kind kind, Optional<LocalDate> from, Optional<LocalDate> to)
        implements Entry {
    /** What sort of name it is. */
    public enum Kind {
        NAME,
        DEMONYM,
        CAPITAL,
        SEAT,
        CITY,
        REGION,
        LEADER,
        MINISTER,
        ORG,
        GROUP,
        ALIAS,
        /** A phrase that holds a name but does not mean it. */
        BLOCKED
    }

    /** True where the term of office covers {@code day}, or there is none. */
    public boolean holdsOn(LocalDate day) {
        return !from.filter(day::isBefore).isPresent()
                && !to.filter(day::isAfter).isPresent();
    }
}
