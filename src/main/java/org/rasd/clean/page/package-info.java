/**
 * Web pages to articles: title, author, publisher, dates as printed and the body, free of Spark.
 *
 * <p>Reads the text of a page, already decoded; writes {@link org.rasd.clean.page.PageArticle} or the reason why there is
 * none. Keeps true: time and memory grow in line with the page, however its markup is nested; entities are decoded once;
 * nothing is ever fetched.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.clean.page;
