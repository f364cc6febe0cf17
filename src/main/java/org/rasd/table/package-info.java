/**
 * Tables as data: Spark schemas and rows derived from the records of {@code org.rasd.model}, table specs, contract
 * checks and the catalogue.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.table;
