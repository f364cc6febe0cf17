/** Benchmarks that anyone can run: the job against the bare loop and against Spark NLP's stages, in one run. */
@org.jspecify.annotations.NullMarked
package org.rasd.job.bench;
