package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Warehouse;
import org.rasd.testing.InProcess;
import org.rasd.testing.SmallArchive;

/** A run over a day of which the input has nothing. */
class EmptyDayTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private RunReport run(Path input, LocalDate from, LocalDate to) {
        return InProcess.run(input, folder.resolve("w").toString(), from, to);
    }

    /** The checksums of all files by table. */
    private Map<String, List<String>> files() {
        return Warehouse.open(folder.resolve("w").toString()).manifest().tables().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> table.getValue().files().stream()
                                .map(PublishedFile::sha256)
                                .sorted()
                                .toList()));
    }

    @Test
    void touchesNothingAndResolvesNothingUnlessItTakesArticlesAway() throws IOException {
        Path two = new SmallArchive()
                .article(
                        "alif.example",
                        DAY,
                        "تفاصيل عملية التبادل",
                        "تبادلت روسيا وأوكرانيا 205 أسرى من كل جانب. وقال المتحدث إن العائدين نقلوا إلى المستشفيات.")
                .article(
                        "ba.example",
                        DAY.plusDays(1),
                        "انطلاق المعرض الدولي",
                        "افتتح الوزير المعرض الدولي للكتاب. وقال المنظمون إن الزوار فاقوا التوقعات هذا العام.")
                .write(folder.resolve("two.jsonl"));
        run(two, DAY, DAY.plusDays(1));
        Map<String, List<String>> before = files();
        assertThat(before).as("tables").containsKeys("articles", "events", "exchanges_over_time");

        RunReport idle = run(two, DAY.plusDays(3), DAY.plusDays(3));
        assertThat(files()).as("tables after a run over an empty day").isEqualTo(before);
        assertThat(idle.steps()).extracting(Progress.Step::name).doesNotContain("extract", "resolve");

        Path other = new SmallArchive()
                .article(
                        "ta.example",
                        DAY.plusDays(9),
                        "خبر",
                        "لا شيء هنا يستحق الذكر في هذا اليوم الهادئ من أيام الصيف.")
                .write(folder.resolve("other.jsonl"));
        run(other, DAY, DAY);
        Warehouse warehouse = Warehouse.open(folder.resolve("w").toString());
        assertThat(warehouse.table("articles").rows()).as("articles").isEqualTo(1);
        assertThat(warehouse.table("events").rows()).as("events").isZero();
    }
}
