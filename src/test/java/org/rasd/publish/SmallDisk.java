package org.rasd.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A real disk of some kilobytes (tmpfs), where the user may mount one; the test is skipped where not. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    static SmallDisk mount(Path place, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(place);
        Assumptions.assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", place.toString()),
                "nobody here may mount a disk");
        return new SmallDisk(place);
    }

    Path path() {
        return place;
    }

    /** Fills it but for {@code blocks} of 4 KiB. */
    void leave(int blocks) throws IOException {
        Path filler = place.resolve("filler");
        Files.deleteIfExists(filler);
        long free = Files.getFileStore(place).getUsableSpace() / BLOCK - blocks;
        Files.write(filler, new byte[Math.toIntExact(Math.max(0, free) * BLOCK)]);
    }

    void freeAll() throws IOException {
        Files.deleteIfExists(place.resolve("filler"));
    }

    /** From now on only to be read. */
    void protect() throws IOException, InterruptedException {
        remount("ro");
    }

    void unprotect() throws IOException, InterruptedException {
        remount("rw");
    }

    private void remount(String how) throws IOException, InterruptedException {
        if (!succeeds("mount", "-o", "remount," + how, place.toString())) {
            throw new IOException("Cannot remount " + place + " " + how);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        succeeds("umount", "-l", place.toString());
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program here
        }
    }
}
