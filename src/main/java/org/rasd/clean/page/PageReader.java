package org.rasd.clean.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Chars;

/**
 * Reads the article out of a web page.
 *
 * <p>Cost: one parse, one walk, then passes over flat arrays. Pages are cut after {@link #MOST_CHARACTERS} and their
 * elements nest {@link #MOST_DEPTH} deep at most, so that hostile markup costs no more than honest pages of its size.
 */
public final class PageReader {
    /** Characters of a page that are read. */
    public static final int MOST_CHARACTERS = 4_000_000;

    private static final int MOST_DEPTH = 256;

    private PageReader() {}

    /** The article in {@code html}, captured at {@code url}. */
    public static PageResult read(String html, @Nullable String url) {
        String text = html.length() > MOST_CHARACTERS ? html.substring(0, MOST_CHARACTERS) : html;
        Document document = Parser.htmlParser().setMaxDepth(MOST_DEPTH).parseInput(text, "");
        return read(PageWalk.flatten(document), url);
    }

    private static PageResult read(PageWalk.Flat page, @Nullable String url) {
        JsonLd data = JsonLd.read(page.metadata().scripts());
        Furniture furniture = new Furniture(page.tree());
        int holder = BodyFinder.find(page.tree(), furniture);
        String title = Titles.of(page, data, furniture);
        String own = ownUrl(page.metadata()).orElse(null);
        List<Line> lines = holder < 0 ? List.of() : BodyLines.of(page.tree(), furniture, holder, title);
        String body = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        int letters = lines.stream().mapToInt(Line::letters).sum();
        Optional<String> stated = data.text("articleBody").filter(told -> letters(told) > 2 * letters);
        String address = url == null ? own : url;
        String text = stated.orElse(body);
        List<PrintedDate> dates = PageDates.of(page, data, furniture, holder, title, address);
        Optional<String> none = NoArticles.reason(new NoArticles.Findings(
                page,
                data,
                address,
                isDeclared(page, data, holder),
                title,
                text,
                stated.map(PageReader::letters).orElse(letters),
                dates));
        if (none.isPresent()) {
            return new NoArticle(none.get());
        }
        return new PageArticle(
                title,
                text,
                Titles.author(page, data, furniture).orElse(null),
                data.names("publisher")
                        .or(() -> page.metadata().first(List.of("og:site_name", "application-name", "publisher")))
                        .orElse(null),
                own,
                data.text("inLanguage")
                        .or(() -> Optional.of(page.metadata().language()))
                        .filter(language -> !language.isBlank())
                        .orElse(null),
                dates,
                PageDates.updated(page.metadata(), data).orElse(null));
    }

    private static boolean isDeclared(PageWalk.Flat page, JsonLd data, int holder) {
        return data.hasArticle()
                || page.metadata().value("og:type").orElse("").equalsIgnoreCase("article")
                || (holder >= 0 && page.tree().states(holder, Facts.BODY));
    }

    private static Optional<String> ownUrl(Metadata meta) {
        return Optional.of(meta.canonical())
                .filter(url -> url.contains("://"))
                .or(() -> meta.value("og:url").filter(url -> url.contains("://")));
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Chars.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
