/**
 * Measures the job against a bare loop over the same pure functions, and against Spark NLP's own stages.
 *
 * <p>Reads: an archive that the user names, or one made from the bundled sample. Writes: a scratch folder that it removes.
 * Keeps true: all figures of a comparison come from one run on one machine.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.job.bench;
