package org.rasd.clean.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final int DECLARED_LETTERS = 40;
    private static final int LETTERS = 120;
    private static final int VIDEO_LETTERS = 350;
    private static final Pattern LISTING = Pattern.compile(
            "(?i)^(/|/(index|default|home)\\.[a-z]+|.*/(tags?|topics?|category|categories|author|authors|search|archives?|page|rss|feed|وسم|وسوم|تصنيف|كاتب)(/[^/]*){0,2}/?)$");

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
        Optional<String> none = noArticle(
                page,
                data,
                holder,
                url == null ? own : url,
                stated.map(PageReader::letters).orElse(letters));
        if (none.isPresent()) {
            return new NoArticle(none.get());
        }
        return new PageArticle(
                title,
                stated.orElse(body),
                Titles.author(page, data, furniture).orElse(null),
                data.names("publisher")
                        .or(() -> page.metadata().first(List.of("og:site_name", "application-name", "publisher")))
                        .orElse(null),
                own,
                data.text("inLanguage")
                        .or(() -> Optional.of(page.metadata().language()))
                        .filter(text -> !text.isBlank())
                        .orElse(null),
                PageDates.of(page, data, furniture, holder, title, url == null ? own : url),
                PageDates.updated(page.metadata(), data).orElse(null));
    }

    private static Optional<String> noArticle(
            PageWalk.Flat page, JsonLd data, int holder, @Nullable String url, int letters) {
        String type = page.metadata().value("og:type").orElse("").toLowerCase(Locale.ROOT);
        boolean declared = data.hasArticle()
                || type.equals("article")
                || (holder >= 0 && page.tree().states(holder, Facts.BODY));
        if (!declared
                && (data.isListing()
                        || (url != null && LISTING.matcher(path(url)).matches()))) {
            return Optional.of("an index of articles");
        }
        boolean video = type.startsWith("video") || (data.hasVideo() && !data.hasArticle());
        if (video && letters < VIDEO_LETTERS) {
            return Optional.of("a video with " + letters + " letters of text");
        }
        int least = declared ? DECLARED_LETTERS : LETTERS;
        return letters < least ? Optional.of("no running text: " + letters + " letters") : Optional.empty();
    }

    private static Optional<String> ownUrl(Metadata meta) {
        return Optional.of(meta.canonical())
                .filter(url -> url.contains("://"))
                .or(() -> meta.value("og:url").filter(url -> url.contains("://")));
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        if (path < 0) {
            return "/";
        }
        int end = path;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return url.substring(path, end);
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Chars.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
