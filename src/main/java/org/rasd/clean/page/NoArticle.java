package org.rasd.clean.page;

/**
 * A page without an article: an index, a list of tags, a video with a line about it.
 *
 * @param why what it is instead, in a few words
 */
public record NoArticle(String why) implements PageResult {}
