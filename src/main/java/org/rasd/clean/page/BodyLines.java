package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.List;
import org.rasd.clean.page.RelatedMarker.Kind;

/**
 * The lines of the article's text out of those beneath its element.
 *
 * <p>Rules, in this order: nothing from furniture; no captions; no lines that are links; after a marker of related
 * articles nothing until running text goes on; nothing after the mark of readers' comments; before the first and after the
 * last running text no short lines; a heading stays where text follows it, and goes where it repeats the title or nothing
 * follows.
 */
final class BodyLines {
    private static final int CAPTION = 200;
    private static final int SHORT_CAPTION = 140;
    private static final int GOES_ON = 80;
    private static final int PARAGRAPH = 200;
    private static final int LABEL = 25;
    private static final int CALL = 160;
    private static final int NOTICES = 3;
    private static final int LONGEST_MARKED = 240;

    private final PageTree tree;
    private final int body;
    private final String title;
    private final List<Line> kept = new ArrayList<>();
    private boolean started;
    private int related = -1;
    private int headlines;

    private BodyLines(PageTree tree, int body, String title) {
        this.tree = tree;
        this.body = body;
        this.title = Markers.fold(title);
    }

    /** Lines of the article beneath {@code body}, in order. */
    static List<Line> of(PageTree tree, Furniture furniture, int body, String title) {
        BodyLines lines = new BodyLines(tree, body, title);
        for (Line line : tree.lines()) {
            if (tree.within(line.holder(), body) && !furniture.drops(line) && !lines.take(line)) {
                break;
            }
        }
        lines.trim();
        return lines.kept;
    }

    /** False where the article is over. */
    private boolean take(Line line) {
        String folded = mayBeMarked(line) ? Markers.fold(line.text()) : "";
        Kind marker = RelatedMarker.kind(line.text());
        if (started && Markers.endsArticle(folded) && !line.isProse()) {
            return false;
        }
        if (marker != Kind.NONE) {
            if (marker == Kind.ALONE || marker == Kind.LIST) {
                related = box(line.holder());
                headlines = 1;
            }
            return true;
        }
        if (isRelated(line)) {
            return true;
        }
        if (!isClutter(line, folded)) {
            started = started || line.isProse() && !isHeading(line);
            if (started || !isPreamble(line, folded)) {
                kept.add(line);
            }
        }
        return true;
    }

    /** False for running text too long for a label or for the title: it is asked for none of the marks, and stays unfolded. */
    private boolean mayBeMarked(Line line) {
        int length = line.text().length();
        boolean maySayTitle = length < Markers.LONGEST + title.length();
        return length <= LONGEST_MARKED && (line.letters() < CALL || maySayTitle || !line.isProse());
    }

    /** What stands in the box of a marker of related articles, the links right after it, or one headline without a link. */
    private boolean isRelated(Line line) {
        if (related < 0) {
            return false;
        }
        if (tree.within(line.holder(), related)) {
            headlines = 0;
            return true;
        }
        if (line.linkLetters() * 3 > line.letters()) {
            headlines = 0;
            return true;
        }
        boolean goesOn = headlines == 0 || (line.letters() >= GOES_ON && line.endsSentence());
        headlines = 0;
        related = goesOn ? -1 : related;
        return !goesOn;
    }

    /** The largest frame about a marker that is small beside the article. */
    private int box(int holder) {
        int box = holder;
        int most = Math.max(1, tree.plain(body) / 4);
        for (int at = tree.parent(box); at > body; at = tree.parent(at)) {
            if (tree.plain(at) > most || tree.longest(at) > PARAGRAPH) {
                break;
            }
            box = at;
        }
        return box;
    }

    private boolean isClutter(Line line, String folded) {
        return line.isLink()
                || isCaption(line)
                || (folded.equals(title) && line.text().length() < Markers.LONGEST + title.length())
                || (line.letters() < CALL && (Markers.isShare(folded) || Markers.isCall(folded)))
                || (Markers.isTail(folded) && !line.isProse());
    }

    private boolean isPreamble(Line line, String folded) {
        return isHeading(line)
                || line.letters() < LABEL
                || Markers.isByline(folded)
                || (!line.isProse() && tells(line));
    }

    /** True for a line with a time or a number: who published it, and when. */
    private boolean tells(Line line) {
        return tree.has(line.holder(), PageTree.TIME) || line.text().chars().anyMatch(Character::isDigit);
    }

    private boolean isHeading(Line line) {
        return isHeading(tree, line, body);
    }

    /** True for a line in a heading beneath {@code above}. */
    static boolean isHeading(PageTree tree, Line line, int above) {
        for (int at = line.holder(); at > above; at = tree.parent(at)) {
            if (tree.is(at, Tags.HEADING)) {
                return true;
            }
        }
        return false;
    }

    /** A short text that shares its frame with a picture and nothing else. */
    private boolean isCaption(Line line) {
        if (line.letters() > CAPTION) {
            return false;
        }
        int frame = line.holder();
        if (isParagraph(frame)) {
            if (tree.has(frame, PageTree.IMAGE)) {
                return line.letters() < SHORT_CAPTION && !line.endsSentence() || isSmall(line);
            }
            frame = tree.parent(frame);
        } else if (!tree.has(frame, PageTree.IMAGE) && tree.plain(frame) + tree.linked(frame) == line.letters()) {
            frame = tree.parent(frame);
        }
        return frame > body && tree.has(frame, PageTree.IMAGE) && tree.plain(frame) + tree.linked(frame) < CAPTION;
    }

    private boolean isParagraph(int i) {
        String tag = tree.tag(i);
        return tag.equals("p") || tag.equals("li") || tag.equals("blockquote");
    }

    private boolean isSmall(Line line) {
        for (int at = line.first(); at > line.holder(); at = tree.parent(at)) {
            String tag = tree.tag(at);
            if (tag.equals("em") || tag.equals("i") || tag.equals("small")) {
                return true;
            }
        }
        return false;
    }

    private void trim() {
        for (int i = kept.size() - 1; i > Math.max(0, kept.size() - NOTICES); i--) {
            if (Markers.isNotice(kept.get(i).text())) {
                kept.remove(i);
            }
        }
        while (!kept.isEmpty() && isLeftover(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            boolean endsSection = i + 1 == kept.size() || isHeading(kept.get(i + 1));
            if (isHeading(kept.get(i)) && endsSection) {
                kept.remove(i);
            }
        }
    }

    private boolean isLeftover(Line line) {
        return isHeading(line)
                || (!line.isProse()
                        && !line.endsSentence()
                        && !tree.tag(line.holder()).equals("li"));
    }
}
