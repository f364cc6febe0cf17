package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Manifest.PublishedTable;
import org.rasd.publish.Warehouse;
import org.rasd.testing.FileTrees;
import org.rasd.testing.InProcess;
import org.rasd.testing.RasdProcess;
import org.rasd.testing.S3Server;
import org.rasd.testing.SmallArchive;

/**
 * The job's process with its warehouse at s3a, in a real S3 server: killed (SIGKILL) while it publishes, started
 * again, its tables are those of an undisturbed run on a disk; every command reads them; no secret is written.
 *
 * <p>{@code -Drasd.kills=8} kills while it writes too, and at so many moments more, spread over the life of a run.
 */
class ObjectStoreRunTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final int KILLS = Integer.getInteger("rasd.kills", 0);
    private static final String SECRET = "zX9-very-secret-words";
    private static final String WAREHOUSE = S3Server.location("w");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static S3Server server;

    @SuppressWarnings("NullAway.Init")
    private static Path objects;

    private static long lifeMillis;

    @BeforeAll
    static void killAndFinish() throws IOException, InterruptedException {
        server = S3Server.start(folder);
        objects = folder.resolve("objects").resolve(S3Server.BUCKET).resolve("w");
        new SmallArchive().days(DAY, 2, 6).write(folder.resolve("archive.jsonl"));
        List<String> settings = new ArrayList<>();
        server.hadoop().forEach((key, value) -> settings.add(setting(key, value)));
        settings.add(setting("fs.s3a.secret.key", SECRET));
        Files.write(folder.resolve("s3.conf"), settings);
        if (KILLS > 0) {
            killWhen("_rasd/staging");
        }
        killWhen("_rasd/journal.json"); // by default only where the old tables and the new ones meet
        long began = System.nanoTime();
        finish();
        lifeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        server.close();
    }

    private static String setting(String key, String value) {
        return "rasd.spark.settings.\"spark.hadoop." + key + "\" = \"" + value + "\"";
    }

    @Test
    void tablesAreThoseOfAnUndisturbedRun() {
        assertUndisturbed(WAREHOUSE);
    }

    @Test
    void killedAtAnyMomentANewStartGivesTheTables() throws IOException, InterruptedException {
        Assumptions.assumeTrue(KILLS > 0, "asked for by -Drasd.kills");
        for (int kill = 1; kill <= KILLS; kill++) {
            FileTrees.remove(objects);
            Process run = start();
            run.waitFor(lifeMillis * kill / (KILLS + 1), TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            finish();
            assertUndisturbed("kill " + kill);
        }
    }

    @Test
    void everyCommandReadsThem() {
        assertThat(said("sql", "SELECT count(*) AS n FROM articles", "--format", "jsonl"))
                .contains("{\"n\":12}");
        assertThat(said("trace", "coverage_daily", "published_on=2025-03-01", "--format", "csv"))
                .contains("https://alif.example/2025-03-01/0");
        Path page = folder.resolve("page.html");
        said("report", "--output", page.toString());
        assertThat(page).content().contains("alif.example");
    }

    @Test
    void noSecretIsWrittenOrSaid() throws IOException {
        try (Stream<Path> files = Files.walk(objects)) {
            List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
            assertThat(all).anyMatch(file -> file.toString().contains("/_rasd/runs/"));
            all.add(folder.resolve("log"));
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(SECRET);
            }
        }
    }

    private static void assertUndisturbed(String what) {
        Path local = folder.resolve("undisturbed");
        if (!Files.exists(local)) {
            InProcess.run(folder.resolve("archive.jsonl"), local.toString(), DAY, DAY.plusDays(1));
        }
        Map<String, PublishedTable> expected =
                Warehouse.open(local.toString()).manifest().tables();
        assertThat(Warehouse.open(WAREHOUSE, ObjectStoreRunTest::hadoop)
                        .manifest()
                        .tables())
                .as("tables after %s, with the hash of every file", what)
                .isEqualTo(expected);
    }

    private static Configuration hadoop() {
        Configuration hadoop = new Configuration();
        server.hadoop().forEach(hadoop::set);
        return hadoop;
    }

    /** Starts a run and kills it as soon as {@code path} is in the warehouse. */
    private static void killWhen(String path) throws IOException, InterruptedException {
        Process run = start();
        RasdProcess.await(
                run,
                folder.resolve("log"),
                () -> Files.exists(objects.resolve(path)) && !isEmptyFolder(objects.resolve(path)));
        run.destroyForcibly().waitFor();
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException e) {
            return true; // changing just now
        }
    }

    private static void finish() throws IOException, InterruptedException {
        RasdProcess.finish(start(), folder.resolve("log"));
    }

    private static Process start() throws IOException {
        return new RasdProcess()
                .start(
                        folder.resolve("log"),
                        arguments(
                                "run",
                                "--input",
                                folder.resolve("archive.jsonl").toString(),
                                "--from",
                                DAY.toString(),
                                "--to",
                                DAY.plusDays(1).toString()));
    }

    private static String said(String... own) {
        CommandOutput output = CommandOutput.of(arguments(own));
        assertThat(output.exitCode()).as(output.text()).isZero();
        return output.text();
    }

    private static String[] arguments(String... own) {
        List<String> arguments = new ArrayList<>(List.of(own));
        arguments.addAll(List.of(
                "--warehouse", WAREHOUSE, "--config", folder.resolve("s3.conf").toString()));
        return arguments.toArray(String[]::new);
    }
}
