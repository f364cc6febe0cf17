/**
 * Reports: tables that are a query over the other tables.
 *
 * <p>Reads pairs of files, {@code <table>.sql} and {@code <table>.conf} (the contract: grain, keys, columns, checks,
 * totals), from {@code conf/reports} and from folders of the user; writes one table a pair. Keeps true: a report's result
 * has the columns that its contract promises, whatever user wrote it; all problems of all files come at once, with file
 * and line, before anything runs.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.aggregate;
