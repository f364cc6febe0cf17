/**
 * The report page: one HTML file that shows the published tables and needs no network.
 *
 * <p>Reads published tables by {@link org.rasd.publish.WarehouseQuery} and the names of countries and actors; writes one
 * file. The page is made of resources beside this package: {@code page.html}, {@code page.css}, scripts, {@code
 * labels.json} (what the page says in Arabic and English), {@code queries.sql} and Apache ECharts.
 *
 * <p>Kept true: what articles say enters the page as JSON data only, never as markup, and scripts put it there as text;
 * the page's own policy lets no script run but those packed into it, and nothing be fetched.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.job.report;
