/**
 * Event mentions to events, across sentences, articles, papers and days: each real event counts once.
 *
 * <p>Reads event mentions and the story and source of their articles; writes {@code events} and the event mentions with
 * their {@code event_id}. Keeps true: the result is a function of the set of mentions, whatever their order, the
 * partitioning or the number of tasks; an event's id follows from its own type, parties and date; cost grows in line
 * with mentions, since each is compared with a bounded number of drafts close to it in date.
 *
 * <p>Four steps, each over small groups: {@link org.rasd.resolve.StoryResolver} groups the mentions of one story and
 * fills in missing parties, {@link org.rasd.resolve.SideFinder} gives what still names one side the sides of fuller
 * reports of those days, {@link org.rasd.resolve.BlockResolver} joins groups of one type and one pair of
 * sides along the calendar, month by month ({@link org.rasd.resolve.Months}), {@link org.rasd.resolve.EventSummary}
 * makes the row.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.resolve;
