package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.model.RawRecord;
import org.rasd.read.Seeds.Seed;

/**
 * Archive files broken at random, by a seed: 400 of them, or as many as {@code -Drasd.mutants=20000} says, from {@code
 * -Drasd.mutants.from} on. None may end the reading, cost a record that was not touched, or read otherwise when several
 * tasks share it.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileArchivesTest {
    private static final int COUNT = Integer.getInteger("rasd.mutants", 400);
    private static final int FROM = Integer.getInteger("rasd.mutants.from", 0);
    private static final int CAP = 1 << 16;
    private static final Path REAL = Path.of("../shared/data/archives");

    private final Configuration hadoop = new Configuration();

    @TempDir
    private Path folder;

    @Test
    void broken_copies_of_own_archives() throws Exception {
        assertThat(failures(Seeds.all(), COUNT)).isEmpty();
    }

    @Test
    void broken_copies_of_real_archives() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "skipped: there is no " + REAL);
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(REAL)) {
            for (Path file : files.sorted().toList()) {
                if (Files.size(file) < 1 << 17) {
                    seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file), List.of(), false));
                }
            }
        }
        assertThat(failures(seeds, COUNT / 4)).isEmpty();
    }

    @Test
    void whole_archives_give_all_their_records() throws Exception {
        for (Seed seed : Seeds.all()) {
            List<RawRecord> records = read(seed, seed.bytes());
            assertThat(records).as("%s", seed).allMatch(record -> record.reason() == null);
            assertThat(records.size())
                    .as("%s", seed)
                    .isGreaterThanOrEqualTo(Math.max(1, seed.ranges().size()));
        }
    }

    /** What went wrong with the first {@code count} mutants of {@code seeds} by turns; ends at the tenth. */
    private List<String> failures(List<Seed> seeds, int count) throws IOException {
        List<List<RawRecord>> wholes = new ArrayList<>();
        for (Seed seed : seeds) {
            wholes.add(read(seed, seed.bytes()));
        }
        List<String> failures = new ArrayList<>();
        for (int i = FROM; i < count && failures.size() < 10; i++) {
            Seed seed = seeds.get(i % seeds.size());
            List<RawRecord> whole = wholes.get(i % seeds.size());
            Mutant mutant = Mutant.of(seed.bytes(), new SplittableRandom(i));
            String name = "mutant " + i + " of " + seed + ": " + mutant.what();
            try {
                check(seed, whole, mutant, name);
            } catch (AssertionError e) {
                failures.add(e.getMessage());
            } catch (IOException | RuntimeException e) {
                failures.add(name + ": " + e);
            }
        }
        return failures;
    }

    private void check(Seed seed, List<RawRecord> whole, Mutant mutant, String what) throws IOException {
        List<RawRecord> records = read(seed, mutant.bytes());
        Set<Long> places = new HashSet<>();
        assertThat(records).as("%s: one record a place", what).allMatch(record -> places.add(record.archiveOffset()));
        assertThat(inShares(seed, mutant.bytes(), 3)).as("%s: in shares", what).isEqualTo(sorted(records));
        boolean header =
                !seed.ranges().isEmpty() && mutant.from() < seed.ranges().get(0)[0];
        if (seed.ranges().isEmpty() || header && seed.name().endsWith(".csv")) {
            assertThat(records).as("%s: tells something", what).isNotNull();
            return;
        }
        int touched = 0;
        for (int i = 0; i < seed.ranges().size(); i++) {
            if (mutant.touches(seed.ranges().get(i))) {
                touched++;
                continue;
            }
            RawRecord before = whole.get(i);
            assertThat(records)
                    .as("%s: record %s was not touched", what, i)
                    .anyMatch(record -> Objects.equals(record.url(), before.url())
                            && Objects.equals(record.title(), before.title())
                            && Objects.equals(record.body(), before.body()));
        }
        if (mutant.bytes().length == seed.bytes().length && touched == 1) {
            assertThat(records.size())
                    .as("%s: all are accounted for", what)
                    .isGreaterThanOrEqualTo(seed.ranges().size());
        }
    }

    private List<RawRecord> read(Seed seed, byte[] bytes) throws IOException {
        return read(List.of(slice(seed, bytes)));
    }

    private List<RawRecord> inShares(Seed seed, byte[] bytes, int count) throws IOException {
        Slice whole = slice(seed, bytes);
        List<Slice> shares = new ArrayList<>();
        boolean lines = seed.cuttable()
                && Formats.recognise(new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Head.SIZE))))
                        .filter(source -> source.format().equals("jsonl"))
                        .isPresent();
        for (int i = 0; i < count; i++) {
            shares.add(
                    lines
                            ? whole.withFormat("jsonl")
                                    .piece((long) bytes.length * i / count, (long) bytes.length * (i + 1) / count)
                            : whole.striped(i, count));
        }
        List<RawRecord> all = new ArrayList<>();
        for (Slice share : shares) {
            all.addAll(read(List.of(share)));
        }
        return sorted(all);
    }

    private static List<RawRecord> sorted(List<RawRecord> records) {
        return records.stream()
                .sorted(Comparator.comparingLong(RawRecord::archiveOffset))
                .toList();
    }

    private Slice slice(Seed seed, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(seed.name()), bytes);
        return new Slice(
                file.toUri().toString(),
                seed.name(),
                bytes.length,
                0,
                Long.MAX_VALUE,
                Stripe.ALL,
                0,
                InputSpec.AUTO,
                null);
    }

    private List<RawRecord> read(List<Slice> slices) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (SliceReader reader = new SliceReader(slices, new Reading(Archive.profiles(), CAP), hadoop)) {
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }
}
