package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Samples.Note;
import org.rasd.publish.Store.Swapping;
import org.rasd.testing.LocalSpark;

/** Dies at every single change that a publication makes to the disk, and looks what the next start makes of it. */
class RecoveryTest {
    @TempDir
    static Path folder;

    private static final SparkSession SPARK = LocalSpark.session();

    /** A warehouse of the old tables with the new ones staged, as on a disk at that moment. */
    private static Path template;

    private static Map<String, String> oldTables;
    private static Map<String, String> newTables;
    private static List<StagedTable> staged;
    private static String publication;

    @BeforeAll
    static void stage() throws IOException {
        template = folder.resolve("template");
        List<Note> fresh = new ArrayList<>(Samples.notes(2, 2, 4)); // two days change, one is removed, one stays
        Samples.publish(SPARK, template.toString(), Samples.notes(1, 4, 4), Replace.whole());
        oldTables = Samples.tables(template);
        Replace days = Replace.days(Samples.FIRST, Samples.FIRST.plusDays(2));
        Path done = folder.resolve("done");
        copy(template, done);
        Samples.publish(SPARK, done.toString(), fresh, days);
        newTables = Samples.tables(done);
        try (Publisher publisher = Publisher.open(SPARK, template.toString(), PublishSettings.defaults())) {
            publisher.stage(Samples.NOTES, Samples.rows(SPARK, fresh), days);
            publisher.stage(Samples.COUNTS, Samples.counts(SPARK, publisher.after(Samples.NOTES)), Replace.whole());
            staged = publisher.staged();
            Path copy = folder.resolve("copy");
            copy(template, copy);
            template = copy;
        }
        remove(template.resolve("_rasd/lock"));
        try (Stream<Path> publications = Files.list(template.resolve("_rasd/staging"))) {
            publication = publications.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void theSampleChangesSomething() {
        assertThat(oldTables.keySet()).isNotEqualTo(newTables.keySet());
        assertThat(newTables.keySet()).anyMatch(oldTables::containsKey);
    }

    @ParameterizedTest
    @EnumSource
    void dyingAtAnyChangeLeavesOldOrNew(Swapping swapping) throws IOException {
        Random random = new Random(7);
        int survivors = 0;
        for (int step = 1; survivors == 0; step++) {
            Path warehouse = folder.resolve(swapping + "-" + step);
            copy(template, warehouse);
            Store disk = new LocalStore(warehouse);
            boolean died = publish(WatchedStore.dyingAt(disk, swapping, step));
            boolean decided = Files.exists(warehouse.resolve(Journal.PATH));
            // The next start may die too, wherever it likes.
            reopen(WatchedStore.dyingAt(disk, swapping, 1 + random.nextInt(12)), warehouse);
            assertThat(reopen(WatchedStore.dyingAt(disk, swapping, Integer.MAX_VALUE), warehouse))
                    .as("recovery after step %s of %s", step, swapping)
                    .isTrue();
            Map<String, String> tables = Samples.tables(warehouse);
            assertThat(tables)
                    .as("tables after step %s of %s, decided: %s", step, swapping, decided)
                    .isEqualTo(decided || !died ? newTables : oldTables);
            assertThat(listed(warehouse)).as("manifest after step %s", step).isEqualTo(tables.keySet());
            assertThat(Samples.tables(warehouse.resolve("_rasd")).keySet())
                    .as("left over after step %s", step)
                    .containsExactly("manifest.json");
            survivors += died ? 0 : 1;
            assertThat(step).as("changes of one publication").isLessThan(200);
        }
    }

    @Test
    void globsNeverCatchAMixOfATable() throws IOException {
        Path warehouse = folder.resolve("globs");
        copy(template, warehouse);
        Set<Set<String>> allowed =
                Set.of(Set.of(), notes(oldTables.keySet()), notes(newTables.keySet())); // none: between two renames
        List<Set<String>> seen = new ArrayList<>();
        Store store = new WatchedStore(
                new LocalStore(warehouse),
                Swapping.TABLE,
                step -> seen.add(notes(Samples.tables(warehouse).keySet())));
        publish(store);
        assertThat(seen).allMatch(allowed::contains);
        assertThat(seen.stream().filter(Set::isEmpty))
                .as("moments without the table")
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfTheManifestIsAsListedOrGone(Swapping swapping) throws IOException {
        Path warehouse = folder.resolve("listed-" + swapping);
        copy(template, warehouse);
        List<String> wrong = new ArrayList<>();
        Store store = new WatchedStore(new LocalStore(warehouse), swapping, step -> wrong.addAll(wrong(warehouse)));
        publish(store);
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Path warehouse) throws IOException {
        Map<String, String> tables = Samples.tables(warehouse);
        return listed(warehouse).stream()
                .filter(tables::containsKey)
                .filter(path -> !Objects.equals(
                        tables.get(path), oldTables.getOrDefault(path, newTables.getOrDefault(path, ""))))
                .toList();
    }

    private static Set<String> listed(Path warehouse) throws IOException {
        return Warehouse.manifest(new LocalStore(warehouse)).tables().values().stream()
                .flatMap(table -> table.files().stream())
                .map(PublishedFile::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> notes(Set<String> files) {
        return files.stream().filter(file -> file.startsWith("notes/")).collect(Collectors.toSet());
    }

    /** What {@link Publisher#commit} does; true where the process died on the way. */
    private static boolean publish(Store store) {
        try {
            Manifest before = Warehouse.manifest(store);
            Journal journal =
                    new SwapPlan(store, publication, PublishSettings.Format.PARQUET).plan(staged, before, Samples.RUN);
            Swap swap = new Swap(store);
            swap.decide(journal);
            swap.carryOut(journal);
            return false;
        } catch (WatchedStore.Died e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens for writing and closes; true where that went well. */
    private static boolean reopen(Store store, Path warehouse) throws IOException {
        try (Publisher publisher = Publisher.open(SPARK, store, PublishSettings.defaults())) {
            assertThatCode(publisher::published).doesNotThrowAnyException();
            return true;
        } catch (WatchedStore.Died e) {
            return false;
        } catch (UncheckedIOException e) {
            return !(e.getCause() instanceof WatchedStore.Died);
        } finally {
            remove(warehouse.resolve("_rasd/lock")); // this process lives on: its lock is not stale by itself
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void remove(Path path) throws IOException {
        new LocalStore(path).remove("");
    }
}
