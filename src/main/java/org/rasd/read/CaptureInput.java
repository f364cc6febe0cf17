package org.rasd.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a WARC or ARC file with their places, read ahead a little; bytes that turned out to belong to a later record
 * can be put back.
 */
final class CaptureInput implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final MemberStream in;
    private Chunk chunk = new Chunk(new byte[CHUNK], 0, 0, 0);
    private @Nullable Chunk following;
    private @Nullable DamageException damage;
    private long position;
    private boolean newMember = true;
    private boolean lineBegins = true;

    /** Bytes of one member. */
    private static final class Chunk {
        private byte[] bytes;
        private int at;
        private int limit;
        private long member;

        Chunk(byte[] bytes, int at, int limit, long member) {
            this.bytes = bytes;
            this.at = at;
            this.limit = limit;
            this.member = member;
        }
    }

    CaptureInput(MemberStream in) {
        this.in = in;
    }

    /** Place of the next byte in the unpacked file. */
    long position() {
        return position;
    }

    /** Stored byte at which the member of the next byte begins; {@link #peek} must have been asked. */
    long member() {
        return chunk.member;
    }

    /** True where the next byte is the first of a member; {@link #peek} must have been asked. */
    boolean beginsMember() {
        return newMember;
    }

    /** True for bytes that stand between records. */
    static boolean isBlank(int b) {
        return b == '\n' || b == '\r' || b == ' ' || b == '\t';
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() throws IOException {
        return available() ? chunk.bytes[chunk.at] & 0xFF : -1;
    }

    /** Up to {@code max} of the next bytes, all of one member, without taking them; bytes as Latin-1. */
    String ahead(int max) throws IOException {
        if (!available()) {
            return "";
        }
        while (chunk.limit - chunk.at < max && following == null && damage == null && extend()) {
            // Reads on.
        }
        return new String(chunk.bytes, chunk.at, Math.min(max, chunk.limit - chunk.at), StandardCharsets.ISO_8859_1);
    }

    /** Passes over at most {@code max} bytes of one member, to the next line's begin or less; tells how many, -1 at the end. */
    int skipInLine(long max) throws IOException {
        if (!available()) {
            return -1;
        }
        int end = chunk.at;
        int limit = (int) Math.min(chunk.limit, chunk.at + Math.min(max, Integer.MAX_VALUE / 2));
        while (end < limit && chunk.bytes[end++] != '\n') {
            // Looks on.
        }
        int n = end - chunk.at;
        take(n);
        return n;
    }

    /** As {@link #skipInLine}, the bytes being copied. */
    int readInLine(byte[] to, int from, int max) throws IOException {
        int n = skipInLine(max);
        if (n > 0) {
            System.arraycopy(chunk.bytes, chunk.at - n, to, from, n);
        }
        return n;
    }

    /** True where the byte taken last ended a line. */
    boolean lineBegins() {
        return lineBegins;
    }

    /** Takes up to {@code length} bytes, all of one member; -1 at the end. */
    int read(byte[] to, int from, int length) throws IOException {
        if (!available()) {
            return -1;
        }
        int n = Math.min(length, chunk.limit - chunk.at);
        if (n == 0) {
            return 0;
        }
        System.arraycopy(chunk.bytes, chunk.at, to, from, n);
        take(n);
        return n;
    }

    /** Takes a byte that {@link #peek} showed. */
    void take() {
        take(1);
    }

    private void take(int n) {
        chunk.at += n;
        lineBegins = chunk.bytes[chunk.at - 1] == '\n';
        position += n;
        newMember = false;
    }

    /** Takes a line with its end, at most {@code max} bytes of it; the rest of a longer one is let go. Null at the end. */
    byte @Nullable [] line(int max) throws IOException {
        byte[] line = new byte[Math.min(128, max)];
        int length = 0;
        boolean any = false;
        while (available()) {
            any = true;
            int end = chunk.at;
            while (end < chunk.limit && chunk.bytes[end] != '\n') {
                end++;
            }
            int upTo = Math.min(end + 1, chunk.limit);
            int n = Math.min(upTo - chunk.at, max - length);
            if (length + n > line.length) {
                line = Arrays.copyOf(line, Math.min(max, Math.max(length + n, line.length * 2)));
            }
            System.arraycopy(chunk.bytes, chunk.at, line, length, n);
            length += n;
            take(upTo - chunk.at);
            if (end < upTo) {
                break;
            }
        }
        return any ? Arrays.copyOf(line, length) : null;
    }

    /** Puts bytes that were taken last back, so that they are read again; {@code bytes} began with a line. */
    void putBack(byte[] bytes, int from, int to, long member) {
        Chunk back = new Chunk(Arrays.copyOfRange(bytes, from, to), 0, to - from, member);
        if (following != null && chunk.at < chunk.limit) {
            int rest = chunk.limit - chunk.at;
            back.bytes = Arrays.copyOf(back.bytes, back.limit + rest);
            System.arraycopy(chunk.bytes, chunk.at, back.bytes, back.limit, rest);
            back.limit += rest;
        } else if (chunk.at < chunk.limit) {
            following = chunk;
        }
        chunk = back;
        lineBegins = from == 0 || bytes[from - 1] == '\n';
        position -= to - from;
        newMember = false;
    }

    /** Damage that was told is to be told again, after what was put back. */
    void putBack(DamageException told) {
        damage = told;
    }

    private boolean available() throws IOException {
        while (chunk.at == chunk.limit) {
            if (following != null) {
                enter(following);
                following = null;
            } else if (damage != null) {
                DamageException told = damage;
                damage = null;
                throw told;
            } else if (!extend()) {
                return false;
            }
        }
        return true;
    }

    private void enter(Chunk next) {
        newMember |= next.member != chunk.member;
        chunk = next;
    }

    /** Reads on behind the chunk; false at the end. */
    private boolean extend() throws IOException {
        if (chunk.at == chunk.limit && chunk.bytes.length >= CHUNK) {
            return refill();
        }
        byte[] bytes = new byte[CHUNK];
        int n;
        try {
            n = in.read(bytes, 0, bytes.length);
        } catch (DamageException e) {
            damage = e;
            return true;
        }
        if (n <= 0) {
            return false;
        }
        Chunk read = new Chunk(bytes, 0, n, in.member());
        if (chunk.at == chunk.limit) {
            enter(read);
        } else if (read.member == chunk.member) {
            byte[] both = Arrays.copyOfRange(chunk.bytes, chunk.at, chunk.limit + n);
            System.arraycopy(bytes, 0, both, chunk.limit - chunk.at, n);
            chunk.bytes = both;
            chunk.limit = both.length;
            chunk.at = 0;
        } else {
            following = read;
        }
        return true;
    }

    /** Reads into the chunk itself, of which everything is taken. */
    private boolean refill() throws IOException {
        int n;
        try {
            n = in.read(chunk.bytes, 0, CHUNK);
        } catch (DamageException e) {
            damage = e;
            return true;
        }
        if (n <= 0) {
            return false;
        }
        newMember |= in.member() != chunk.member;
        chunk.member = in.member();
        chunk.at = 0;
        chunk.limit = n;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
