package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.PublishSettings;
import org.rasd.publish.Publisher;
import org.rasd.testing.FileTrees;
import org.rasd.testing.InProcess;
import org.rasd.testing.LocalSpark;
import org.rasd.testing.PublishedBytes;
import org.rasd.testing.RasdProcess;
import org.rasd.testing.SmallArchive;

/**
 * Kills a run (SIGKILL) in the midst of its work and as its swap begins, and compares all tables byte for byte with those of
 * an undisturbed run, in the JVM of the tests; somebody reads all the while and never sees a mix.
 *
 * <p>Without a switch the next opening alone must bring back the old or the new tables after the first kill, and a whole run
 * follows the second. {@code -Drasd.kills=50} asks for so many moments, spread over a run's life, and one as the swap begins,
 * and for a whole run, in a process of its own, after each.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("rasd.kills", 0);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path warehouse;

    private static Map<String, String> oldTables = Map.of();
    private static Map<String, String> newTables = Map.of();
    private static String oldRows = "";
    private static String newRows = "";

    @BeforeAll
    static void runUndisturbed() throws IOException {
        warehouse = folder.resolve("w");
        new SmallArchive().days(DAY, 4, 9).write(folder.resolve("old.jsonl"));
        new SmallArchive().days(DAY.plusDays(2), 4, 12).write(folder.resolve("new.jsonl"));
        InProcess.run(folder.resolve("old.jsonl"), warehouse.toString(), DAY, DAY.plusDays(3));
        oldTables = tables();
        oldRows = TableReader.read(warehouse);
        copy(warehouse, folder.resolve("old"));
        InProcess.run(folder.resolve("new.jsonl"), warehouse.toString(), DAY.plusDays(2), DAY.plusDays(5));
        newTables = tables();
        newRows = TableReader.read(warehouse);
        assertThat(newTables).as("tables of the second run").isNotEqualTo(oldTables);
    }

    @Test
    void killedInItsMidstItLeavesTheOldTables() throws IOException, InterruptedException {
        kill("in its midst", run -> await(run, "_rasd/staging", KillTest::isBeingFilled), () -> {
            Publisher.open(LocalSpark.session(), warehouse.toString(), PublishSettings.defaults())
                    .close();
            assertThat(tables()).isEqualTo(oldTables);
        });
    }

    @Test
    void killedAsItsSwapBeginsANewStartGivesTheNewTables() throws IOException, InterruptedException {
        kill("as its swap begins", run -> await(run, "_rasd/journal.json", Files::exists), () -> {
            InProcess.run(folder.resolve("new.jsonl"), warehouse.toString(), DAY.plusDays(2), DAY.plusDays(5));
            assertThat(tables()).isEqualTo(newTables);
        });
    }

    @Test
    void killedAtAnyMomentANewStartGivesTheNewTables() throws IOException, InterruptedException {
        Assumptions.assumeTrue(KILLS > 0, "asked for by -Drasd.kills");
        restoreOld();
        long began = System.nanoTime();
        RasdProcess.finish(start(), folder.resolve("log"));
        long life = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertThat(tables()).as("tables of a process").isEqualTo(newTables);
        for (int kill = 1; kill <= KILLS; kill++) {
            long moment = life * kill / (KILLS + 1);
            kill("at " + moment + " ms", run -> run.waitFor(moment, TimeUnit.MILLISECONDS), () -> {
                RasdProcess.finish(start(), folder.resolve("log"));
                assertThat(tables()).isEqualTo(newTables);
            });
        }
    }

    /** A kill at a moment, and what must be true then. */
    private static void kill(String when, Step awaited, Check afterwards) throws IOException, InterruptedException {
        restoreOld();
        try (TableReader reader = TableReader.start(warehouse)) {
            Process run = start();
            awaited.await(run);
            run.destroyForcibly().waitFor();
            assertThatCode(afterwards::hold).as("after a kill %s", when).doesNotThrowAnyException();
            assertThat(reader.seen())
                    .as("what a reader saw around a kill %s", when)
                    .isNotEmpty()
                    .isSubsetOf(oldRows, newRows);
        }
    }

    private interface Step {
        void await(Process run) throws IOException, InterruptedException;
    }

    private interface Check {
        void hold() throws IOException, InterruptedException;
    }

    /** Until {@code path} of the warehouse is as asked; the run must live as long. */
    private static void await(Process run, String path, Predicate<Path> reached)
            throws IOException, InterruptedException {
        RasdProcess.await(run, folder.resolve("log"), () -> reached.test(warehouse.resolve(path)));
    }

    /** The first tables are written. */
    private static boolean isBeingFilled(Path staging) {
        try (Stream<Path> files = Files.walk(staging)) {
            return files.anyMatch(file -> file.getFileName().toString().equals("articles"));
        } catch (IOException | UncheckedIOException e) {
            return false; // not there yet, or changing
        }
    }

    private static Process start() throws IOException {
        return new RasdProcess()
                .start(
                        folder.resolve("log"),
                        "run",
                        "--input",
                        folder.resolve("new.jsonl").toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--from",
                        DAY.plusDays(2).toString(),
                        "--to",
                        DAY.plusDays(5).toString());
    }

    private static void restoreOld() throws IOException {
        FileTrees.remove(warehouse);
        copy(folder.resolve("old"), warehouse);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Map<String, String> tables() throws IOException {
        return PublishedBytes.of(warehouse);
    }
}
