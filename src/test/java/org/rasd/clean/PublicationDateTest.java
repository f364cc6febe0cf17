package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    private static final Instant CAPTURE = Instant.parse("2025-11-20T12:00:00Z");

    private static Optional<PublicationDate> read(String printed) {
        return PublicationDate.parse(printed, DateOrder.DAY_FIRST, CAPTURE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2025-11-16 | 2025-11-16 | -",
                "2025-11-16T08:30:00+02:00 | 2025-11-16 | 2025-11-16T06:30:00Z",
                "2025-11-16T08:30:00.123+0200 | 2025-11-16 | 2025-11-16T06:30:00.123Z",
                "2025-11-16T23:30:00Z | 2025-11-16 | 2025-11-16T23:30:00Z",
                "2025-11-16 08:30:05 | 2025-11-16 | 2025-11-16T08:30:05Z",
                "2025-11-16T08:30 | 2025-11-16 | 2025-11-16T08:30:00Z",
                "2025-11-16T08:30+03:00 | 2025-11-16 | 2025-11-16T05:30:00Z",
                "2025-11-16T00:30:00-05:00 | 2025-11-16 | 2025-11-16T05:30:00Z",
                "Sun, 16 Nov 2025 08:30:00 GMT | 2025-11-16 | 2025-11-16T08:30:00Z",
                "Sun Nov 16 2025 10:00:00 GMT+0300 (Arabian Standard Time) | 2025-11-16 | 2025-11-16T07:00:00Z",
                "Sun Nov 16 10:00:00 2025 | 2025-11-16 | 2025-11-16T10:00:00Z",
                "November 16, 2025 5:30 PM | 2025-11-16 | 2025-11-16T17:30:00Z",
                "Nov. 16, 2025 | 2025-11-16 | -",
                "16th November 2025 | 2025-11-16 | -",
                "16-Nov-25 | 2025-11-16 | -",
                "16 novembre 2025 | 2025-11-16 | -",
                "16/11/2025 | 2025-11-16 | -",
                "16-11-2025 14:05 | 2025-11-16 | 2025-11-16T14:05:00Z",
                "16.11.25 | 2025-11-16 | -",
                "2025/11/16 - 10:15 مساء | 2025-11-16 | 2025-11-16T22:15:00Z",
                "11/16/2025 | 2025-11-16 | -",
                "05/06/2025 | 2025-06-05 | -",
                "20251116 | 2025-11-16 | -",
                "20251116T101500Z | 2025-11-16 | 2025-11-16T10:15:00Z",
                "20251116101500 | 2025-11-16 | 2025-11-16T10:15:00Z",
                "1763280000 | 2025-11-16 | 2025-11-16T08:00:00Z",
                "1763280000000 | 2025-11-16 | 2025-11-16T08:00:00Z",
                "الأحد 16 نوفمبر 2025 | 2025-11-16 | -",
                "الأحد، ١٦ نوفمبر ٢٠٢٥، ٩:٠٥ ص | 2025-11-16 | 2025-11-16T09:05:00Z",
                "۱۶ نوفمبر ۲۰۲۵ | 2025-11-16 | -",
                "نشر في: 16 تشرين الثاني 2025 | 2025-11-16 | -",
                "16 تشرين الثاني/نوفمبر 2025 12:30 م | 2025-11-16 | 2025-11-16T12:30:00Z",
                "3 شباط (فبراير) 2024 | 2024-02-03 | -",
                "الجمعة 8 فيفري 2019 | 2019-02-08 | -",
                "12 جويلية 2021 | 2021-07-12 | -",
                "2 غشت 2022 - 11:40 | 2022-08-02 | 2022-08-02T11:40:00Z",
                "21 دجنبر 2020 | 2020-12-21 | -",
                "5 من أبريل عام 2023 | 2023-04-05 | -",
                "الأحد 25 جمادى الأولى 1447 هـ | 2025-11-16 | -",
                "1447/5/25 | 2025-11-16 | -",
                "الأحد 25 جمادى الأولى 1447 هـ - 16 نوفمبر 2025 م | 2025-11-16 | -",
                "آخر تحديث 02:21 (GMT+0400) 16 نوفمبر 2025 | 2025-11-16 | 2025-11-15T22:21:00Z",
                "16 نوفمبر 2025، 14:30 بتوقيت غرينتش | 2025-11-16 | 2025-11-16T14:30:00Z",
                "16 نوفمبر 2025 14:30 بتوقيت مكة المكرمة | 2025-11-16 | 2025-11-16T11:30:00Z",
                "16 نوفمبر 2025 14:30 +02:00 | 2025-11-16 | 2025-11-16T12:30:00Z",
                "16 يوليو 2025 14:30 بتوقيت القاهرة | 2025-07-16 | 2025-07-16T11:30:00Z",
                "16 Nov 2025 14:30 IST | 2025-11-16 | -",
                "16 Nov 2025 14:30 EET | 2025-11-16 | 2025-11-16T12:30:00Z",
                "14:30 - 16/11/2025 | 2025-11-16 | 2025-11-16T14:30:00Z",
                "16 نوفمبر | 2025-11-16 | -",
                "16 ديسمبر | 2024-12-16 | -",
                "منذ 3 ساعات | 2025-11-20 | 2025-11-20T09:00:00Z",
                "منذ ثلاث ساعات | 2025-11-20 | 2025-11-20T09:00:00Z",
                "قبل ١٥ دقيقة | 2025-11-20 | 2025-11-20T11:45:00Z",
                "قبل يومين | 2025-11-18 | -",
                "نشر قبل يومين | 2025-11-18 | -",
                "منذ يومين | 2025-11-18 | -",
                "قبل ساعتين | 2025-11-20 | 2025-11-20T10:00:00Z",
                "منذ دقيقتين | 2025-11-20 | 2025-11-20T11:58:00Z",
                "قبل أسبوعين | 2025-11-06 | -",
                "منذ شهرين | 2025-09-20 | -",
                "قبل شهر | 2025-10-20 | -",
                "منذ أسبوع | 2025-11-13 | -",
                "منذ ساعة واحدة | 2025-11-20 | 2025-11-20T11:00:00Z",
                "أمس | 2025-11-19 | -",
                "أول أمس | 2025-11-18 | -",
                "2 hours ago | 2025-11-20 | 2025-11-20T10:00:00Z"
            })
    void readsDatesAsArchivesPrintThem(String printed, LocalDate day, Instant instant) {
        PublicationDate date = read(printed).orElseThrow(() -> new AssertionError("no date in: " + printed));

        assertThat(date.day()).as(printed).isEqualTo(day);
        assertThat(date.instant()).as(printed).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "غير معروف",
                "31/02/2025",
                "99/99/2025",
                "12:30",
                "فاز الفريق 3-2 في المباراة",
                "8 صفحات",
                "2025",
                "ثلاثة",
                "منذ عام 2022 والحرب مستمرة",
                "رقم الهاتف 00962-6-5555555",
                "0000-00-00",
                "2025-11"
            })
    void abstainsWhereNoDayIsTold(String printed) {
        assertThat(read(printed)).as(printed).isEmpty();
    }

    @Test
    void monthFirstOnlyWhereDeclared() {
        assertThat(PublicationDate.parse("05/06/2025", DateOrder.of("en-US"), CAPTURE)
                        .orElseThrow()
                        .day())
                .isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(PublicationDate.parse("05/06/2025", DateOrder.of("ar"), CAPTURE)
                        .orElseThrow()
                        .day())
                .isEqualTo(LocalDate.of(2025, 6, 5));
    }

    @Test
    void relativeDatesNeedACapture() {
        assertThat(PublicationDate.parse("منذ 3 ساعات")).isEmpty();
    }

    @Test
    void plausibleDaysLieBetween1990AndTheDayAfterTheCapture() {
        assertThat(read("1989-12-31").orElseThrow().isPlausible(CAPTURE)).isFalse();
        assertThat(read("1990-01-01").orElseThrow().isPlausible(CAPTURE)).isTrue();
        assertThat(read("2025-11-21").orElseThrow().isPlausible(CAPTURE)).isTrue();
        assertThat(read("2025-11-22").orElseThrow().isPlausible(CAPTURE)).isFalse();
        assertThat(read("2025-11-22").orElseThrow().isPlausible(null)).isTrue();
        assertThat(read("2094-05-06").orElseThrow().isPlausible(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "tr", "fa"})
    void readsTheSameUnderAnyDefaultLocale(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(read("الأحد، ١٦ نوفمبر ٢٠٢٥").orElseThrow().day()).isEqualTo(LocalDate.of(2025, 11, 16));
            assertThat(read("16 APRIL 2025").orElseThrow().day()).isEqualTo(LocalDate.of(2025, 4, 16));
        } finally {
            Locale.setDefault(before);
        }
    }
}
