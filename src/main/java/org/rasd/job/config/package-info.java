/**
 * Configuration: layers of HOCON read into typed records, with the origin of every value.
 *
 * <p>Reads conf/rasd.conf (every key with its default), overlays, {@code --config} files and {@code --set} pairs. Keeps
 * true: a key that conf/rasd.conf does not name is refused; all problems are reported at once, each with file and line.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.job.config;
