package org.rasd.clean;

import java.io.Serializable;

/**
 * The story of an article.
 *
 * @param id article_id, as a number, of its first article
 * @param place of that article
 */
record Story(long id, long place) implements Serializable {}
