package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.testing.InProcess;
import org.rasd.testing.PublishedBytes;
import org.rasd.testing.SmallArchive;

/** A late article, a day's run over an older archive. */
class TouchedDayTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 22);
    private static final LocalDate LATE = FIRST.plusDays(2);
    private static final int DAYS = 24;
    private static final String TOLD = "تبادلت روسيا وأوكرانيا 205 أسرى من كل جانب. وقال المتحدث إن العائدين نقلوا إلى"
            + " المستشفيات حيث استقبلتهم أسرهم بعد غياب طال أكثر من عامين كاملين.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static final List<String> LANDS =
            List.of("مصر", "تونس", "تركيا", "الهند", "اليابان", "البرازيل", "كينيا", "النرويج");
    private static final List<String> WORDS = List.of(
            ("حقول قوافل مدارس جسور سفن ملاعب متاحف أسواق مزارع مصانع حدائق مكتبات مسارح شواطئ جبال أنهار طرق قرى موانئ"
                            + " ورش معاهد حرف نخيل قطن قمح زيتون خزف نحاس عطور أقمشة")
                    .split(" "));

    /** Days of news of other lands, and two articles on one exchange. */
    private static SmallArchive archive() {
        SmallArchive archive = new SmallArchive();
        Random random = new Random(7);
        for (int i = 0; i < DAYS; i++) {
            String one = LANDS.get(2 * i % LANDS.size());
            String other = LANDS.get((2 * i + 1) % LANDS.size());
            String more = random.ints(14, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
            archive.article(
                    "ba.example",
                    FIRST.plusDays(i),
                    "نشرة " + WORDS.get(i % WORDS.size()),
                    "التقى وزير خارجية " + one + " نظيره من " + other + " اليوم. وفي التقرير " + more + ".");
        }
        return archive.article("ta.example", LATE.plusDays(1), "تفاصيل عملية التبادل", TOLD)
                .article(
                        "ta.example", LATE.plusDays(3), "صدى العملية", "تبادلت روسيا وأوكرانيا الأسرى قبل ثلاثة أيام.");
    }

    /** It is the first of a story that the next day's article retells: stories, events and their dates move. */
    @Test
    void leavesTheTablesOfOneRunAndResolvesOnlyWhatItTouches() throws IOException {
        Path input = folder.resolve("archive.jsonl");
        LocalDate last = FIRST.plusDays(DAYS);
        archive().write(input);
        InProcess.run(input, folder.resolve("days").toString(), FIRST, last);
        archive().article("alif.example", LATE, "تفاصيل عملية التبادل", TOLD).write(input);
        RunReport day = InProcess.run(input, folder.resolve("days").toString(), LATE, LATE);
        RunReport whole = InProcess.run(input, folder.resolve("whole").toString(), FIRST, last);
        Map<String, String> expected = PublishedBytes.of(folder.resolve("whole"));
        Map<String, String> found = PublishedBytes.of(folder.resolve("days"));
        expected.keySet().removeIf(file -> file.startsWith("superseded_events"));
        assertThat(found.keySet().removeIf(file -> file.startsWith("superseded_events")))
                .isTrue();
        assertThat(without(found, expected)).as("files of the days' runs only").isEqualTo(without(expected, found));
        assertThat(resolved(day)).as("mentions resolved in the day's run").isBetween(1L, resolved(whole) / 2);
    }

    private static List<String> without(Map<String, String> files, Map<String, String> others) {
        return files.keySet().stream().filter(file -> !others.containsKey(file)).toList();
    }

    private static long resolved(RunReport report) {
        return report.steps().stream()
                .filter(step -> step.name().equals("resolve"))
                .mapToLong(Progress.Step::rowsIn)
                .sum();
    }
}
