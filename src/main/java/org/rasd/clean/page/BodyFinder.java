package org.rasd.clean.page;

/**
 * Finds the element that holds the article's text: the one beneath which most running text stands close by, with few
 * links.
 *
 * <p>A line of running text counts for the block around it in full, and for each block above by half as much; an element
 * that is marked as the article's body wins where it holds a good part of the text.
 */
final class BodyFinder {
    private static final int LEVELS = 5;
    private static final int MOST = 600;
    private static final double MARKED_SHARE = 0.3;
    private static final double MORE = 0.08;
    private static final double NAMED = 1.3;

    private final PageTree tree;
    private final Furniture furniture;
    private final double[] scores;
    private final int[] prose;
    private final int[] other;

    private BodyFinder(PageTree tree, Furniture furniture) {
        this.tree = tree;
        this.furniture = furniture;
        this.scores = new double[tree.size()];
        this.prose = new int[tree.size()];
        this.other = new int[tree.size()];
    }

    /** The element that holds the text, -1 where there is no running text. */
    static int find(PageTree tree, Furniture furniture) {
        if (tree.size() == 0) {
            return -1;
        }
        BodyFinder finder = new BodyFinder(tree, furniture);
        finder.score();
        if (finder.prose[0] == 0) {
            return -1;
        }
        int marked = finder.marked();
        return marked >= 0 ? marked : finder.widen(finder.best());
    }

    private void score() {
        for (Line line : tree.lines()) {
            if (!furniture.drops(line)) {
                boolean counts = line.isProse();
                prose[line.holder()] += counts ? line.letters() : 0;
                other[line.holder()] += counts ? line.linkLetters() : line.letters();
                if (counts) {
                    spread(line);
                }
            }
        }
        for (int i = tree.size() - 1; i > 0; i--) {
            prose[tree.parent(i)] += prose[i];
            other[tree.parent(i)] += other[i];
        }
    }

    private void spread(Line line) {
        int at = line.holder();
        while (tree.parent(at) >= 0 && tree.is(at, Tags.INNER)) {
            at = tree.parent(at);
        }
        boolean wrapped = tree.plain(at) + tree.linked(at) == line.letters();
        if (wrapped && tree.parent(at) > 0) {
            at = tree.parent(at); // a div that stands for a paragraph
        }
        double worth = Math.min(line.letters(), MOST);
        for (int level = 0; level < LEVELS && at >= 0; level++) {
            scores[at] += worth;
            worth /= 2;
            at = tree.parent(at);
        }
    }

    private int best() {
        int best = 0;
        double most = -1;
        for (int i = 0; i < tree.size(); i++) {
            if (scores[i] > 0) {
                double score = scores[i] * prose[i] / (prose[i] + other[i]);
                score *= furniture.isText(i) ? NAMED : 1;
                if (score > most) {
                    most = score;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Takes the parent while it adds running text and little else. */
    private int widen(int from) {
        int body = from;
        int parent = tree.parent(body);
        while (parent >= 0 && !tree.tag(parent).equals("html")) {
            int more = prose[parent] - prose[body];
            int clutter = other[parent] - other[body];
            if (more > prose[body] * MORE && more > clutter) {
                body = parent;
            } else if (more > 0 || clutter > prose[body] * MORE) {
                break;
            }
            parent = tree.parent(parent);
        }
        return body;
    }

    private int marked() {
        int best = -1;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.states(i, Facts.BODY)
                    && prose[i] > prose[0] * MARKED_SHARE
                    && (best < 0 || prose[i] > prose[best])) {
                best = i;
            }
        }
        return best;
    }
}
