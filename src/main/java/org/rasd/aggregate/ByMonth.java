package org.rasd.aggregate;

/**
 * That rows of a report rest, of one table, on what was published in their own month only: a run then makes just the months
 * that it touches. Of the other tables that change from run to run they must read nothing.
 *
 * @param column of the report: the first day of the month
 * @param table laid out in folders by day
 */
public record ByMonth(String column, String table) {}
