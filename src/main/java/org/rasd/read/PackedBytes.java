package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Stored bytes of a packed file, the last {@value #KEEP} of which can be gone back over. */
final class PackedBytes {
    static final int KEEP = 1 << 18;
    private static final int START_SIZE = 1 << 16;
    private static final int FULL_SIZE = 1 << 20;

    private final InputStream in;
    private byte[] bytes = new byte[START_SIZE];
    private int at;
    private int limit;
    private long first;

    PackedBytes(InputStream in) {
        this.in = in;
    }

    /** Stored offset of the next byte. */
    long offset() {
        return first + at;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return at < limit || fill() ? bytes[at++] & 0xFF : -1;
    }

    /** Makes at least {@code count} bytes available, if there are so many; tells how many are. */
    int available(int count) throws IOException {
        while (limit - at < count && fill()) {
            // Reads on.
        }
        return limit - at;
    }

    /** A byte ahead; {@link #available} must have said that it is there. */
    int ahead(int index) {
        return bytes[at + index] & 0xFF;
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return at;
    }

    void skip(int count) {
        at += count;
    }

    /** Goes to the stored byte {@code offset}, or as far back as is kept. */
    void back(long offset) {
        at = (int) Math.max(0, Math.min(at, offset - first));
    }

    private boolean fill() throws IOException {
        if (limit == bytes.length) {
            makeRoom();
        }
        int n = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, n);
        return n > 0;
    }

    private void makeRoom() {
        if (bytes.length < FULL_SIZE) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            return;
        }
        int from = Math.max(0, at - KEEP);
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        first += from;
        at -= from;
        limit -= from;
    }

    void close() throws IOException {
        in.close();
    }
}
