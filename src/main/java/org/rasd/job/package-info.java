/**
 * The command line and the only package that joins the stages.
 *
 * <p>Sub-packages: {@code config} reads HOCON into typed records, {@code command} holds one class a command, {@code run}
 * composes read, clean, extract, resolve, aggregate and publish, {@code bench} times them.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.job;
