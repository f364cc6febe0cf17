package org.rasd.job.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Kinds of pages as news sites make them, about an article that the bench makes up: the text is a small part of the
 * markup, as in real pages.
 */
enum PageDesign {
    /** Semantic elements, structured data, a long menu and cards of other articles. */
    PORTAL {
        @Override
        String page(Story story, List<String> others) {
            StringBuilder page = new StringBuilder(1 << 15);
            page.append("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>")
                    .append(story.title())
                    .append(" | بوابة المقياس</title><meta property=\"og:type\" content=\"article\">")
                    .append("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"")
                    .append(story.title().replace("\"", "\\\""))
                    .append("\",\"datePublished\":\"")
                    .append(story.day())
                    .append("T09:15:00+03:00\"}</script>");
            repeat(
                    page,
                    60,
                    "<link rel=\"preload\" href=\"/assets/part-%d.js\" as=\"script\"><script>window.q=window.q||[];"
                            + "q.push({slot:%d,size:[300,250]});</script>\n");
            page.append("</head><body class=\"single\"><header class=\"site-header\"><nav class=\"main-nav\"><ul>");
            repeat(page, 60, "<li class=\"menu-item\"><a href=\"/section/%d\">القسم %d</a></li>");
            page.append("</ul></nav></header><main><article><h1>")
                    .append(story.title())
                    .append("</h1><div class=\"article-body\">");
            story.paragraphs().forEach(line -> page.append("<p>").append(line).append("</p>\n"));
            page.append("</div></article><aside class=\"related\"><h3>مواضيع ذات صلة</h3>");
            for (String other : others) {
                page.append("<div class=\"card\"><a href=\"/n\"><img src=\"/t.jpg\" alt=\"\"><h4>")
                        .append(other)
                        .append("</h4></a><time datetime=\"2023-01-01\">قبل أيام</time></div>\n");
            }
            return page.append("</aside></main>").append(FOOTER).toString();
        }
    },

    /** A blog engine's classes, the date in a meta element, readers' remarks. */
    BLOG {
        @Override
        String page(Story story, List<String> others) {
            StringBuilder page = new StringBuilder(1 << 14);
            page.append("<!DOCTYPE html>\n<html lang=\"ar\"><head><meta charset=\"utf-8\"><title>")
                    .append(story.title())
                    .append("</title><meta property=\"article:published_time\" content=\"")
                    .append(story.day())
                    .append("T21:10:00+00:00\"></head><body><div id=\"page\"><div class=\"post hentry\">")
                    .append("<h1 class=\"entry-title\">")
                    .append(story.title())
                    .append("</h1><div class=\"entry-content\">");
            story.paragraphs().forEach(line -> page.append("<p>").append(line).append("</p>\n"));
            page.append("</div></div><div id=\"comments\"><ol class=\"comment-list\">");
            for (String other : others) {
                page.append("<li class=\"comment\"><div class=\"comment-author\">قارئ</div><p>")
                        .append(other)
                        .append("</p></li>");
            }
            return page.append("</ol></div></div>").append(FOOTER).toString();
        }
    },

    /** Tables within tables, text with breaks alone, the day in words. */
    TABLES {
        @Override
        String page(Story story, List<String> others) {
            StringBuilder page = new StringBuilder(1 << 14);
            page.append("<html dir=rtl><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">")
                    .append("<title>")
                    .append(story.title())
                    .append("</title></head><body><table width=100%><tr><td width=120><table>");
            repeat(page, 25, "<tr><td><a href=\"s%d.html\"><font size=2>القسم %d</font></a></td></tr>");
            page.append("</table></td><td><table><tr><td><font size=5><b>")
                    .append(story.title())
                    .append("</b></font></td></tr><tr><td>")
                    .append(story.day().getDayOfMonth())
                    .append('/')
                    .append(story.day().getMonthValue())
                    .append('/')
                    .append(story.day().getYear())
                    .append("</td></tr><tr><td><font size=3>")
                    .append(String.join("<br><br>", story.paragraphs()))
                    .append("</font></td></tr></table></td><td width=160><table>");
            others.forEach(
                    other -> page.append("<tr><td>• <a href=x>").append(other).append("</a></td></tr>"));
            return page.append("</table></td></tr></table>").append(FOOTER).toString();
        }
    };

    private static final String FOOTER =
            "<footer><p>جميع الحقوق محفوظة</p><a href=\"/privacy\">سياسة الخصوصية</a></footer></body></html>";

    /** What a page is about. */
    record Story(String title, List<String> paragraphs, LocalDate day) {}

    /** The page of {@code story} beside headlines of others. */
    abstract String page(Story story, List<String> others);

    private static void repeat(StringBuilder page, int count, String pattern) {
        for (int i = 0; i < count; i++) {
            page.append(String.format(Locale.ROOT, pattern, i, i));
        }
    }
}
