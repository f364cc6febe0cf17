package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** Fragments of HTML that hold an article and nothing else. */
public final class Fragments {
    private Fragments() {}

    /** The lines of {@code fragment}; captions, scripts and what is hidden stay out. */
    public static String lines(Document fragment) {
        PageTree tree = PageWalk.flatten(fragment).tree();
        List<String> lines = new ArrayList<>();
        for (Line line : tree.lines()) {
            if (!isApart(tree, line.first())) {
                lines.add(line.text());
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isApart(PageTree tree, int i) {
        for (int at = i; at >= 0; at = tree.parent(at)) {
            String tag = tree.tag(at);
            if (tag.equals("figcaption") || tag.equals("caption") || Hints.isHidden(tree.element(at))) {
                return true;
            }
        }
        return false;
    }
}
