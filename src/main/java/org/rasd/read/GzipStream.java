package org.rasd.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.rasd.read.DamageException.Kind;

/**
 * Unpacks gzip, one member or many. A member that is cut, broken or a bomb is told once by a {@link DamageException};
 * the next reads go on with the next whole member, looked for by its signature from within the broken one on.
 */
final class GzipStream extends MemberStream {
    /** Bytes of a member's head that never change but for time: signature, flags, time, level, system. */
    private static final int HEAD_BYTES = 10;

    private final PackedBytes packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final BombGuard guard = new BombGuard();
    private State state = State.BETWEEN;
    private long member;
    private long memberBytes;
    private long goneBack;

    private enum State {
        BETWEEN,
        INSIDE,
        LOST,
        ENDED
    }

    GzipStream(InputStream in) {
        packed = new PackedBytes(in);
    }

    @Override
    long member() {
        return member;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (length > 0) {
            if (state == State.ENDED || state != State.INSIDE && !enter()) {
                state = State.ENDED;
                return -1;
            }
            int n = inflate(to, from, length);
            if (n > 0) {
                return n;
            }
        }
        return 0;
    }

    /** Goes into the next member; false where there is none. */
    private boolean enter() throws IOException {
        if (state == State.LOST) {
            while (packed.available(HEAD_BYTES) >= HEAD_BYTES && !looksLikeHead()) {
                packed.skip(1);
            }
            if (packed.available(HEAD_BYTES) < HEAD_BYTES) {
                return false;
            }
        } else {
            // Zeros pad a file on tape or in blocks.
            while (packed.available(1) > 0 && packed.ahead(0) == 0) {
                packed.skip(1);
            }
            if (packed.available(1) == 0) {
                return false;
            }
        }
        member = packed.offset();
        memberBytes = 0;
        if (packed.available(HEAD_BYTES) < HEAD_BYTES || !looksLikeHead()) {
            throw lost(Kind.BROKEN, "no gzip member begins here");
        }
        try {
            head();
        } catch (EOFException e) {
            throw lost(Kind.BROKEN, String.valueOf(e.getMessage()));
        }
        inflater.reset();
        checksum.reset();
        guard.begin();
        state = State.INSIDE;
        return true;
    }

    private boolean looksLikeHead() {
        int system = packed.ahead(9);
        int level = packed.ahead(8);
        return packed.ahead(0) == 0x1F
                && packed.ahead(1) == 0x8B
                && packed.ahead(2) == 8
                && packed.ahead(3) < 0x20
                && (state != State.LOST || (system <= 13 || system == 255) && (level <= 4));
    }

    private void head() throws IOException {
        int flags = packed.ahead(3);
        packed.skip(HEAD_BYTES);
        if ((flags & 4) != 0) {
            int length = need() | need() << 8;
            for (int i = 0; i < length; i++) {
                need();
            }
        }
        for (int text = flags >> 3 & 3; text > 0; text &= text - 1) {
            while (need() != 0) {
                // The file's name, then a comment.
            }
        }
        if ((flags & 2) != 0) {
            need();
            need();
        }
    }

    private int need() throws IOException {
        int b = packed.read();
        if (b < 0) {
            throw new EOFException("the packed bytes end in a gzip head");
        }
        return b;
    }

    private int inflate(byte[] to, int from, int length) throws IOException {
        if (inflater.needsInput()) {
            int given = packed.available(1);
            if (given == 0) {
                throw lost(Kind.BROKEN, "the packed bytes end in a gzip member");
            }
            inflater.setInput(packed.array(), packed.position(), given);
        }
        int left = inflater.getRemaining();
        long before = inflater.getBytesWritten();
        String broken = null;
        try {
            inflater.inflate(to, from, length);
        } catch (DataFormatException e) {
            broken = String.valueOf(e.getMessage());
        }
        int n = (int) (inflater.getBytesWritten() - before);
        packed.skip(left - inflater.getRemaining());
        checksum.update(to, from, n);
        memberBytes += n;
        if (guard.isBomb(n, packed.offset() - member)) {
            throw lost(Kind.BOMB, memberBytes + " bytes unpacked from " + (packed.offset() - member));
        }
        if (n == 0 && inflater.finished()) {
            finish();
        } else if (n == 0 && (broken != null || inflater.needsDictionary())) {
            throw lost(Kind.BROKEN, broken == null ? "a gzip member asks for a dictionary" : broken);
        }
        return n;
    }

    private void finish() throws IOException {
        long sum;
        long size;
        try {
            sum = four();
            size = four();
        } catch (EOFException e) {
            throw lost(Kind.BROKEN, "the packed bytes end in a gzip checksum");
        }
        if (sum != checksum.getValue() || size != (memberBytes & 0xFFFFFFFFL)) {
            throw lost(Kind.CHECKSUM, "a gzip member has another checksum");
        }
        state = State.BETWEEN;
    }

    private long four() throws IOException {
        return need() | need() << 8 | need() << 16 | (long) need() << 24;
    }

    private DamageException lost(Kind kind, String message) {
        state = State.LOST;
        if (kind == Kind.BOMB) {
            guard.forget();
        } else if (goneBack <= PackedBytes.KEEP * 8L + packed.offset() * 2) {
            // What was taken for this member may have been the next. The bound is against files that feign it often.
            long from = packed.offset();
            packed.back(Math.max(member + 1, from - PackedBytes.KEEP));
            goneBack += from - packed.offset();
        }
        return new DamageException(kind, member, message);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
