package org.rasd.extract;

import java.util.List;

/** One event type as its file in conf/events says. */
public record EventTypeSpec(
        String name,
        boolean twoSided,
        boolean countsPersons,
        Codes codes,
        List<TriggerRule> triggers,
        List<Example> examples) {}
