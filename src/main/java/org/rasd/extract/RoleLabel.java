package org.rasd.extract;

import java.util.List;

/** What a code is to an event. */
enum RoleLabel {
    /** Nothing. */
    NONE,
    /** Does it; any party of a two-sided event. */
    SOURCE,
    /** Receives it. */
    TARGET,
    /** Both at once: events among the people of one country. */
    BOTH,
    /** Mediates, hosts, sponsors. */
    MEDIATOR;

    static final List<RoleLabel> ALL = List.of(values());

    /** Labels that a code of a two-sided event can have. */
    static final List<RoleLabel> TWO_SIDED = List.of(NONE, SOURCE, MEDIATOR);

    boolean acts() {
        return this == SOURCE || this == BOTH;
    }

    boolean receives() {
        return this == TARGET || this == BOTH;
    }
}
