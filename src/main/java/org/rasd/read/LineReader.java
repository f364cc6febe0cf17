package org.rasd.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes with their offsets, each at most {@code maxBytes} held in memory; the bytes of a longer line are
 * counted and let go.
 *
 * <p>After {@link #next()} the line stands in {@link #buffer()} from {@link #from()} for {@link #length()} bytes, without
 * its line end, until the next call. Cost: one look at each byte; no copy of lines that lie within the buffer.
 */
final class LineReader implements Closeable {
    private static final int START_SIZE = 1 << 17;

    private final InputStream in;
    private final long end;
    private final int maxBytes;
    private byte[] buffer = new byte[START_SIZE];
    private int from;
    private int length;
    private int next;
    private int limit;
    private long nextOffset;
    private long lineOffset;
    private long size;
    private long number = -1;
    private @Nullable DamageException damage;

    /** Lines that begin in the bytes {@code begin} to {@code end} of a file; {@code in} stands at {@code begin}. */
    LineReader(InputStream in, long begin, long end, int maxBytes) {
        this.in = in;
        this.end = end;
        this.maxBytes = maxBytes;
        this.nextOffset = begin;
    }

    /** Passes over the rest of the line in which the stream stands. */
    void skipLine() throws IOException {
        if (next()) {
            number = -1;
        }
    }

    /** Goes to the next line; false after the last. */
    boolean next() throws IOException {
        lineOffset = nextOffset;
        size = 0;
        damage = null;
        if (nextOffset >= end) {
            return false;
        }
        int scanned = next;
        while (true) {
            int newline = indexOfNewline(scanned, limit);
            if (newline >= 0) {
                return take(newline, newline + 1);
            }
            scanned = limit;
            if (limit - next > maxBytes) {
                size += limit - next;
                next = 0;
                limit = 0;
                scanned = 0;
            }
            int shift = fill();
            scanned -= Math.max(shift, 0);
            if (shift < 0 && damage != null) {
                take(limit, limit);
                // What is lost counts as a byte, so that no two lines begin at one place.
                nextOffset++;
                return true;
            }
            if (shift < 0) {
                return limit > next || size > 0 ? take(limit, limit) : false;
            }
        }
    }

    private boolean take(int lineEnd, int following) {
        long lineBytes = size + (lineEnd - next);
        nextOffset = lineOffset + size + (following - next);
        from = next;
        length = lineEnd - next;
        size = lineBytes;
        if (length > 0 && size <= maxBytes && buffer[lineEnd - 1] == '\r') {
            length--;
        }
        next = following;
        number++;
        return true;
    }

    /** Reads on; gives by how much the bytes were moved down, or -1 where the line ends with the stream or in damage. */
    private int fill() throws IOException {
        int shift = 0;
        if (limit == buffer.length) {
            if (next > 0) {
                shift = next;
                System.arraycopy(buffer, next, buffer, 0, limit - next);
                limit -= shift;
                next = 0;
            } else {
                buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, maxBytes + (long) START_SIZE));
            }
        }
        try {
            int n = in.read(buffer, limit, buffer.length - limit);
            if (n < 0) {
                return -1;
            }
            limit += n;
            return shift;
        } catch (DamageException e) {
            damage = e;
            return -1;
        }
    }

    private int indexOfNewline(int begin, int to) {
        byte[] bytes = buffer;
        for (int i = begin; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** True where the line is over the cap: only its size is known. */
    boolean isTooLong() {
        return size > maxBytes;
    }

    /** What broke the line off, or null where it is whole; the next line is what can be read after the damage. */
    @Nullable
    DamageException damage() {
        return damage;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    /** Bytes of the line, without its line feed. */
    long size() {
        return size;
    }

    /** Number of the line in this piece, from 0. */
    long number() {
        return number;
    }

    /** First byte of the line in the file. */
    long offset() {
        return lineOffset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
