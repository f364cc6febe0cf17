package org.rasd.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Ends an unpacked stream that has grown out of all proportion to its packed size. News text packs to a fifth or a
 * tenth; a stream that gives over {@value #MAX_RATIO} bytes for one, beyond {@value #FREE_BYTES} bytes, is an attack.
 */
final class BombGuard extends FilterInputStream {
    static final int MAX_RATIO = 250;
    static final long FREE_BYTES = 64L << 20;

    private final LongSupplier packedBytes;
    private long unpackedBytes;

    BombGuard(InputStream unpacked, LongSupplier packedBytes) {
        super(unpacked);
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = super.read(to, from, length);
        count(n);
        return n;
    }

    private void count(int n) throws IOException {
        unpackedBytes += Math.max(0, n);
        if (unpackedBytes > FREE_BYTES && unpackedBytes / MAX_RATIO > packedBytes.getAsLong()) {
            throw new BombException(unpackedBytes + " bytes unpacked from " + packedBytes.getAsLong());
        }
    }

    /** The stream is a bomb. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;

        BombException(String message) {
            super(message);
        }
    }
}
