/**
 * Raw records to distinct articles: display text without clutter, dates, language, duplicates and stories.
 *
 * <p>Reads raw records; writes articles, rejected records, duplicates and signatures. Keeps true: every record ends as
 * exactly one of them; the result does not depend on the order or the partitioning of the records.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.clean;
