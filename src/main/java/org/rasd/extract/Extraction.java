package org.rasd.extract;

import java.util.List;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;

/** What one article gives. */
public record Extraction(List<Mention> mentions, List<EventMention> eventMentions) {
    /** Nothing: the article is in a language without a pack. */
    public static final Extraction NOTHING = new Extraction(List.of(), List.of());

    /** Keeps the lists unchangeable. */
    public Extraction {
        mentions = List.copyOf(mentions);
        eventMentions = List.copyOf(eventMentions);
    }
}
