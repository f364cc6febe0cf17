/** Rasd reads archived news and publishes event tables. */
@org.jspecify.annotations.NullMarked
package org.rasd;
