package org.rasd.job.run;

import java.io.Serializable;
import org.rasd.publish.Part;

/**
 * What one task coded: whole days of articles.
 *
 * @param days the days, as days since 1970-01-01
 * @param mentions what it wrote of the mentions table
 * @param eventMentions the file with its rows of event_mentions, without event ids, in the order of the table
 * @param sightings the file with what those rows tell
 * @param sightingCount how many there are
 */
record Coded(int[] days, Part mentions, String eventMentions, String sightings, long sightingCount)
        implements Serializable {}
