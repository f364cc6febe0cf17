package org.rasd.clean.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a page. */
public final class PageReader {
    private PageReader() {}

    /** The article in {@code html}, captured at {@code url}. */
    public static PageResult read(String html, @Nullable String url) {
        Document page = Jsoup.parse(html);
        String body = String.join("\n", page.select("p").eachText());
        return body.isEmpty()
                ? new NoArticle("no text")
                : new PageArticle(page.title(), body, null, null, null, null, List.of(), null);
    }
}
