package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the tag, the classes and the id of an element say about its part in the page. */
enum Hints {
    /** Nothing. */
    NONE,
    /** The article's own text. */
    TEXT,
    /** Belongs to the article but is none of its text: byline, date, picture. */
    APART,
    /** Mostly furniture; a page may name its frame so. */
    FURNITURE,
    /** Furniture without doubt: comments, related links, share bars, menus. */
    SURE,
    /** Never seen by a reader. */
    HIDDEN;

    private static final Set<String> SURE_WORDS = words(
            "comment comments disqus respond related relatedposts relatednews recommended recommendation recommendations",
            "taboola outbrain mgid share sharing sharebar sharer social socials addthis sharethis addtoany newsletter",
            "subscribe subscription nav navbar navigation menu submenu breadcrumb breadcrumbs caption figcaption tagcloud",
            "pagination pager mostread mostviewed mostpopular trending readmore readalso seealso alsoread morenews morelinks",
            "authorbio aboutauthor authorbox authorinfo cookie cookies consent gdpr modal popup ticker advert advertisement",
            "adsbygoogle sponsored sponsor copyright rating ratings poll login signin register searchform keywords tags");
    private static final Set<String> FURNITURE_WORDS = words(
            "sidebar widget widgets promo promotion ad ads advertising adv banner footer masthead topbar bottombar toolbar",
            "tools utility carousel slider teaser teasers latest popular follow bio disclaimer search tag seo");
    private static final Set<String> APART_WORDS = words(
            "byline meta postmeta date time timestamp datetime published author credit credits source image photo picture",
            "video player media audio gallery slideshow embed category categories print fontsize next prev previous more",
            "app download telegram whatsapp facebook twitter header info views icons");
    private static final Set<String> TEXT_WORDS = words(
            "articlebody articletext articlecontent entrycontent postcontent postbody storybody storytext storycontent",
            "newsbody newstext newscontent bodytext maintext contentbody textbody detailsbody newsdetails articledetails");
    private static final Set<String> TEXT_TAGS =
            Set.of("html", "body", "main", "p", "h1", "h2", "h3", "h4", "h5", "h6");

    /** The hint of {@code element}; {@code known} keeps what names mean, for the page in hand. */
    static Hints of(Element element, Map<String, Hints> known) {
        if (element.attributesSize() == 0) {
            return byTag(element.normalName(), element);
        }
        String tag = element.normalName();
        Hints byTag = byTag(tag, element);
        if (byTag == HIDDEN || byTag == SURE || TEXT_TAGS.contains(tag) && !tag.equals("p")) {
            return byTag;
        }
        String name = element.hasAttr("id") ? element.attr("class") + " " + element.id() : element.attr("class");
        Hints byName = name.isEmpty() ? NONE : known.computeIfAbsent(name, Hints::byName);
        return byName == TEXT || byName.compareTo(byTag) > 0 ? byName : byTag;
    }

    private static Hints byTag(String tag, Element element) {
        if (isHidden(element)) {
            return HIDDEN;
        }
        return switch (tag) {
            case "nav", "menu", "figcaption", "caption", "dialog" -> SURE;
            case "aside", "footer", "form" -> FURNITURE;
            case "header", "address", "time" -> APART;
            default -> byRole(element);
        };
    }

    private static Hints byRole(Element element) {
        if (!element.hasAttr("role")) {
            return NONE;
        }
        return switch (element.attr("role").toLowerCase(Locale.ROOT)) {
            case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog" -> SURE;
            case "complementary" -> FURNITURE;
            default -> NONE;
        };
    }

    /** True for what its attributes hide. */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }

    private static Hints byName(String name) {
        List<String> parts = parts(name);
        Hints found = NONE;
        for (int i = 0; i < parts.size(); i++) {
            Hints one = ofWord(parts.get(i));
            Hints two = i == 0 ? NONE : ofPair(parts.get(i - 1) + parts.get(i));
            if (one == TEXT || two == TEXT) {
                return TEXT;
            }
            found = max(found, max(one, two));
        }
        boolean frame = parts.contains("has") || parts.contains("with") || parts.contains("no");
        boolean builder = parts.contains("elementor") && !parts.contains("share");
        return frame || (builder && found == FURNITURE) ? NONE : found;
    }

    private static Hints ofPair(String pair) {
        return TEXT_WORDS.contains(pair) ? TEXT : SURE_WORDS.contains(pair) ? SURE : NONE;
    }

    private static Hints ofWord(String word) {
        if (SURE_WORDS.contains(word)) {
            return SURE;
        }
        if (FURNITURE_WORDS.contains(word)) {
            return FURNITURE;
        }
        return APART_WORDS.contains(word) ? APART : ofPair(word);
    }

    private static Hints max(Hints a, Hints b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Words of a name such as {@code post-relatedLinks_2}, in lower case. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length() && i < 400; i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean hump = c >= 'A' && c <= 'Z' && i > 0 && name.charAt(i - 1) >= 'a' && name.charAt(i - 1) <= 'z';
            if ((!letter || hump) && !word.isEmpty()) {
                parts.add(word.toString());
                word.setLength(0);
            }
            if (letter) {
                word.append((char) (c | 0x20));
            }
        }
        if (!word.isEmpty()) {
            parts.add(word.toString());
        }
        return parts;
    }

    private static Set<String> words(String... lists) {
        return Set.of(String.join(" ", lists).split(" "));
    }
}
