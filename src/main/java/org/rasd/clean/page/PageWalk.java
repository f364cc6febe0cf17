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
        int length = words.length();
        if (size + length + 1 > text.length) {
            text = Arrays.copyOf(text, Math.max(size + length + 1, text.length * 2));
        }
        // moved down in place: what is written never overtakes what is read, by the one place for a blank before it
        int end = size + 1 + length;
        words.getChars(0, length, text, size + 1);
        int more = 0;
        for (int i = size + 1; i < end; i++) {
            char c = text[i];
            if (!Chars.isBlank(c)) {
                if (size == 0) {
                    begin();
                } else if (blank) {
                    text[size++] = ' ';
                }
                blank = false;
                text[size++] = c;
                more += Chars.isLetterOrDigit(c) ? 1 : 0;
                last = open;
            } else if (c == '\n' && preformatted > 0) {
                count(more);
                more = 0;
                flush();
            } else {
                blank = true;
            }
        }
        count(more);
    }

    private void count(int more) {
        letters += more;
        linkLetters += links > 0 ? more : 0;
    }

    private void begin() {
        first = open;
        holder = Math.max(0, open);
        while (tree.parent(holder) >= 0 && !tree.is(holder, Tags.BLOCK)) {
            holder = tree.parent(holder);
        }
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
