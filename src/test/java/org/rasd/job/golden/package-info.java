/** Whole runs over the bundled sample, held against what the sample says by construction. */
@org.jspecify.annotations.NullMarked
package org.rasd.job.golden;
