package org.rasd.clean.page;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What the attributes of an element state outright, looked up once for each element. */
final class Facts {
    /** Holds the text of the article. */
    static final int BODY = 1;
    /** Holds the date of publication. */
    static final int DATE = 2;
    /** Names the author. */
    static final int AUTHOR = 4;

    private Facts() {}

    static int of(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        int facts = 0;
        if (element.hasAttr("itemprop")) {
            facts |= ofProperty(element.attr("itemprop"));
        }
        if (element.hasAttr("property")) {
            facts |= ofProperty(element.attr("property"));
        }
        if (element.hasAttr("rel") && element.attr("rel").equalsIgnoreCase("author")) {
            facts |= AUTHOR;
        }
        boolean time = element.normalName().equals("time");
        if (time && (element.hasAttr("pubdate") || lower(element.className()).contains("publish"))) {
            facts |= DATE;
        }
        return facts | (element.hasAttr("class") && isAuthor(element.className()) ? AUTHOR : 0);
    }

    private static int ofProperty(String property) {
        String name = lower(property);
        if (name.contains("articlebody")) {
            return BODY;
        }
        if (name.contains("datepublished") || name.contains("dc:date") || name.contains("dc:created")) {
            return DATE;
        }
        return name.equals("author") ? AUTHOR : 0;
    }

    /** True where a word of the class is author, byline or writer, perhaps with "name" behind it, and ends it. */
    private static boolean isAuthor(String classes) {
        String name = lower(classes);
        if (name.endsWith("name")) {
            name = name.substring(0, Math.max(0, name.length() - "name".length()));
            name = name.endsWith("-") || name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
        }
        return isLastWord(name, "author") || isLastWord(name, "byline") || isLastWord(name, "writer");
    }

    private static boolean isLastWord(String name, String word) {
        int before = name.length() - word.length() - 1;
        return name.endsWith(word) && (before < 0 || !Character.isLetterOrDigit(name.charAt(before)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
