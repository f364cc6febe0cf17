package org.rasd.clean.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Which elements of a page are no part of the article's text.
 *
 * <p>A name alone takes no more away than it can be trusted with: the frame of a page may be called a sidebar, so that
 * what holds the title or a good part of the text stays.
 */
final class Furniture {
    private static final double SURE_SHARE = 0.85;
    private static final double FURNITURE_SHARE = 0.4;
    private static final double APART_SHARE = 0.2;
    private static final int PARAGRAPH = 160;
    private static final int ALIKE = 3;
    private static final int ALIKE_UNNAMED = 5;
    private static final int TEASER = 700;
    private static final int REMARK = 400;
    private static final double LINK_SHARE = 0.1;

    private final PageTree tree;
    private final Hints[] drops;
    private final boolean[] texts;

    Furniture(PageTree tree) {
        this.tree = tree;
        this.drops = new Hints[tree.size()];
        this.texts = new boolean[tree.size()];
        Map<String, Hints> known = new HashMap<>();
        Arrays.fill(drops, Hints.NONE);
        int i = 0;
        while (i < tree.size()) {
            Hints hint = Hints.of(tree.element(i), known);
            texts[i] = hint == Hints.TEXT;
            if (isDropped(i, hint)) {
                Arrays.fill(drops, i, tree.end(i), hint);
                i = tree.end(i);
            } else {
                repeats(i);
                i++;
            }
        }
    }

    /** True for an element whose name says that it holds the text. */
    boolean isText(int i) {
        return texts[i];
    }

    /** True where {@code i} lies within something dropped. */
    boolean drops(int i) {
        return drops[i] != Hints.NONE;
    }

    /** True for a line that starts and ends within something dropped. */
    boolean drops(Line line) {
        return drops(line.first()) && drops(line.last());
    }

    /** True where {@code i} belongs to the article, if not to its text. */
    boolean belongs(int i) {
        return drops[i] == Hints.NONE || drops[i] == Hints.APART;
    }

    /** True but within what is furniture without doubt. */
    boolean mayBelong(int i) {
        return drops[i].compareTo(Hints.FURNITURE) <= 0;
    }

    private boolean isDropped(int i, Hints hint) {
        if (drops[i] != Hints.NONE) {
            return false;
        }
        int all = Math.max(1, tree.plain(0));
        int plain = tree.plain(i);
        return switch (hint) {
            case NONE, TEXT -> false;
            case HIDDEN -> plain < all * SURE_SHARE;
            case SURE -> plain < all * SURE_SHARE && !tree.has(i, PageTree.TITLE);
            case FURNITURE -> plain < all * FURNITURE_SHARE && !tree.has(i, PageTree.TITLE);
            case APART -> plain < all * APART_SHARE && tree.longest(i) < PARAGRAPH;
        };
    }

    /** Three or more children of one make, each with a link, a time or a heading of its own: a list of other things. */
    private void repeats(int i) {
        int from = i + 1;
        while (from < tree.end(i)) {
            int count = 1;
            int teasers = isTeaser(from) ? 1 : 0;
            int to = tree.end(from);
            while (to < tree.end(i) && alike(from, to)) {
                count++;
                teasers += isTeaser(to) ? 1 : 0;
                to = tree.end(to);
            }
            boolean named = !tree.element(from).attr("class").isEmpty();
            if (count >= (named ? ALIKE : ALIKE_UNNAMED) && teasers >= count * 0.8) {
                Arrays.fill(drops, from, to, Hints.SURE);
            }
            from = to;
        }
    }

    private boolean alike(int a, int b) {
        Element one = tree.element(a);
        Element other = tree.element(b);
        return one.normalName().equals(other.normalName())
                && make(one.attr("class")).equals(make(other.attr("class")));
    }

    /** The first class, without numbers: {@code item odd} and {@code item-7 even} are of one make. */
    private static String make(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != ' ' && !Character.isDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private boolean isTeaser(int i) {
        int linked = tree.linked(i);
        int plain = tree.plain(i);
        if (plain + linked == 0 || plain > TEASER || tree.has(i, PageTree.TITLE)) {
            return false;
        }
        return switch (tree.tag(i)) {
            case "p", "br", "span", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em" -> false;
            case "li", "tr", "td" -> linked > plain || (linked > 0 && tree.has(i, PageTree.IMAGE | PageTree.TIME));
            default ->
                linked > plain
                        || tree.has(i, PageTree.LINKED_HEADING)
                        || (linked > (plain + linked) * LINK_SHARE
                                && tree.has(i, PageTree.IMAGE | PageTree.TIME | PageTree.HEADING))
                        || (tree.has(i, PageTree.TIME) && plain < REMARK);
        };
    }
}
