/**
 * Reads archives: finds files, unpacks them, and turns each record into a {@link org.rasd.model.RawRecord}.
 *
 * <p>Reads: paths and URIs of any Hadoop file system. Writes: nothing; it gives a Dataset of raw records. Keeps true:
 * every record, good or broken, gives exactly one row; a broken record or file never ends a run; the rows do not depend
 * on how files were split; no record is held in memory beyond {@link org.rasd.read.ReadSettings#maxRecordBytes}. A new
 * format is one {@link org.rasd.read.ArticleSource}, listed in {@link org.rasd.read.Formats}.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.read;
