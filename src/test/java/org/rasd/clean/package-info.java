/** Tests of cleaning: text, read-also lines, languages, dates. */
@org.jspecify.annotations.NullMarked
package org.rasd.clean;
