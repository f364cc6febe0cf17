package org.rasd.clean.page;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jsoup.nodes.Entities;
import org.rasd.model.DateBasis;

/**
 * Made-up sites: each wraps an article in its own markup and furniture and tells the date in its own way. None is the copy
 * of a real site; each has what a kind of site is known for.
 */
enum SiteDesign {
    /** Semantic elements, JSON-LD in a graph, a figure with caption, related cards with summaries. */
    MODERN(DateBasis.JSON_LD) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            String data =
                    "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"مدى برس\"},"
                            + "{\"@type\":[\"NewsArticle\"],\"headline\":" + json(s.title()) + ",\"datePublished\":\""
                            + s.day()
                            + "T09:15:00+03:00\",\"dateModified\":\"" + s.day().plusDays(2)
                            + "T09:15:00+03:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"هدى سالم\"}],"
                            + "\"publisher\":{\"@type\":\"Organization\",\"name\":\"مدى برس\"},}]}";
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < s.paragraphs().size(); i++) {
                body.append("<p>").append(esc(s.paragraphs().get(i))).append("</p>\n");
                if (i == 1) {
                    body.append("<aside class=\"inline-related\"><h4>اقرأ أيضا</h4><a href=\"/n/1\">")
                            .append(esc(others.get(0).title()))
                            .append("</a></aside>");
                }
                if (i % 4 == 3) {
                    body.append("<div class=\"ad-slot\"><span>إعلان</span></div>");
                }
            }
            return head(s.title() + " | مدى برس", "<script type=\"application/ld+json\">" + data + "</script>")
                    + "<header class=\"site-header\"><nav><ul><li><a href=\"/\">الرئيسية</a></li><li><a href=\"/p\">سياسة</a></li></ul></nav></header>"
                    + "<main><article><header><h1>" + esc(s.title())
                    + "</h1><div class=\"meta\"><a rel=\"author\">هدى سالم</a>"
                    + "<time datetime=\"" + s.day().plusDays(2) + "\">آخر تحديث</time></div></header>"
                    + "<figure><img src=\"a.jpg\"><figcaption>مشهد عام من المكان الذي جرت فيه الأحداث أمس (أرشيف)</figcaption></figure>"
                    + "<div class=\"share-bar\"><a>فيسبوك</a><a>واتساب</a></div><div class=\"article-body\">" + body
                    + "</div>"
                    + "<ul class=\"tags\"><li><a href=\"/t\">أخبار</a></li></ul></article>"
                    + cards("card", others) + "</main>" + footer();
        }
    },

    /** A blog engine's classes, OpenGraph's date, comments by readers. */
    BLOG(DateBasis.META) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            StringBuilder comments = new StringBuilder(
                    "<div id=\"comments\" class=\"comments-area\"><h2>3 تعليقات</h2><ol class=\"comment-list\">");
            for (Sample other : others) {
                comments.append(
                                "<li class=\"comment\"><div class=\"comment-author\">قارئ من بعيد</div><time datetime=\"2019-01-01\">منذ عام</time><p>")
                        .append(esc(other.summary()))
                        .append("</p></li>");
            }
            comments.append("</ol></div>");
            return head(
                            s.title() + " - مدونة الساحل",
                            "<meta property=\"og:type\" content=\"article\"><meta property=\"og:site_name\" content=\"مدونة الساحل\">"
                                    + "<meta property=\"og:title\" content=\"" + attr(s.title()) + " - مدونة الساحل\">"
                                    + "<meta property=\"article:published_time\" content=\"" + s.day()
                                    + "T21:10:00+00:00\">"
                                    + "<meta property=\"article:modified_time\" content=\""
                                    + s.day().plusDays(9) + "T21:10:00+00:00\">")
                    + "<body class=\"single single-post has-sidebar\"><div id=\"page\" class=\"site with-sidebar\"><div class=\"main-navigation\"><a href=\"/\">الرئيسية</a> <a href=\"/c\">تواصل معنا</a></div>"
                    + "<div class=\"breadcrumbs\"><a href=\"/\">الرئيسية</a> » <a href=\"/n\">أخبار</a></div>"
                    + "<div class=\"post type-post hentry comments-open\"><h1 class=\"entry-title\">" + esc(s.title())
                    + "</h1>"
                    + "<div class=\"entry-meta\">نشره <span class=\"author\">مازن</span> في "
                    + s.day().plusDays(9) + "</div>"
                    + "<div class=\"entry-content\"><div class=\"wp-caption\"><img src=\"x.jpg\"><p class=\"wp-caption-text\">صورة وزعها المكتب الإعلامي للوزارة</p></div>"
                    + paragraphs(s)
                    + "<div class=\"sharedaddy\"><h3>شارك هذا الموضوع:</h3><ul><li>تويتر</li><li>فيس بوك</li></ul></div>"
                    + "<div class=\"jp-relatedposts\"><h3>مرتبط</h3><a href=\"/2\">"
                    + esc(others.get(1).title()) + "</a></div></div>"
                    + "<div class=\"author-bio\"><p>كاتب يعيش بين مدينتين، يكتب في السياسة والاقتصاد منذ سنوات طويلة، وله عدد من الكتب المنشورة.</p></div>"
                    + comments + "</div><div class=\"sidebar widget-area\">" + cards("widget", others) + "</div></div>"
                    + footer();
        }
    },

    /** Nested tables, font elements, text with br only, the date in words with the Levantine month. */
    TABLES(DateBasis.TEXT) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            StringBuilder menu = new StringBuilder();
            for (String item :
                    List.of("الأولى", "محليات", "عربي ودولي", "اقتصاد", "ثقافة", "رياضة", "كاريكاتير", "اتصل بنا")) {
                menu.append("<tr><td><a href=\"x\"><font size=2>").append(item).append("</font></a></td></tr>");
            }
            StringBuilder list = new StringBuilder();
            for (Sample other : others) {
                list.append("<tr><td>• <a href=\"x\">")
                        .append(esc(other.title()))
                        .append("</a></td></tr>");
            }
            return "<html dir=rtl><head><title>جريدة الضفاف - " + esc(s.title())
                    + "</title></head><body><center><table width=100%><tr>"
                    + "<td width=120 valign=top><table>" + menu
                    + "</table></td><td valign=top><table><tr><td><font size=5><b>" + esc(s.title())
                    + "</b></font></td></tr><tr><td><font color=gray>" + weekday(s.day()) + " "
                    + s.day().getDayOfMonth() + " "
                    + LEVANT.get(s.day().getMonthValue() - 1) + " " + s.day().getYear()
                    + "</font></td></tr><tr><td><p><font size=3>"
                    + String.join(
                            "<br><br>",
                            s.paragraphs().stream().map(SiteDesign::esc).toList())
                    + "</font></p></td></tr></table></td><td valign=top width=160><table><tr><td><b>عناوين أخرى</b></td></tr>"
                    + list
                    + "</table></td></tr></table><p align=center>جميع الحقوق محفوظة لجريدة الضفاف</p></center></body></html>";
        }
    },

    /** No element says what it is: divs with numbered classes; the date stands in the address alone; flat remarks below. */
    DIVS(DateBasis.URL) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            StringBuilder body = new StringBuilder();
            s.paragraphs()
                    .forEach(p ->
                            body.append("<div class=\"c7\">").append(esc(p)).append("</div>\n"));
            StringBuilder links = new StringBuilder();
            others.forEach(o -> links.append("<div class=\"c9\"><a href=\"/x\">")
                    .append(esc(o.title()))
                    .append("</a></div>"));
            return head(s.title(), "")
                    + "<div class=\"c1\"><div class=\"c2\"><a href=\"/\">الصفحة الأولى</a> <a href=\"/s\">المجتمع</a> <a href=\"/e\">المال</a></div>"
                    + "<div class=\"c3\"><h1>" + esc(s.title())
                    + "</h1><div class=\"c4\"><img src=\"p.jpg\"><div>وزير الخارجية خلال مؤتمر صحافي سابق</div></div>"
                    + body + "<div class=\"c8\">مواضيع ذات صلة</div>" + links
                    + "<div class=\"c8\">التعليقات</div><div class=\"c7\">"
                    + esc(others.get(0).summary()) + "</div><div class=\"c7\">"
                    + esc(others.get(1).paragraphs().get(0))
                    + "</div></div></div><div class=\"c10\">تصميم وتنفيذ شركة الأفق</div></body></html>";
        }

        @Override
        String url(Sample s) {
            return "https://divs.example/" + s.day().format(DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT))
                    + "/story";
        }
    },

    /** A portal: a time element, lines that lead elsewhere between paragraphs, boxes to subscribe, many teasers. */
    PORTAL(DateBasis.META) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < s.paragraphs().size(); i++) {
                body.append("<p><span style=\"font-size:18px\">")
                        .append(esc(s.paragraphs().get(i)))
                        .append("</span></p>");
                if (i == 0) {
                    body.append("<p><strong>اقرأ المزيد: <a href=\"/a\">")
                            .append(esc(others.get(0).title()))
                            .append("</a></strong></p>");
                }
                if (i == 2) {
                    body.append("<p>شاهد أيضاً</p><p><a href=\"/b\">")
                            .append(esc(others.get(1).title()))
                            .append("</a></p>");
                }
                if (i == 3) {
                    body.append(
                            "<div class=\"newsletter\"><p>اشترك في نشرتنا البريدية لتصلك آخر الأخبار كل صباح</p><input><button>اشترك</button></div>");
                }
            }
            StringBuilder grid = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                Sample o = others.get(i % others.size());
                grid.append("<div class=\"grid-item\"><a href=\"/y\"><img src=\"t.jpg\"><h3>")
                        .append(esc(o.title()))
                        .append("</h3></a><p>")
                        .append(esc(o.summary()))
                        .append("</p><time datetime=\"")
                        .append(o.day())
                        .append("\">")
                        .append(o.day())
                        .append("</time></div>");
            }
            return head(
                            s.title() + " :: بوابة الريح",
                            "<meta name=\"description\" content=\"" + attr(s.summary()) + "\">")
                    + "<div class=\"ticker\"><span>عاجل</span> <a href=\"/z\">"
                    + esc(others.get(2).title()) + "</a></div>"
                    + "<div class=\"container\"><div class=\"row\"><div class=\"col-8\"><section><h1>" + esc(s.title())
                    + "</h1>"
                    + "<div><span>بوابة الريح - متابعات</span> <time datetime=\"" + s.day() + "T18:00:00\">" + s.day()
                    + "</time></div>" + body
                    + "</section><section><h2>الأكثر قراءة</h2>" + grid + "</section></div><div class=\"col-4\">"
                    + cards("side-item", others)
                    + "</div></div></div>" + footer();
        }
    },

    /** Microdata with the date in a meta element of the body, sections within the text, pull quotes as links. */
    MICRODATA(DateBasis.META) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            int half = s.paragraphs().size() / 2;
            return head(s.title(), "<meta property=\"og:title\" content=\"" + attr(s.title()) + "\">")
                    + "<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h2 itemprop=\"headline\">"
                    + esc(s.title()) + "</h2>"
                    + "<meta itemprop=\"datePublished\" content=\"" + s.day()
                    + "\"><span itemprop=\"author\">وكالة النسيم</span>"
                    + "<div itemprop=\"articleBody\"><div class=\"part\">"
                    + paragraphs(s.paragraphs().subList(0, half)) + "</div>"
                    + "<div class=\"story-links\"><h4>موضوعات متعلقة</h4><ul><li><a href=\"/1\">"
                    + esc(others.get(0).title())
                    + "</a></li><li><a href=\"/2\">" + esc(others.get(1).title())
                    + "</a></li></ul></div><div class=\"part\">"
                    + paragraphs(s.paragraphs().subList(half, s.paragraphs().size()))
                    + "</div><p>تابعونا على صفحتنا في فيسبوك</p></div><div class=\"more\"><h3>المزيد</h3>"
                    + cards("m", others) + "</div></div>" + footer();
        }
    },

    /** One form around all, deep wrappers, text in spans with breaks, the day as dd/MM/yyyy in a label. */
    FORMS(DateBasis.TEXT) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            return head("وكالة الجسر الإخبارية - " + s.title(), "")
                    + "<form id=\"aspnetForm\" action=\"Details.aspx\"><div><div><div id=\"ctl00_pnlMenu\"><a href=\"a\">من نحن</a> | <a href=\"b\">خدماتنا</a> | <a href=\"c\">أرشيف</a></div>"
                    + "<div id=\"ctl00_ContentPlaceHolder1_pnl\"><h1><span id=\"ctl00_lblTitle\">" + esc(s.title())
                    + "</span></h1><span id=\"ctl00_lblDate\">تاريخ النشر: "
                    + s.day().format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT))
                    + " الساعة 13:45</span><br/><a href=\"#\">تكبير الخط</a> <a href=\"#\">تصغير الخط</a><div><div><span id=\"ctl00_lblBody\">"
                    + String.join(
                            "<br />\n<br />\n",
                            s.paragraphs().stream().map(SiteDesign::esc).toList())
                    + "</span></div></div><a href=\"print.aspx\">طباعة</a> <a href=\"mail.aspx\">إرسال لصديق</a></div><div id=\"ctl00_pnlOthers\"><b>اقرأ أيضاً:</b><br>"
                    + String.join(
                            "<br>",
                            others.stream()
                                    .map(o -> "<a href=\"d\">" + esc(o.title()) + "</a>")
                                    .toList())
                    + "</div></div></div></form>" + footer();
        }
    },

    /** Maghreb month names beside the Hijri date; subheads; captions in italics beneath images within paragraphs. */
    MAGHREB(DateBasis.TEXT) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < s.paragraphs().size(); i++) {
                body.append("<p>").append(esc(s.paragraphs().get(i))).append("</p>");
                if (i == 1) {
                    body.append("<p><img src=\"z.jpg\"><br><em>لقطة من أشغال الاجتماع، تصوير مصلحة الإعلام</em></p>");
                }
            }
            return head(s.title(), "<meta property=\"og:type\" content=\"article\">")
                    + "<div id=\"haut\"><a href=\"/\">الرئيسية</a> <a href=\"/fr\">Français</a></div><div id=\"contenu\"><h1>"
                    + esc(s.title())
                    + "</h1><p class=\"chapo-date\">" + weekday(s.day()) + " " + hijri(s.day()) + " الموافق لـ "
                    + s.day().getDayOfMonth() + " "
                    + MAGHREB_MONTHS.get(s.day().getMonthValue() - 1) + " "
                    + s.day().getYear() + "</p><p>بقلم: سعيدة ب.</p>" + body
                    + "<p>وسوم: <a href=\"t\">سياسة</a>, <a href=\"u\">مجتمع</a></p></div><div id=\"droite\"><h3>آخر الأخبار</h3><ul>"
                    + String.join(
                            "",
                            others.stream()
                                    .map(o -> "<li><a href=\"v\">" + esc(o.title()) + "</a></li>")
                                    .toList())
                    + "</ul></div>" + footer();
        }
    },

    /** Told relative to the capture. */
    RELATIVE(DateBasis.TEXT) {
        @Override
        String page(Sample s, List<Sample> others, SplittableRandom random) {
            return head(s.title(), "")
                    + "<div class=\"app\"><div class=\"story\"><h1>" + esc(s.title())
                    + "</h1><div class=\"info\">منذ 3 ساعات</div><div class=\"story-content\">"
                    + paragraphs(s) + "</div></div><div class=\"related-stories\">" + cards("r", others)
                    + "</div></div>" + footer();
        }
    };

    private static final List<String> LEVANT = List.of(
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول");
    private static final List<String> MAGHREB_MONTHS = List.of(
            "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر");
    private static final List<String> WEEKDAYS =
            List.of("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد");
    private static final List<String> HIJRI = List.of(
            "محرم",
            "صفر",
            "ربيع الأول",
            "ربيع الثاني",
            "جمادى الأولى",
            "جمادى الآخرة",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة");

    private final DateBasis basis;

    SiteDesign(DateBasis basis) {
        this.basis = basis;
    }

    /** Where the design tells the day. */
    DateBasis basis() {
        return basis;
    }

    abstract String page(Sample sample, List<Sample> others, SplittableRandom random);

    String url(Sample sample) {
        return "https://" + name().toLowerCase(Locale.ROOT) + ".example/news/"
                + Math.abs(sample.id().hashCode());
    }

    static String esc(String text) {
        return Entities.escape(text);
    }

    private static String attr(String text) {
        return esc(text).replace("\"", "&quot;");
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String head(String title, String more) {
        return "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>" + esc(title)
                + "</title>" + more
                + "<script>var menu = ['الرئيسية'];</script><style>p{margin:0}</style></head><body>";
    }

    private static String paragraphs(Sample s) {
        return paragraphs(s.paragraphs());
    }

    private static String paragraphs(List<String> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append("<p>").append(esc(line)).append("</p>\n"));
        return out.toString();
    }

    private static String cards(String name, List<Sample> others) {
        StringBuilder out = new StringBuilder("<div class=\"").append(name).append("s-box\">");
        for (Sample other : others) {
            out.append("<div class=\"")
                    .append(name)
                    .append("\"><a href=\"/n\"><h3>")
                    .append(esc(other.title()))
                    .append("</h3></a><p>")
                    .append(esc(other.summary()))
                    .append("</p></div>");
        }
        return out.append("</div>").toString();
    }

    private static String footer() {
        return "<footer><p>جميع الحقوق محفوظة</p><a href=\"/privacy\">سياسة الخصوصية</a></footer></body></html>";
    }

    private static String weekday(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    private static String hijri(LocalDate day) {
        HijrahDate date = HijrahDate.from(day);
        return date.get(java.time.temporal.ChronoField.DAY_OF_MONTH) + " "
                + HIJRI.get(date.get(java.time.temporal.ChronoField.MONTH_OF_YEAR) - 1) + " "
                + date.get(java.time.temporal.ChronoField.YEAR) + " هـ";
    }
}
