package org.rasd.read;

/**
 * Tells an unpacked stream that has grown out of all proportion to its packed size. News text packs to a fifth or a
 * tenth; what gives over {@value #MAX_RATIO} bytes for one, beyond {@value #FREE_BYTES} bytes, is an attack. Counted for
 * a member, and for all members together that were not found to be bombs.
 */
final class BombGuard {
    static final int MAX_RATIO = 250;
    static final long FREE_BYTES = 64L << 20;

    private long unpackedBefore;
    private long packedBefore;
    private long unpacked;
    private long packed;

    /** A member begins. */
    void begin() {
        unpackedBefore += unpacked;
        packedBefore += packed;
        unpacked = 0;
        packed = 0;
    }

    /** Adds {@code n} bytes that were unpacked; {@code packedBytes} of the member are used so far. */
    boolean isBomb(int n, long packedBytes) {
        unpacked += n;
        packed = packedBytes;
        return isBomb(unpacked, packed) || isBomb(unpackedBefore + unpacked, packedBefore + packed);
    }

    /** The member counts no longer. */
    void forget() {
        unpacked = 0;
        packed = 0;
    }

    private static boolean isBomb(long unpacked, long packed) {
        return unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed;
    }
}
