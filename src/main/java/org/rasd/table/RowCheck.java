package org.rasd.table;

/**
 * What must hold for every row of a table.
 *
 * @param name short, snake case; messages show it
 * @param condition an SQL condition over the table's columns; an unknown (null) result passes, as SQL's CHECK has it
 */
public record RowCheck(String name, String condition) {}
