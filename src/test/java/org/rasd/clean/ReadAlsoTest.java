package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAlsoTest {
    private static final String BEFORE = "وصل الوفد إلى العاصمة صباح الأحد.";
    private static final String AFTER = "وبدأت المحادثات بعد ساعة من وصوله.";
    private static final String HEADLINE = "تفاصيل جديدة عن جدول أعمال القمة";

    private static String between(String... lines) {
        return ReadAlso.without(BEFORE + "\n" + String.join("\n", lines) + "\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "اقرأ أيضا", "اقرأ أيضاً:", "إقرأ أيضًا", "اقرأ المزيد", "اقرأ كذلك:", "اقرئي أيضاً", "اقرأ/ي أيضاً:",
                        "شاهد أيضا", "شاهد أيضاً |",
                "طالع أيضا", "لا تفوتك", "المزيد حول:", "للمزيد", "قد يهمك أيضا", "▪ اقرأ أيضاً ▪", "«اقرأ أيضاً»",
                        "انظر أيضاً", "تابع أيضا..",
                "موضوع ذو صلة", "Read also:", "SEE ALSO"
            })
    void aMarkerAloneTakesTheHeadlineOnTheNextLine(String marker) {
        assertThat(between(marker, HEADLINE)).isEqualTo(BEFORE + "\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "اقرأ أيضا: ",
                "إقرأ أيضاً | ",
                "اقرأ أيضاً.. ",
                "شاهد أيضاً: ",
                "طالع أيضا - ",
                "لا تفوتك: ",
                "المزيد عن: ",
                "اقرأ أيضا "
            })
    void aMarkerWithItsHeadlineGoesAlone(String marker) {
        assertThat(between(marker + HEADLINE)).isEqualTo(BEFORE + "\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"مواضيع ذات صلة", "أخبار ذات صلة:", "مقالات قد تهمك", "الأكثر قراءة", "اخترنا لك"})
    void aMarkerOfSeveralTakesTheList(String marker) {
        assertThat(between(marker, HEADLINE, "الجيش يعلن انتهاء المناورات", "انخفاض أسعار القمح"))
                .isEqualTo(BEFORE + "\n" + AFTER);
    }

    @Test
    void bulletsAfterOneHeadlineBelongToIt() {
        assertThat(between("اقرأ أيضا", "- " + HEADLINE, "- انخفاض أسعار القمح"))
                .isEqualTo(BEFORE + "\n" + AFTER);
    }

    @Test
    void aSecondLineWithoutBulletStays() {
        assertThat(between("اقرأ أيضا", HEADLINE, "مطالب الوفدين")).isEqualTo(BEFORE + "\nمطالب الوفدين\n" + AFTER);
    }

    @Test
    void aButtonTakesNothingWithIt() {
        assertThat(between("...المزيد")).isEqualTo(BEFORE + "\n" + AFTER);
    }

    @Test
    void runningTextAfterAMarkerStays() {
        String text =
                "وقال المتحدث باسم الوفد إن الاجتماع الأول خصص لمراجعة مسودة الاتفاق التي عرضت في الجولة السابقة قبل أسبوعين.";
        assertThat(between("اقرأ أيضا", text)).isEqualTo(BEFORE + "\n" + text + "\n" + AFTER);
    }

    @Test
    void aMarkerAtTheEndGoes() {
        assertThat(ReadAlso.without(BEFORE + "\nاقرأ أيضا")).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "اقرأ القرآن كل صباح قبل العمل.",
                "شاهد أيضا الجمهور عرضا للطائرات فوق الميناء.",
                "شاهد مراسلنا أعمدة الدخان ترتفع من المبنى.",
                "المزيد من القوات وصلت إلى الحدود، كما قال الوزير.",
                "تابعت اللجنة الملف عن قرب.",
                "لا تفوت الحكومة فرصة لتأكيد موقفها.",
                "أخبار ذات صلة بالملف النووي كانت محور اللقاء.",
                "طالع المواطنون نتائج الانتخابات في مراكز الاقتراع.",
                "ذات صباح خرج إلى البحر ولم يعد."
            })
    void realTextStays(String text) {
        assertThat(between(text)).isEqualTo(BEFORE + "\n" + text + "\n" + AFTER);
    }
}
