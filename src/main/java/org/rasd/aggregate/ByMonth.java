package org.rasd.aggregate;

/**
 * That rows of a report rest, of one table, on the rows of their own month only: a run then makes just the months that it
 * touches. Of other tables that change from run to run they may rest on what belongs to these rows, as the mentions of an
 * event do.
 *
 * @param column of the report: a day within the month
 * @param table whose rows they rest on
 * @param date of that table: a day within the same month
 */
public record ByMonth(String column, String table, String date) {}
