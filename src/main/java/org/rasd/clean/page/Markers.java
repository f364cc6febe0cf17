package org.rasd.clean.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rasd.lang.Folding;

/** Words by which furniture gives itself away, where neither tag nor class does. All in folded form. */
final class Markers {
    /** Longest line, in characters, that can be a marker. */
    static final int LONGEST = 120;

    private static final Set<String> SHARE = words(
            "شارك شاركها شاركه مشاركه المشاركه انشر غرد ارسل ارسال طباعه اطبع نسخ الرابط رابط حجم الخط تكبير تصغير استمع للمقال احفظ حفظ",
            "فيسبوك فيس بوك تويتر اكس واتساب واتس اب تلغرام تليغرام تيليجرام لينكدان لينكد ان بريد البريد الالكتروني ماسنجر بنترست اعجاب تعليق",
            "facebook twitter x whatsapp telegram linkedin email e mail print share tweet copy link messenger pinterest instagram",
            "المقال الخبر الصفحه هذا هذه على عبر مع اصدقائك في و a aa font size viber فايبر انستغرام يوتيوب youtube اعلان advertisement ads");

    private static final List<String> ENDS = List.of(
            "التعليقات",
            "تعليقات",
            "التعليق",
            "اضف تعليق",
            "اترك تعليق",
            "اكتب تعليق",
            "شارك برايك",
            "شاركنا برايك",
            "شاركنا رايك",
            "ما رايك",
            "لا توجد تعليقات",
            "تعليقات الزوار",
            "تعليقات القراء",
            "comments",
            "leave a comment",
            "leave a reply");

    private static final List<String> TAIL = List.of(
            "الكلمات المفتاحيه",
            "كلمات مفتاحيه",
            "كلمات دلاليه",
            "الكلمات الدلاليه",
            "الكلمات الداله",
            "كلمات داله",
            "الوسوم",
            "وسوم",
            "تاغات",
            "tags",
            "عن الكاتب",
            "نبذه عن الكاتب",
            "المصدر",
            "المصادر",
            "source");

    private static final List<String> NOTICES = List.of(
            "جميع الحقوق محفوظه",
            "كل الحقوق محفوظه",
            "حقوق النشر",
            "copyright",
            "all rights reserved",
            "الاراء الوارده",
            "الاراء المنشوره",
            "المقالات المنشوره",
            "هذا المقال لا يعبر",
            "المقال يعبر عن",
            "ما ينشر يعبر عن",
            "تمت الترجمه",
            "يرجى الالتزام",
            "ملاحظه التعليقات",
            "تنويه",
            "اخلاء مسووليه",
            "اخلاء مسؤوليه");

    private static final List<String> POLICY = List.of(
            "التعليقات",
            "تعليقات",
            "التعليق",
            "مشاركات",
            "سياسه الخصوصيه",
            "شروط الاستخدام",
            "شروط استخدام",
            "ارشادات الاستخدام",
            "الحقوق محفوظه",
            "ملفات تعريف الارتباط",
            "cookies",
            "privacy policy");

    private static final List<String> CALLS = List.of(
            "اشترك في",
            "اشتركوا في",
            "اشترك الان",
            "انضم الى",
            "انضموا الى",
            "تابعونا",
            "تابعوا",
            "تابعنا",
            "لمتابعه اخر",
            "لمتابعه احدث",
            "لمتابعتنا",
            "للاشتراك",
            "حمل تطبيق",
            "حملوا تطبيق",
            "سجل بريدك",
            "ادخل بريدك",
            "احصل على اخر",
            "تصلك اخر",
            "النشره البريديه",
            "نشرتنا البريديه",
            "subscribe",
            "sign up",
            "follow us");

    private static final List<String> BYLINES = List.of(
            "بقلم",
            "كتب",
            "كتبت",
            "اعداد",
            "تحرير",
            "ترجمه",
            "حوار",
            "متابعه",
            "نشر",
            "نشرت",
            "تاريخ",
            "اخر تحديث",
            "تم التحديث",
            "تم النشر",
            "محدث",
            "تحديث",
            "وقت القراءه",
            "مده القراءه",
            "المشاهدات",
            "عدد المشاهدات",
            "القراءات",
            "by ",
            "published",
            "updated",
            "last update",
            "posted");

    private Markers() {}

    /** {@code text} in folded form; only its first letters where it is too long for a marker. */
    static String fold(String text) {
        return Folding.phrase(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** True where every word belongs to a share bar. */
    static boolean isShare(String folded) {
        if (folded.isEmpty()) {
            return false;
        }
        int from = 0;
        while (from < folded.length()) {
            int blank = folded.indexOf(' ', from);
            String word = folded.substring(from, blank < 0 ? folded.length() : blank);
            if (!SHARE.contains(word) && !isNumber(word)) {
                return false;
            }
            from += word.length() + 1;
        }
        return true;
    }

    /** True where readers' remarks begin. */
    static boolean endsArticle(String folded) {
        return folded.length() < 40 && starts(folded, ENDS);
    }

    /** True for what stands beneath an article: tags, source, rights. */
    static boolean isTail(String folded) {
        return starts(folded, TAIL);
    }

    /** True for a paragraph about rights, rules for remarks or privacy rather than news. */
    static boolean isNotice(String text) {
        if (starts(fold(text), NOTICES)) {
            return true;
        }
        String folded = Folding.phrase(text);
        return POLICY.stream().filter(folded::contains).limit(3).count() >= 2;
    }

    /** True for a call to subscribe or follow. */
    static boolean isCall(String folded) {
        return starts(folded, CALLS);
    }

    /** True for who wrote it and when. */
    static boolean isByline(String folded) {
        return folded.length() < 80 && starts(folded, BYLINES);
    }

    private static boolean starts(String folded, List<String> phrases) {
        for (String phrase : phrases) {
            if (folded.startsWith(phrase)
                    && (folded.length() == phrase.length()
                            || phrase.endsWith(" ")
                            || !Character.isLetter(folded.charAt(phrase.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Set<String> words(String... lists) {
        return Set.copyOf(
                List.of(String.join(" ", lists).toLowerCase(Locale.ROOT).split(" ")));
    }
}
