package org.rasd.extract;

import java.util.List;

/**
 * One event type as its file in conf/events says.
 *
 * @param needs word classes of which one word must stand in the sentence, one of the three before it or the headline;
 *     empty where the type needs none
 * @param suffices word classes that do in their stead
 * @param sufficesUnless word classes near which those do not
 */
public record EventTypeSpec(
        String name,
        boolean twoSided,
        boolean countsPersons,
        ClassMask needs,
        ClassMask suffices,
        ClassMask sufficesUnless,
        Codes codes,
        List<TriggerRule> triggers,
        List<Example> examples) {}
