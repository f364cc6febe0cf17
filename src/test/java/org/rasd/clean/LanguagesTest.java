package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of our own, a sentence or two each. */
class LanguagesTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ar | - | وصل الوزير إلى العاصمة صباح اليوم وقال إن المحادثات ستبدأ غدا في مقر الوزارة بحضور الوسطاء.",
                "ar | - | رئيس الوزراء العراقي يزور أنقرة",
                "ar | - | أکد الوزیر أن القوات المسلحة سیطرت علی المدینة بعد اشتباکات استمرت یومین مع المسلحین",
                "ar | - | وصل فريق پاريس إلى الملعب في گرميان بعد رحلة طويلة، وقال المدرب إن اللاعبين في حالة جيدة.",
                "ar | - | شاف الناس اللي صار بالسوق امبارح وقالوا إن الأسعار صارت نار والله يعين الفقير على هالحال",
                "fa | - | رئیس جمهور گفت که این قانون برای همه مردم کشور است و از فردا اجرا می‌شود تا مشکلات را کم کند.",
                "fa | - | وزير خارجه در سفر به تهران گفت كه اين توافق براي هر دو كشور مهم است و بايد اجرا شود",
                "ur | - | وزیر اعظم نے کہا ہے کہ ملک میں امن قائم کرنے کے لیے تمام جماعتوں کو مل کر کام کرنا ہو گا۔",
                "ps | - | ولسمشر وويل چې د هېواد په ټولو ولايتونو کې به نوي ښوونځي جوړ شي او خلک به ترې ګټه پورته کړي",
                "ckb | - | سەرۆکی حکومەت ڕایگەیاند کە ئەو بڕیارە بۆ هەموو هاووڵاتیان دەبێت و لە سبەینێوە جێبەجێ دەکرێت",
                "ckb | ar | سەرۆکی هەرێم پێشوازی لە باڵیۆز کرد",
                "ug | - | دۆلەت رەئىسى بۈگۈن يېڭى قانۇننى ئېلان قىلدى ۋە بارلىق خەلققە خەۋەر بەردى",
                "en | - | The minister arrived in the capital this morning and said that the talks would begin tomorrow with mediators present.",
                "fr | - | Le ministre est arrivé ce matin dans la capitale et a déclaré que les négociations commenceraient demain avec les médiateurs.",
                "ru | - | Министр прибыл сегодня утром в столицу и заявил, что переговоры начнутся завтра при участии посредников.",
                "tr | - | Bakan bu sabah başkente geldi ve görüşmelerin yarın arabulucuların katılımıyla başlayacağını söyledi.",
                "he | - | השר הגיע הבוקר לבירה ואמר כי השיחות יחלו מחר בנוכחות המתווכים ונציגי הצדדים",
                "und | - | 12:30 - 45 / 2024",
                "und | - | OK 24",
                "und | - | ''",
                "ar | ar-EG | مباراة قمة"
            })
    void tellsLanguagesApart(String expected, @Nullable String declared, String text) {
        assertThat(new Languages().guess(text, declared).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"en", "fr-FR", "xx", "''"})
    void aWrongDeclarationDoesNotOverruleTheText(String declared) {
        Languages.Guess guess = new Languages()
                .guess("وصل الوزير إلى العاصمة صباح اليوم وقال إن المحادثات ستبدأ غدا في مقر الوزارة.", declared);

        assertThat(guess.language()).isEqualTo("ar");
        assertThat(guess.confidence()).isBetween(0.9, 1.0);
    }
}
