package org.rasd.clean.page;

import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.rasd.lang.Chars;

/** Lays a document flat in one walk; metadata and structured data are set aside on the way. */
final class PageWalk implements NodeFilter {
    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
                            + "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table "
                            + "tbody td tfoot th thead tr ul caption legend label option")
                    .split(" "));
    private static final Set<String> UNREAD = Set.of(
            "script style noscript template svg iframe object embed button select textarea canvas audio math head applet map"
                    .split(" "));

    private final PageTree tree = new PageTree();
    private final Metadata metadata = new Metadata();
    private char[] text = new char[256];
    private int size;
    private int open = -1;
    private int holder;
    private int first;
    private int last;
    private int letters;
    private int linkLetters;
    private int links;
    private int preformatted;
    private boolean blank;

    private PageWalk() {}

    /** The page and what its head says. */
    record Flat(PageTree tree, Metadata metadata) {}

    static Flat flatten(Document page) {
        PageWalk walk = new PageWalk();
        NodeTraversor.filter(walk, page);
        return new Flat(walk.tree, walk.metadata);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element && !(node instanceof Document)) {
            return enter(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String tag = element.normalName();
        if (metadata.takes(element, tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (UNREAD.contains(tag) && !tag.equals("head")) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isBlock(tag) || tag.equals("br")) {
            flush();
        }
        open = tree.open(element, open);
        links += tag.equals("a") ? 1 : 0;
        preformatted += tag.equals("pre") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (open >= 0 && tree.element(open) == node) {
            String tag = tree.tag(open);
            if (isBlock(tag)) {
                flush();
            }
            links -= tag.equals("a") ? 1 : 0;
            preformatted -= tag.equals("pre") ? 1 : 0;
            tree.close(open);
            open = tree.parent(open);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBlock(String tag) {
        return BLOCKS.contains(tag);
    }

    private void append(String words) {
        int from = 0;
        while (from < words.length()) {
            char c = words.charAt(from);
            if (c == '\n' && preformatted > 0) {
                flush();
                from++;
            } else if (Chars.isBlank(c)) {
                blank = true;
                from++;
            } else {
                int to = from + 1;
                while (to < words.length() && !Chars.isBlank(words.charAt(to))) {
                    to++;
                }
                word(words, from, to);
                from = to;
            }
        }
    }

    private void word(String words, int from, int to) {
        start(to - from);
        words.getChars(from, to, text, size);
        int more = 0;
        for (int i = size; i < size + to - from; i++) {
            more += Chars.isLetterOrDigit(text[i]) ? 1 : 0;
        }
        size += to - from;
        letters += more;
        linkLetters += links > 0 ? more : 0;
        last = open;
    }

    private void start(int length) {
        if (size + length + 1 > text.length) {
            text = Arrays.copyOf(text, Math.max(size + length + 1, text.length * 2));
        }
        if (size == 0) {
            first = open;
            holder = Math.max(0, open);
            while (tree.parent(holder) >= 0 && !isBlock(tree.tag(holder))) {
                holder = tree.parent(holder);
            }
        } else if (blank) {
            text[size++] = ' ';
        }
        blank = false;
    }

    private void flush() {
        if (letters > 0) {
            tree.add(new Line(holder, first, last, new String(text, 0, size), letters, linkLetters));
        }
        size = 0;
        letters = 0;
        linkLetters = 0;
        blank = false;
    }
}
