package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rasd.lang.Folding;

/**
 * The headline of a page without the name of the site: JSON-LD, then OpenGraph, then the first h1 that belongs to the
 * article, then the title element. One that was cut short gives way to the h1 that it begins.
 */
final class Titles {
    private static final List<String> META =
            List.of("og:title", "twitter:title", "dc.title", "dcterms.title", "headline");
    private static final List<String> SEPARATORS = List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / ");
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 60;
    private static final int SHORT_TITLE = 2;

    private Titles() {}

    static String of(PageWalk.Flat page, JsonLd data, Furniture furniture) {
        Metadata meta = page.metadata();
        String site = meta.first(List.of("og:site_name", "application-name")).orElse("");
        String heading = heading(page.tree(), furniture);
        String declared = data.text("headline")
                .or(() -> meta.first(META))
                .map(text -> withoutSite(text.strip(), site, heading))
                .orElse("");
        if (declared.isEmpty()) {
            declared = heading.isEmpty()
                    ? printedPart(page.tree(), meta.title()).orElseGet(() -> withoutSite(meta.title(), site, heading))
                    : heading;
        }
        String cut = Folding.phrase(declared.replaceFirst("(\\.{2,}|…)$", ""));
        boolean isCut = !cut.isEmpty()
                && heading.length() > declared.length()
                && Folding.phrase(heading).startsWith(cut);
        String title = isCut ? heading : declared;
        return title.length() > MOST ? title.substring(0, MOST) : title;
    }

    private static String heading(PageTree tree, Furniture furniture) {
        String found = "";
        for (Line line : tree.lines()) {
            for (int at = line.first(); at >= 0; at = tree.parent(at)) {
                if (tree.is(at, Tags.TOP_HEADING)) {
                    boolean better = furniture.belongs(at) && line.letters() > 10 && !line.isLink();
                    found = found.isEmpty() && better ? line.text() : found;
                    break;
                }
            }
            if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /** The longest part of the title element that stands as a line of its own in the page. */
    private static Optional<String> printedPart(PageTree tree, String title) {
        List<String> parts = new ArrayList<>(List.of(title.strip()));
        for (String separator : SEPARATORS) {
            int first = title.indexOf(separator);
            int last = title.lastIndexOf(separator);
            if (first > 0) {
                parts.add(title.substring(0, last).strip());
                parts.add(title.substring(first + separator.length()).strip());
            }
        }
        return parts.stream()
                .filter(part -> part.length() > SHORT_TITLE && isPrinted(tree, part))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isPrinted(PageTree tree, String part) {
        String folded = Folding.phrase(part);
        return tree.lines().stream()
                .filter(line -> Math.abs(line.text().length() - part.length()) < 8)
                .anyMatch(line -> Folding.phrase(line.text()).equals(folded));
    }

    private static String withoutSite(String text, String site, String heading) {
        for (String separator : SEPARATORS) {
            int last = text.lastIndexOf(separator);
            if (last > 0) {
                String before = text.substring(0, last).strip();
                String after = text.substring(last + separator.length()).strip();
                boolean named = !site.isEmpty() && Folding.phrase(after).contains(Folding.phrase(site));
                boolean repeated = !heading.isEmpty() && Folding.phrase(heading).equals(Folding.phrase(before));
                if (named || repeated || (separator.equals(" | ") && after.length() < before.length() / 2)) {
                    return withoutSite(before, site, heading);
                }
            }
        }
        return text;
    }

    /** The author as the page names one. */
    static Optional<String> author(PageWalk.Flat page, JsonLd data, Furniture furniture) {
        return data.names("author")
                .or(() -> page.metadata()
                        .first(List.of(
                                "author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author"))
                        .filter(text -> !text.contains("://")))
                .or(() -> byline(page.tree(), furniture))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= 200);
    }

    private static Optional<String> byline(PageTree tree, Furniture furniture) {
        for (int i = 0; i < tree.size(); i++) {
            if (tree.states(i, Facts.AUTHOR)
                    && furniture.belongs(i)
                    && tree.plain(i) + tree.linked(i) <= LONGEST_NAME) {
                String text = tree.element(i).text().strip();
                String name = text.replaceFirst("^(بقلم|كتب|كتبت|إعداد|تحرير|By|by)\\s*[:/-]?\\s*", "");
                if (!name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isDigit)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }
}
