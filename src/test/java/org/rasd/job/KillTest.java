package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.PublishSettings;
import org.rasd.publish.Publisher;
import org.rasd.testing.LocalSpark;
import org.rasd.testing.PublishedBytes;
import org.rasd.testing.RasdProcess;
import org.rasd.testing.SmallArchive;

/**
 * Kills a run (SIGKILL) at moments spread over its life and once as its swap begins, starts again, and compares all
 * tables byte for byte with those of an undisturbed run; somebody reads all the while and never sees a mix.
 *
 * <p>{@code -Drasd.kills=50} asks for more moments, and then for a whole run after each; without it the next opening alone
 * must bring back the old or the new tables, and the last kill is followed by a whole run.
 */
class KillTest {
    private static final int FEW = 1;
    private static final int KILLS = Integer.getInteger("rasd.kills", FEW);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final long LONGEST_MINUTES = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path warehouse;

    private static Map<String, String> oldTables = Map.of();
    private static Map<String, String> newTables = Map.of();
    private static String oldRows = "";
    private static String newRows = "";
    private static long lifeMillis;

    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        warehouse = folder.resolve("w");
        new SmallArchive().days(DAY, 4, 9).write(folder.resolve("old.jsonl"));
        new SmallArchive().days(DAY.plusDays(2), 4, 12).write(folder.resolve("new.jsonl"));
        finish(start("old.jsonl", DAY, DAY.plusDays(3)));
        oldTables = tables();
        oldRows = TableReader.read(warehouse);
        copy(warehouse, folder.resolve("old"));
        long began = System.nanoTime();
        finish(start("new.jsonl", DAY.plusDays(2), DAY.plusDays(5)));
        lifeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        newTables = tables();
        newRows = TableReader.read(warehouse);
        assertThat(newTables).as("tables of the second run").isNotEqualTo(oldTables);
    }

    @Test
    void killedAtAnyMomentItLeavesTheOldOrTheNewTables() throws IOException, InterruptedException {
        for (int kill = 0; kill <= KILLS; kill++) {
            restoreOld();
            long moment = lifeMillis * (kill + 1) / (KILLS + 1);
            try (TableReader reader = TableReader.start(warehouse)) {
                Process run = start("new.jsonl", DAY.plusDays(2), DAY.plusDays(5));
                if (kill < KILLS) {
                    run.waitFor(moment, TimeUnit.MILLISECONDS);
                } else {
                    awaitSwap(run);
                }
                run.destroyForcibly().waitFor();
                if (KILLS > FEW || kill == KILLS) {
                    finish(start("new.jsonl", DAY.plusDays(2), DAY.plusDays(5)));
                    assertThat(tables())
                            .as("tables after kill %s, at %s ms, and a new start", kill, moment)
                            .isEqualTo(newTables);
                } else {
                    Publisher.open(LocalSpark.session(), warehouse.toString(), PublishSettings.defaults())
                            .close();
                    assertThat(tables())
                            .as("tables after kill %s, at %s ms, and recovery", kill, moment)
                            .isIn(oldTables, newTables);
                }
                assertThat(reader.seen())
                        .as("what a reader saw around kill %s", kill)
                        .isNotEmpty()
                        .isSubsetOf(oldRows, newRows);
            }
        }
    }

    private static Process start(String input, LocalDate from, LocalDate to) throws IOException {
        return new RasdProcess()
                .start(
                        folder.resolve("log"),
                        "run",
                        "--input",
                        folder.resolve(input).toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--from",
                        from.toString(),
                        "--to",
                        to.toString());
    }

    private static void finish(Process run) throws IOException, InterruptedException {
        boolean ended = run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        run.destroyForcibly().waitFor();
        assertThat(ended && run.exitValue() == 0)
                .as("the run ended well; it said\n%s", Files.readString(folder.resolve("log")))
                .isTrue();
    }

    /** Until the journal stands, from where on the swap goes; or the run has ended. */
    private static void awaitSwap(Process run) {
        while (run.isAlive() && !Files.exists(warehouse.resolve("_rasd/journal.json"))) {
            Thread.onSpinWait();
        }
    }

    private static void restoreOld() throws IOException {
        try (Stream<Path> files = Files.walk(warehouse)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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
