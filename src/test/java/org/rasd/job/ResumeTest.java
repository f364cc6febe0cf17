package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Backfill;
import org.rasd.publish.RunInfo;
import org.rasd.publish.Warehouse;
import org.rasd.publish.WarehouseException;
import org.rasd.testing.InProcess;
import org.rasd.testing.LocalSpark;
import org.rasd.testing.PublishedBytes;
import org.rasd.testing.RasdProcess;
import org.rasd.testing.SmallArchive;

/** A backfill in steps is killed (SIGKILL) after its first publication and goes on where it stopped. */
class ResumeTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST = FIRST.plusDays(3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path input;

    private String said = "";

    @BeforeEach
    void writeArchive() throws IOException {
        input = new SmallArchive().days(FIRST, 4, 6).write(folder.resolve("archive.jsonl"));
    }

    @Test
    void goesOnAfterTheLastPublishedDayAndEndsWithTheTablesOfOneRun() throws Exception {
        Path warehouse = folder.resolve("w");
        breakOffAndGoOn(new RasdProcess(), warehouse);

        InProcess.run(input, folder.resolve("whole").toString(), FIRST, LAST);
        assertThat(tables(warehouse)).isEqualTo(tables(folder.resolve("whole")));

        assertThat(execute(arguments(warehouse, FIRST, LAST, "--step", "2", "--resume")))
                .isZero();
        assertThat(said).contains("Nothing is left to do");
        assertThat(execute(arguments(warehouse, FIRST.plusDays(1), LAST, "--step", "2", "--resume")))
                .isEqualTo(2);
        assertThat(said)
                .contains("Cannot resume: the last run in steps was over 2025-03-01 to 2025-03-04 of " + input)
                .contains("got 2025-03-02 to 2025-03-04");
    }

    @Test
    void ofIcebergTablesItGoesOnToo() throws Exception {
        Path warehouse = folder.resolve("w");
        breakOffAndGoOn(
                new RasdProcess().withLibrary("iceberg-spark-runtime"), warehouse, "--set", "publish.format=iceberg");

        InProcess.run(input, folder.resolve("whole").toString(), FIRST, LAST);
        Warehouse whole = Warehouse.open(folder.resolve("whole").toString());
        SparkSession reader = LocalSpark.readingIceberg(warehouse.toString());
        for (String table : whole.tables()) {
            Dataset<Row> plain = whole.read(LocalSpark.session(), table);
            Dataset<Row> iceberg = reader.table("rasd.iceberg." + table);
            if (!table.equals("superseded_events")) { // it depends on history
                assertThat(rows(iceberg, plain.columns())).as(table).isEqualTo(rows(plain, plain.columns()));
            }
        }
    }

    private static List<String> rows(Dataset<Row> of, String[] columns) {
        return of.select(Stream.of(columns).map(functions::col).toArray(Column[]::new)).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** Kills a backfill after its first publication, starts it again, and looks whether it did the rest, and only that. */
    private void breakOffAndGoOn(RasdProcess rasd, Path warehouse, String... more) throws Exception {
        Process broken = rasd.start(folder.resolve("log"), inSteps(warehouse, more));
        awaitFirstPublication(broken, warehouse);
        broken.destroyForcibly().waitFor();
        LocalDate published = backfill(warehouse).publishedTo();
        assertThat(published).as("last day published when killed").isBefore(LAST);

        RasdProcess.Ended resumed = rasd.run(Stream.concat(Stream.of(inSteps(warehouse, more)), Stream.of("--resume"))
                .toArray(String[]::new));
        assertThat(resumed.exitCode()).as(resumed.output()).isZero();
        assertThat(resumed.output())
                .contains(": " + published.plusDays(1) + " to " + published.plusDays(2))
                .doesNotContain(": " + FIRST + " to ");
        assertThat(backfill(warehouse)).isEqualTo(new Backfill(FIRST, LAST, List.of(input.toString()), LAST));
    }

    private String[] inSteps(Path warehouse, String... more) {
        List<String> all = new ArrayList<>(List.of("--step", "2"));
        all.addAll(List.of(more));
        return arguments(warehouse, FIRST, LAST, all.toArray(String[]::new));
    }

    @Test
    void stepsNeedBothEndsAndResumingNeedsSteps() {
        String[] open = {"run", "--input", input.toString(), "--warehouse", "w", "--from", "2025-03-01", "--step", "2"};
        assertThat(execute(open)).isEqualTo(2);
        assertThat(said).contains("Cannot run in steps: --from and --to");
        assertThat(execute(arguments(folder.resolve("none"), FIRST, LAST, "--resume")))
                .isEqualTo(2);
        assertThat(said).contains("Cannot resume: --step");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private String[] arguments(Path warehouse, LocalDate from, LocalDate to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--input", input.toString()));
        arguments.addAll(List.of("--warehouse", warehouse.toString()));
        arguments.addAll(List.of("--from", from.toString(), "--to", to.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private int execute(String... arguments) {
        CommandOutput output = CommandOutput.of(arguments);
        said = output.text();
        return output.exitCode();
    }

    private void awaitFirstPublication(Process run, Path warehouse) throws InterruptedException, IOException {
        while (!isPublished(warehouse)) {
            boolean ended = run.waitFor(20, TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as("the run ended by itself; it said\n%s", Files.readString(folder.resolve("log")))
                    .isFalse();
        }
    }

    private static boolean isPublished(Path warehouse) {
        try {
            return Warehouse.open(warehouse.toString()).manifest().run() != null;
        } catch (WarehouseException e) {
            return false; // not even begun
        }
    }

    private static Backfill backfill(Path warehouse) {
        RunInfo run = Warehouse.open(warehouse.toString()).manifest().run();
        return Optional.ofNullable(run).map(RunInfo::backfill).orElseThrow();
    }

    /** All but the views, which name the place, and the one table that depends on history. */
    private static Map<String, String> tables(Path warehouse) throws IOException {
        Map<String, String> tables = new TreeMap<>(PublishedBytes.of(warehouse));
        tables.keySet().removeIf(path -> path.startsWith("views/") || path.startsWith("superseded_events/"));
        return tables;
    }
}
