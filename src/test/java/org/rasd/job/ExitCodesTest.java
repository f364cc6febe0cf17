package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.testing.RasdProcess;

/** Wrong usage and configuration exit 2, say what to do, and touch nothing. */
class ExitCodesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path input;

    private String errors = "";

    @BeforeEach
    void writeInput() throws IOException {
        input = Files.writeString(folder.resolve("a b.jsonl"), "{}\n");
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--warehouse", folder.resolve("w").toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            return Main.execute(arguments);
        } finally {
            System.setErr(before);
            errors = caught.toString(StandardCharsets.UTF_8);
        }
    }

    private void assertRefused(int code, String... words) {
        assertThat(code).as("exit code; standard error was: %s", errors).isEqualTo(2);
        assertThat(errors).contains(words);
        assertThat(folder.resolve("w")).as("nothing may be written").doesNotExist();
    }

    @Test
    void missingInput() {
        assertRefused(run("--input", folder.resolve("no such").toString()), "Cannot read", "no such");
    }

    @Test
    void noInputAtAll() {
        assertRefused(run(), "--input");
    }

    @Test
    void unknownProfileAndBadDayAndUnknownKeyAtOnce() {
        int code =
                run("--input", input.toString(), "--profile", "nobody", "--date", "2024-13-01", "--set", "inptu.x=1");
        assertRefused(code, "nobody", "2024-13-01", "inptu", "did you mean input?");
    }

    @Test
    void unknownFormat() {
        assertRefused(run("--input", input.toString(), "--format", "docx"), "docx", "jsonl");
    }

    @Test
    void lastDayBeforeFirst() {
        assertRefused(run("--input", input.toString(), "--from", "2024-02-01", "--to", "2024-01-01"), "2024-02-01");
    }

    @Test
    void dateWithRange() {
        assertRefused(run("--input", input.toString(), "--date", "2024-02-01", "--to", "2024-03-01"), "--date");
    }

    @Test
    void warehouseThatIsAFile() {
        int code = execute("run", "--input", input.toString(), "--warehouse", input.toString());
        assertRefused(code, "no folder");
    }

    @Test
    void pipelineThatIsNotThereAndLabelThatIsNoType() {
        String place = folder.resolve("no-pipeline").toString();
        assertRefused(
                run("--input", input.toString(), "--set", "extract.pipeline=" + place),
                "rasd.extract.pipeline",
                "no-pipeline");
        assertRefused(
                run(
                        "--input",
                        input.toString(),
                        "--set",
                        "extract.pipeline=" + place,
                        "--set",
                        "extract.labels.RIVER=WATER"),
                "RIVER",
                "WATER");
    }

    @Test
    void unknownCommandAndOption() {
        assertRefused(execute("dmeo"), "demo");
        assertRefused(run("--inptu", "x"), "--input");
    }

    @Test
    void queryOverNoWarehouse() {
        assertRefused(
                execute("sql", "SELECT 1", "--warehouse", folder.resolve("w").toString()), "Cannot open the warehouse");
    }

    @Test
    void dryRunWritesNothing() throws IOException, InterruptedException {
        RasdProcess.Ended ended = process("--dry-run");
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("would read", "nothing was written");
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void malformedReport() throws IOException, InterruptedException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Files.writeString(reports.resolve("broken.sql"), "SELECT event_type, count(*) AS n FROM event GROUP BY 1");
        Files.writeString(reports.resolve("broken.conf"), "grain = type\nkeys = [event_type]\n");
        RasdProcess.Ended ended = process("--set", "reports.folders=[\"" + reports + "\"]");
        errors = ended.output();
        assertRefused(ended.exitCode(), "broken");
    }

    private RasdProcess.Ended process(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                input.toString(),
                "--warehouse",
                folder.resolve("w").toString()));
        arguments.addAll(List.of(more));
        return new RasdProcess().run(arguments.toArray(String[]::new));
    }
}
