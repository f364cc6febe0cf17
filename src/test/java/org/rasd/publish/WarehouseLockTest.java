package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.WarehouseLock.Owner;

class WarehouseLockTest {
    private static final Duration STALE = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private Store store = new LocalStore(Path.of(""));

    @BeforeEach
    void open() {
        store = new LocalStore(folder);
    }

    private void leave(Owner owner) throws Exception {
        store.write(owner.path(), Json.write(owner));
    }

    private boolean canBeTaken() throws Exception {
        try (WarehouseLock lock = WarehouseLock.take(store, STALE)) {
            lock.verify();
            return true;
        } catch (WarehouseException e) {
            return false;
        }
    }

    @Test
    void theSecondWriterIsToldTheFirst() throws Exception {
        try (WarehouseLock first = WarehouseLock.take(store, STALE)) {
            assertThatThrownBy(() -> WarehouseLock.take(store, STALE))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageStartingWith(
                            "Cannot write to the warehouse: " + folder + ", got a writer already, process "
                                    + ProcessHandle.current().pid() + " on host ")
                    .hasMessageContaining("wait until it has ended");
            first.verify();
        }
        assertThat(canBeTaken()).isTrue();
        assertThat(store.list(Folders.LOCK)).isEmpty();
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        Owner self = Owner.self();
        Owner other = new Owner(
                "other",
                self.host(),
                process.pid(),
                process.info().startInstant().orElseThrow(),
                Instant.now());
        leave(other);
        assertThat(canBeTaken()).as("while it lives").isFalse();
        process.destroyForcibly().waitFor();
        assertThat(canBeTaken()).as("after its death").isTrue();
        assertThat(store.exists(other.path())).isFalse();
    }

    @Test
    void aNumberThatAnotherProcessHasNowIsNotAlive() throws Exception {
        Owner self = Owner.self();
        leave(new Owner(
                "other", self.host(), self.pid(), self.processStartedAt().minusSeconds(5), Instant.now()));
        assertThat(canBeTaken()).isTrue();
    }

    @Test
    void onAnotherHostRenewalTells() throws Exception {
        leave(new Owner("other", "elsewhere", 1, Instant.EPOCH, Instant.now().minus(STALE.plusMinutes(1))));
        assertThat(canBeTaken()).as("not renewed for long").isTrue();
        leave(new Owner("other", "elsewhere", 1, Instant.EPOCH, Instant.now().minus(STALE.minusMinutes(1))));
        assertThat(canBeTaken()).as("renewed lately").isFalse();
    }

    @Test
    void aLostLockIsNoticedBeforePublishing() throws Exception {
        try (WarehouseLock lock = WarehouseLock.take(store, STALE)) {
            store.remove(Folders.LOCK);
            assertThatThrownBy(lock::verify).hasMessageContaining("taken over by another writer");
        }
    }

    @Test
    void ofManyAtOnceNeverTwoHoldIt() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger successes = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Integer>> most = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            most.add(threads.submit(() -> {
                int seen = 0;
                for (int round = 0; round < 10; round++) {
                    try (WarehouseLock lock = WarehouseLock.take(store, STALE)) {
                        seen = Math.max(seen, holders.incrementAndGet());
                        successes.incrementAndGet();
                        lock.verify();
                        holders.decrementAndGet();
                    } catch (WarehouseException e) {
                        continue; // turned away
                    }
                }
                return seen;
            }));
        }
        for (Future<Integer> seen : most) {
            assertThat(seen.get()).isLessThanOrEqualTo(1);
        }
        threads.shutdown();
        assertThat(successes.get()).isPositive();
    }
}
