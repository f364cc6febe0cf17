package org.rasd.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What cleaning gives.
 *
 * @param articles rows of Article
 * @param rejected rows of RejectedRecord
 * @param duplicates rows of DuplicateRecord
 * @param files a row a file of the archive: archive_file, records_in, articles, duplicates, rejected, out_of_range
 */
public record Cleaned(Dataset<Row> articles, Dataset<Row> rejected, Dataset<Row> duplicates, Dataset<Row> files) {}
