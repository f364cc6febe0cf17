package org.rasd.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The right to write to a warehouse, held by one process at a time.
 *
 * <p>Each writer puts a file with a name of its own into {@code _rasd/lock} and then looks whether another living writer
 * has one there: of two that come together at least one sees the other and steps back. Files of the dead are removed by
 * name, so that no takeover can hit the lock of a third. Alive is, on the same host, who has a process with that number
 * and start; elsewhere, who renewed the file lately.
 */
final class WarehouseLock implements AutoCloseable {
    private static final Duration RENEWAL = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;

    /** Who holds a lock. */
    record Owner(String id, String host, long pid, Instant processStartedAt, Instant renewedAt) {
        static Owner self() {
            ProcessHandle process = ProcessHandle.current();
            return new Owner(UUID.randomUUID().toString(), hostName(), process.pid(), start(process), Instant.now());
        }

        String path() {
            return Folders.LOCK + "/" + id + ".json";
        }

        boolean alive(Duration staleAfter) {
            if (host.equals(hostName())) {
                return ProcessHandle.of(pid)
                        .map(process -> start(process).equals(processStartedAt))
                        .orElse(false);
            }
            return renewedAt.isAfter(Instant.now().minus(staleAfter));
        }

        Owner renewed() {
            return new Owner(id, host, pid, processStartedAt, Instant.now());
        }

        String name() {
            return "process " + pid + " on host " + host + ", started at " + processStartedAt;
        }

        private static Instant start(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH);
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost"; // a host without a name; the process number still tells writers apart
            }
        }
    }

    private final Store store;
    private final Owner owner;
    private final ScheduledExecutorService renewals;

    private WarehouseLock(Store store, Owner owner) {
        this.store = store;
        this.owner = owner;
        this.renewals = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rasd-lock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes the lock, or fails with a message that names who holds it. */
    static WarehouseLock take(Store store, Duration staleAfter) throws IOException, InterruptedException {
        Owner self = Owner.self();
        for (int attempt = 1; ; attempt++) {
            store.write(self.path(), Json.write(self));
            Optional<Owner> other = others(store, self, staleAfter);
            if (other.isEmpty()) {
                WarehouseLock lock = new WarehouseLock(store, self);
                lock.renewRegularly();
                return lock;
            }
            store.remove(self.path());
            if (attempt == ATTEMPTS) {
                throw new WarehouseException(
                        "Cannot write to the warehouse: " + store.locate("") + ", got a writer already, "
                                + other.get().name() + "; wait until it has ended (its lock is "
                                + store.locate(other.get().path()) + ")");
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(20, 150)); // both may have stepped back
        }
    }

    private static Optional<Owner> others(Store store, Owner self, Duration staleAfter) throws IOException {
        Optional<Owner> living = Optional.empty();
        List<Store.Entry> entries = store.list(Folders.LOCK);
        for (Store.Entry entry : entries) {
            if (!entry.name().endsWith(".json")
                    || entry.name().startsWith(".")
                    || entry.name().equals(self.id() + ".json")) {
                continue;
            }
            String path = Folders.LOCK + "/" + entry.name();
            Optional<Owner> other = read(store, path);
            if (other.isPresent() && other.get().alive(staleAfter)) {
                living = other;
            } else if (other.isPresent()) {
                store.remove(path);
            }
        }
        return living;
    }

    private static Optional<Owner> read(Store store, String path) throws IOException {
        try {
            return Optional.of(Json.read(store, path, Owner.class));
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty(); // given back between listing and reading
        }
    }

    private void renewRegularly() {
        var unused =
                renewals.scheduleAtFixedRate(this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
    }

    private void renew() {
        try {
            if (store.exists(owner.path())) {
                store.write(owner.path(), Json.write(owner.renewed()));
            }
        } catch (IOException e) {
            // Not renewed: verify() finds out before anything is published, should another have taken over.
            System.getLogger(WarehouseLock.class.getName()).log(System.Logger.Level.WARNING, "lock not renewed", e);
        }
    }

    /** Fails where another took over because this process was still for too long. */
    void verify() throws IOException {
        if (!store.exists(owner.path())) {
            throw new WarehouseException("Cannot publish: the lock " + store.locate(owner.path())
                    + ", got taken over by another writer; run again");
        }
    }

    @Override
    public void close() throws IOException {
        renewals.shutdownNow();
        store.remove(owner.path());
    }
}
