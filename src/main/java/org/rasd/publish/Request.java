package org.rasd.publish;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.table.TableSpec;

/**
 * What is to be staged.
 *
 * @param table where it goes
 * @param rows with exactly the columns of {@code table}, in any order
 * @param scope what of the published table it replaces
 */
public record Request(TableSpec table, Dataset<Row> rows, Replace scope) {}
