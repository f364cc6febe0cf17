package org.rasd.clean.page;

import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.rasd.lang.Chars;

/** Lays a document flat in one walk; metadata and structured data are set aside on the way. */
final class PageWalk implements NodeFilter {
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
        int kind = Tags.of(tag);
        boolean taken = (kind & Tags.TELLS) != 0 && metadata.takes(element, tag);
        if (taken || (kind & Tags.UNREAD) != 0) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if ((kind & (Tags.BLOCK | Tags.BREAK)) != 0) {
            flush();
        }
        open = tree.open(element, kind, open);
        links += (kind & Tags.LINK) != 0 ? 1 : 0;
        preformatted += (kind & Tags.PREFORMATTED) != 0 ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (open >= 0 && tree.element(open) == node) {
            if (tree.is(open, Tags.BLOCK)) {
                flush();
            }
            links -= tree.is(open, Tags.LINK) ? 1 : 0;
            preformatted -= tree.is(open, Tags.PREFORMATTED) ? 1 : 0;
            tree.close(open);
            open = tree.parent(open);
        }
        return FilterResult.CONTINUE;
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
            while (tree.parent(holder) >= 0 && !tree.is(holder, Tags.BLOCK)) {
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
