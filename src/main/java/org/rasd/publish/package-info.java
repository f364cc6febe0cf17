/**
 * The warehouse: tables are staged, checked, journalled, swapped in and listed in a manifest; readers open it by the
 * manifest or by plain globs.
 *
 * <p>Layout: {@code <table>/published_on=YYYY-MM-DD/part-NNNNN-<hash>.parquet} or {@code <table>/part-NNNNN-<hash>.parquet};
 * {@code views/*.sql}; everything else under {@code _rasd/}: {@code manifest.json}, {@code journal.json}, {@code lock/},
 * {@code staging/}, {@code trash/}.
 *
 * <p>Keeps true: a file's name holds a hash of its bytes, so a path never comes to mean other rows; a reader with an old
 * listing either reads old rows or learns that a file is gone, and looks again. What changes in a publication is moved by
 * renames that the journal lists; dying before the journal stands leaves the old tables, dying after it the new ones, as
 * soon as the warehouse is opened for writing again.
 *
 * <p>What readers see during a swap: on a local disk a table of which several days change is built beside the old one
 * (files that stay are hard links) and switched by two renames of its folder, some microseconds apart; where only one
 * day changes, two renames of that day's folder. On HDFS days are switched one by one by renames. On an object store,
 * where renames copy, new files are added, the manifest is switched by one write, and old files are removed: readers by
 * the manifest ({@link org.rasd.publish.Warehouse}, {@link org.rasd.publish.WarehouseQuery}, views) see old or new; plain
 * globs may see both for the length of the swap. Days whose bytes stay the same are not touched at all.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.publish;
