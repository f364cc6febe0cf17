package org.rasd.clean.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Folding;
import org.rasd.model.DateBasis;

/**
 * Tells pages that hold no article: indexes, error pages that a server sends as good ones, pages about the site, videos,
 * and pages without running text.
 *
 * <p>What says of itself that it is an article is asked for little; what does not, for a text that carries its page.
 */
final class NoArticles {
    private static final int DECLARED_LETTERS = 40;
    private static final int LETTERS = 120;
    private static final int VIDEO_LETTERS = 350;
    /** Letters of text up to which a page that speaks of an error is one. */
    private static final int ERROR_LETTERS = 400;
    /** Letters of text in which it says so. */
    private static final int ERROR_OPENING = 250;

    private static final int MANY_LINKS = 100;
    private static final double LINKED_SHARE = 1.5;

    private static final Pattern LISTING = Pattern.compile(
            "(?i)^(/|/(index|default|home)\\.[a-z]+|.*/(tags?|topics?|category|categories|author|authors|search|archives?|page|rss|feed|وسم|وسوم|تصنيف|كاتب)(/[^/]*){0,2}/?)$");
    private static final Pattern SERVICE = Pattern.compile(
            "(?i)^(/(ar|en|fr))?/(about|about[-_]?us|contact|contact[-_]?us|faqs?|help|terms|terms[-_]of[-_](use|service)|privacy|privacy[-_]policy"
                    + "|login|log[-_]in|signin|sign[-_]in|register|account|donate|subscribe|advertise|من[-_]نحن|اتصل[-_]بنا|سياسة[-_]الخصوصية)(\\.[a-z]+|/.*)?$");
    private static final Pattern PARTS = Pattern.compile("\\s*[|:»•]\\s*|\\s+[-–—/]\\s+");
    private static final Set<String> ERROR_TITLES = folded(
            "error",
            "not found",
            "404",
            "404 not found",
            "error 404",
            "404 error",
            "page not found",
            "404 page not found",
            "403 forbidden",
            "forbidden",
            "access denied",
            "internal server error",
            "500 internal server error",
            "502 bad gateway",
            "bad gateway",
            "503 service unavailable",
            "service unavailable",
            "service temporarily unavailable",
            "just a moment",
            "attention required",
            "login",
            "log in",
            "sign in",
            "page introuvable",
            "erreur",
            "erreur 404",
            "خطأ",
            "خطأ 404",
            "404 خطأ",
            "عذرا",
            "غير موجود",
            "الصفحة غير موجودة",
            "صفحة غير موجودة",
            "الصفحة المطلوبة غير موجودة",
            "لم يتم العثور على الصفحة",
            "الصفحة غير متوفرة",
            "تسجيل الدخول");
    private static final Set<String> ERROR_PHRASES = folded(
            "page not found",
            "page you requested",
            "page you are looking for",
            "page you were looking for",
            "item you have requested had an error",
            "requested url was not found",
            "need to log in",
            "please log in",
            "you do not have permission",
            "enable javascript",
            "requires javascript",
            "requires a browser that can handle javascript",
            "page introuvable",
            "page demandée",
            "الصفحة المطلوبة",
            "الصفحة التي تبحث عنها",
            "الصفحة التي طلبتها",
            "الصفحة التي تحاول",
            "هذه الصفحة غير",
            "الصفحة غير موجودة",
            "الرابط الذي طلبته",
            "الرابط المطلوب غير",
            "يرجى تسجيل الدخول",
            "تفعيل الجافا",
            "تفعيل جافا");

    private NoArticles() {}

    /**
     * What is known of a page.
     *
     * @param declared true where its data or markup says that it holds an article
     * @param headline as found
     * @param text as found
     * @param letters of the text
     */
    record Findings(
            PageWalk.Flat page,
            JsonLd data,
            @Nullable String url,
            boolean declared,
            String headline,
            String text,
            int letters,
            List<PrintedDate> dates) {
        private boolean isFirmlyDated() {
            return dates.stream().anyMatch(date -> date.basis() != DateBasis.TEXT);
        }
    }

    /** Why there is no article; empty where there is one. */
    static Optional<String> reason(Findings found) {
        String path = found.url == null ? "" : path(found.url);
        if (!found.declared && (found.data.isListing() || LISTING.matcher(path).matches() || isIndex(found))) {
            return Optional.of("an index of articles");
        }
        if (isError(found)) {
            return Optional.of("an error page, or one that asks to log in");
        }
        if (!found.declared && !found.isFirmlyDated() && SERVICE.matcher(path).matches()) {
            return Optional.of("a page about the site");
        }
        String type = found.page.metadata().value("og:type").orElse("").toLowerCase(Locale.ROOT);
        boolean video = type.startsWith("video") || (found.data.hasVideo() && !found.data.hasArticle());
        if (video && found.letters < VIDEO_LETTERS) {
            return Optional.of("a video with " + found.letters + " letters of text");
        }
        int least = found.declared ? DECLARED_LETTERS : LETTERS;
        return found.letters < least ? Optional.of("no running text: " + found.letters + " letters") : Optional.empty();
    }

    /** Far more links than text, beneath a heading that is not the page's own title, and no date but in the text. */
    private static boolean isIndex(Findings found) {
        PageTree tree = found.page.tree();
        if (tree.size() == 0 || found.isFirmlyDated() || tree.linked(0) < found.letters * LINKED_SHARE) {
            return false;
        }
        String title = Folding.phrase(found.page.metadata().title());
        String headline = Folding.phrase(found.headline);
        boolean own = title.isEmpty() || headline.isEmpty() || title.contains(headline) || headline.contains(title);
        return !own && links(tree) >= MANY_LINKS;
    }

    private static int links(PageTree tree) {
        int links = 0;
        for (int i = 0; i < tree.size(); i++) {
            links += tree.is(i, Tags.LINK) ? 1 : 0;
        }
        return links;
    }

    private static boolean isError(Findings found) {
        if (found.letters > ERROR_LETTERS || found.data.hasArticle()) {
            return false;
        }
        String opening = Folding.phrase(
                found.text.length() > ERROR_OPENING ? found.text.substring(0, ERROR_OPENING) : found.text);
        return isErrorTitle(found.page.metadata().title())
                || isErrorTitle(found.headline)
                || ERROR_PHRASES.stream().anyMatch(opening::contains);
    }

    private static boolean isErrorTitle(String title) {
        return ERROR_TITLES.contains(Folding.phrase(title))
                || PARTS.splitAsStream(title).map(Folding::phrase).anyMatch(ERROR_TITLES::contains);
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        if (path < 0) {
            return "/";
        }
        int end = path;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return url.substring(path, end);
    }

    private static Set<String> folded(String... phrases) {
        return Arrays.stream(phrases).map(Folding::phrase).collect(Collectors.toUnmodifiableSet());
    }
}
