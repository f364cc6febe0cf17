package org.rasd.clean.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page holds.
 *
 * @param title headline without the name of the site; may be empty
 * @param body paragraphs, one a line, entities decoded; may be empty
 * @param author as printed, names joined by a comma
 * @param publisher name of the site
 * @param url the address that the page gives for itself
 * @param language as declared
 * @param dates dates of publication, the firmest first
 * @param updated date of the last change, as printed
 */
public record PageArticle(
        String title,
        String body,
        @Nullable String author,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String language,
        List<PrintedDate> dates,
        @Nullable String updated)
        implements PageResult {
    /** Copies the list. */
    public PageArticle {
        dates = List.copyOf(dates);
    }
}
