package org.rasd.resolve;

import java.io.Serializable;

/**
 * To which event a mention belongs.
 *
 * @param publishedOn day of the mention's publication, as days since 1970-01-01
 */
public record Link(String eventMentionId, String eventId, int publishedOn) implements Serializable {}
