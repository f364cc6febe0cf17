package org.rasd.table;

/**
 * Two figures that must agree, of one table or of two.
 *
 * <p>Both are SQL queries of one row over tables by name, with as many columns each. They see the tables as they will be
 * after the publication. A null, as of a sum over no rows, counts as 0.
 *
 * @param name short, snake case; messages show it
 * @param left for example {@code SELECT sum(event_count) FROM event_counts_daily}
 * @param right for example {@code SELECT count(*) FROM events}
 */
public record TotalCheck(String name, String left, String right) {}
