package org.rasd.clean.page;

import org.rasd.model.DateBasis;

/**
 * A date of publication as a page prints it, still unread.
 *
 * @param basis where it stands
 * @param text what stands there; a whole byline where the basis is the text
 */
public record PrintedDate(DateBasis basis, String text) {}
