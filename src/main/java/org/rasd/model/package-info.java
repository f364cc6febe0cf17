/**
 * The rows of the product as records, free of Spark: one record is one table, one component is one column.
 *
 * <p>Keeps true: what a component holds is said by its {@link org.rasd.model.Column}; a table's grain, keys and layout
 * are said by its {@link org.rasd.model.Table}. Everything else (schemas, contracts, the data dictionary) is derived.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.model;
