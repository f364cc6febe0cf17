package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Folding;
import org.rasd.model.DateBasis;

/**
 * The dates of publication that a page prints, the firmest first: JSON-LD; meta elements and marked times; the address; the
 * byline and the first line; then what tells only the last change.
 */
final class PageDates {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "publish_date",
            "publish-date",
            "publishdate",
            "published_date",
            "publication_date",
            "pubdate",
            "published",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date.published",
            "dc.date.created",
            "dcterms.created",
            "dc.created",
            "dc.date",
            "dcterms.date",
            "dc:date",
            "dc:created",
            "sailthru.date",
            "parsely-pub-date",
            "originalpublicationdate",
            "article_date_original",
            "cxenseparse:recs:publishtime",
            "datecreated",
            "date");
    private static final List<String> UPDATED = List.of(
            "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod");
    private static final List<String> RELATIVE = List.of("منذ", "قبل", "أمس", "اليوم", "ago", "yesterday", "today");
    private static final int BYLINE = 120;
    private static final int DATELINE = 60;
    private static final int MOST = 8;

    private final PageTree tree;
    private final Furniture furniture;
    private final List<PrintedDate> out = new ArrayList<>();
    private final int body;

    private final String headline;

    private PageDates(PageTree tree, Furniture furniture, int body, String headline) {
        this.tree = tree;
        this.furniture = furniture;
        this.body = body;
        this.headline = Folding.phrase(headline);
    }

    /** The dates of a page whose text stands in {@code body}; the day that a {@code headline} speaks of is none. */
    static List<PrintedDate> of(
            PageWalk.Flat page, JsonLd data, Furniture furniture, int body, String headline, @Nullable String url) {
        PageDates dates = new PageDates(page.tree(), furniture, body, headline);
        Metadata meta = page.metadata();
        data.text("datePublished").ifPresent(text -> dates.add(DateBasis.JSON_LD, text));
        data.text("dateCreated").ifPresent(text -> dates.add(DateBasis.JSON_LD, text));
        meta.all(PUBLISHED).forEach(text -> dates.add(DateBasis.META, text));
        dates.times();
        Optional.ofNullable(url).flatMap(UrlDate::find).ifPresent(text -> dates.add(DateBasis.URL, text));
        dates.byline();
        data.text("uploadDate").ifPresent(text -> dates.add(DateBasis.JSON_LD, text));
        updated(meta, data).ifPresent(text -> dates.add(DateBasis.META, text));
        return dates.out;
    }

    /** When the article was last changed, as printed. */
    static Optional<String> updated(Metadata meta, JsonLd data) {
        return data.text("dateModified").or(() -> meta.first(UPDATED));
    }

    private void add(DateBasis basis, String text) {
        if (!text.isBlank() && text.length() <= 400) {
            out.add(new PrintedDate(basis, text.strip()));
        }
    }

    /** Times that say they are of publication, then the first beneath the title, then any. */
    private void times() {
        List<String> sure = new ArrayList<>();
        List<String> near = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int title = title();
        for (int i = 0; i < tree.size() && others.size() < MOST; i++) {
            boolean marked = tree.states(i, Facts.DATE);
            boolean asked = marked || tree.is(i, Tags.TIME);
            String when = asked && furniture.mayBelong(i) ? value(i) : "";
            if (!when.isEmpty()) {
                (marked ? sure : i > title && furniture.belongs(i) ? near : others).add(when);
            }
        }
        for (List<String> group : List.of(sure, near, others)) {
            group.stream().limit(MOST).forEach(text -> add(DateBasis.META, text));
        }
    }

    private String value(int i) {
        Element element = tree.element(i);
        for (String attribute : List.of("datetime", "content", "title")) {
            String value = element.attr(attribute).strip();
            if (hasDigit(value)) {
                return value;
            }
        }
        return tree.plain(i) + tree.linked(i) <= BYLINE ? element.text() : "";
    }

    /** Short lines with a date about the title and the text, then the first line of the text, which may open with one. */
    private void byline() {
        int from = Math.max(0, title());
        List<String> changed = new ArrayList<>();
        int found = 0;
        String opening = "";
        for (Line line : tree.lines()) {
            boolean inBody = body >= 0 && tree.within(line.holder(), body);
            if (body >= 0 && line.holder() >= tree.end(body) || found >= MOST) {
                break;
            }
            if (line.first() >= from && furniture.belongs(line.first()) && !BodyLines.isHeading(tree, line, 0)) {
                if (opening.isEmpty() && inBody && line.isProse()) {
                    opening = dateline(line.text());
                } else if (line.text().length() <= BYLINE
                        && mayDate(line.text())
                        && !Folding.phrase(line.text()).equals(headline)) {
                    found++;
                    if (Folding.phrase(line.text()).contains("تحديث")) {
                        changed.add(line.text());
                    } else {
                        add(DateBasis.TEXT, line.text());
                    }
                }
            }
        }
        if (hasDigit(opening) && opening.length() > 1) {
            add(DateBasis.TEXT, opening);
        }
        changed.forEach(text -> add(DateBasis.TEXT, text));
    }

    /** What stands before the first dash or bar of a text that opens with a place and a date; a blank where it does not. */
    private static String dateline(String text) {
        for (int i = 1; i < Math.min(DATELINE, text.length() - 1); i++) {
            boolean dash =
                    "-–—|:".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ' && text.charAt(i - 1) != ' ';
            if (dash || (text.charAt(i) == ' ' && "-–—/(|".indexOf(text.charAt(i + 1)) >= 0)) {
                return text.substring(0, i);
            }
        }
        return " ";
    }

    private int title() {
        for (int i = 0; i < tree.size(); i++) {
            if (tree.is(i, Tags.TOP_HEADING) && furniture.belongs(i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean mayDate(String text) {
        return hasDigit(text) || RELATIVE.stream().anyMatch(text::contains);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
