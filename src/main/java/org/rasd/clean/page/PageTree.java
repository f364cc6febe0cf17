package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * A page laid flat: its elements in document order with what stands beneath each, and its lines of text.
 *
 * <p>The elements beneath element {@code i} are {@code i + 1} to {@code end(i) - 1}. Everything else asks this table, so
 * that the markup is walked once and never recursively.
 */
final class PageTree {
    static final int IMAGE = 1;
    static final int TIME = 2;
    static final int HEADING = 4;
    static final int TITLE = 8;
    static final int LINKED_HEADING = 16;

    private static final int SOME = 256;

    private final List<Element> elements = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int[] parents = new int[SOME];
    private int[] ends = new int[SOME];
    private int[] plain = new int[SOME];
    private int[] linked = new int[SOME];
    private int[] longest = new int[SOME];
    private int[] marks = new int[SOME];
    private int[] facts = new int[SOME];
    private int[] kinds = new int[SOME];

    int size() {
        return elements.size();
    }

    Element element(int i) {
        return elements.get(i);
    }

    String tag(int i) {
        return elements.get(i).normalName();
    }

    /** True where the name of {@code i} has {@code kind}, one of {@link Tags}. */
    boolean is(int i, int kind) {
        return (kinds[i] & kind) != 0;
    }

    List<Line> lines() {
        return lines;
    }

    /** -1 above the root. */
    int parent(int i) {
        return parents[i];
    }

    int end(int i) {
        return ends[i];
    }

    boolean within(int i, int ancestor) {
        return i >= ancestor && i < ends[ancestor];
    }

    /** Letters beneath {@code i} outside links. */
    int plain(int i) {
        return plain[i];
    }

    /** Letters beneath {@code i} within links. */
    int linked(int i) {
        return linked[i];
    }

    /** Letters of the longest line of running text beneath {@code i}. */
    int longest(int i) {
        return longest[i];
    }

    boolean has(int i, int mark) {
        return (marks[i] & mark) != 0;
    }

    /** True where element {@code i} itself states {@code fact}, one of {@link Facts}. */
    boolean states(int i, int fact) {
        return (facts[i] & fact) != 0;
    }

    /** Attribute in lower case, empty where there is none. */
    String attribute(int i, String name) {
        return elements.get(i).attr(name).toLowerCase(Locale.ROOT);
    }

    int open(Element element, int kind, int parent) {
        int i = elements.size();
        if (i == parents.length) {
            grow();
        }
        elements.add(element);
        parents[i] = parent;
        ends[i] = i + 1;
        marks[i] = mark(element.normalName());
        facts[i] = Facts.of(element);
        kinds[i] = kind;
        return i;
    }

    void close(int i) {
        ends[i] = elements.size();
        boolean linkedHeading = linked[i] > plain[i] && is(i, Tags.HEADING);
        marks[i] |= linkedHeading ? LINKED_HEADING : 0;
        int parent = parents[i];
        if (parent >= 0) {
            plain[parent] += plain[i];
            linked[parent] += linked[i];
            longest[parent] = Math.max(longest[parent], longest[i]);
            marks[parent] |= marks[i];
        }
    }

    void add(Line line) {
        lines.add(line);
        int at = line.holder();
        plain[at] += line.letters() - line.linkLetters();
        linked[at] += line.linkLetters();
        longest[at] = Math.max(longest[at], line.isProse() ? line.letters() : 0);
    }

    private static int mark(String tag) {
        return switch (tag) {
            case "img", "picture", "amp-img", "video", "figure" -> IMAGE;
            case "time" -> TIME;
            case "h1" -> HEADING | TITLE;
            case "h2", "h3", "h4", "h5", "h6" -> HEADING;
            default -> 0;
        };
    }

    private void grow() {
        int size = parents.length * 2;
        parents = Arrays.copyOf(parents, size);
        ends = Arrays.copyOf(ends, size);
        plain = Arrays.copyOf(plain, size);
        linked = Arrays.copyOf(linked, size);
        longest = Arrays.copyOf(longest, size);
        marks = Arrays.copyOf(marks, size);
        facts = Arrays.copyOf(facts, size);
        kinds = Arrays.copyOf(kinds, size);
    }
}
