/** One class a command of {@code jobs/rasd}; each reads its options, calls the job and gives an exit code. */
@org.jspecify.annotations.NullMarked
package org.rasd.job.command;
