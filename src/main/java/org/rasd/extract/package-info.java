/**
 * From an article to its entity mentions and event mentions, by rules that are data under conf/.
 *
 * <p>Reads articles; writes mentions and event mentions. Keeps true: a pure function of one article, so the same rows
 * whatever the run; every event leads back to its evidence.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.extract;
