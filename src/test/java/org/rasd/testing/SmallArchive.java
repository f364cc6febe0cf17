package org.rasd.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An archive of JSON lines with few short articles, in the built-in field names, for tests that run the whole job. */
public final class SmallArchive {
    private static final String[] PAPERS = {"alif.example", "ba.example", "ta.example"};
    private static final String[] PARTIES = {"روسيا وأوكرانيا", "السعودية واليمن", "أرمينيا وأذربيجان"};
    private static final String[] NEWS = {
        "تبادلت %s %d أسيرا من كل جانب اليوم.",
        "وقعت %s اتفاقا للتعاون في مجال الطاقة بحضور %d خبيرا.",
        "اتفقت %s على وقف إطلاق النار بعد %d يوما من القتال."
    };

    private final List<String> lines = new ArrayList<>();

    /** Adds one article of {@code paper}; {@code body} must be several words long to count as one. */
    public SmallArchive article(String paper, LocalDate day, String title, String body) {
        lines.add(("{\"url\":\"https://%s/%s/%d\",\"title\":\"%s\",\"body\":\"%s\",\"published\":\"%sT09:00:00Z\","
                        + "\"source\":\"%s\",\"language\":\"ar\"}")
                .formatted(paper, day, lines.size(), title, body, day, paper));
        return this;
    }

    /** Adds {@code each} articles on each of {@code days} days from {@code first}, all different; the same each time. */
    public SmallArchive days(LocalDate first, int days, int each) {
        for (int i = 0; i < days * each; i++) {
            String news = NEWS[i % NEWS.length].formatted(PARTIES[i / NEWS.length % PARTIES.length], 20 + i);
            article(
                    PAPERS[i % PAPERS.length],
                    first.plusDays(i / each),
                    "خبر رقم " + (100 + i) + " من نشرة اليوم",
                    news + " وذكر المتحدث رقم " + (300 + 7 * i)
                            + " أن العمل مستمر وأن التفاصيل تعلن في وقت لاحق من هذا الأسبوع في العاصمة.");
        }
        return this;
    }

    /** Writes {@code file}. */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
