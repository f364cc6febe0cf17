package org.rasd.read;

import java.io.IOException;

/**
 * Where records of a file of captures lie. In a file packed record by record that is the stored byte of the member, as
 * indexes of captures have it; else the byte in the unpacked file. No two have one place.
 */
final class CapturePlaces {
    private Kind kind = Kind.FIRST;
    private long offset = -1;
    private long member;

    private enum Kind {
        /** No record was seen. */
        FIRST,
        /** One was; its place is the same in both kinds. */
        UNDECIDED,
        STORED,
        UNPACKED
    }

    /** A record begins where {@code in} stands. */
    void next(CaptureInput in) throws IOException {
        if (in.peek() < 0) {
            return;
        }
        member = in.member();
        if (kind == Kind.UNDECIDED) {
            kind = in.beginsMember() && member > 0 ? Kind.STORED : Kind.UNPACKED;
        }
        move(kind == Kind.STORED ? member : in.position());
    }

    /** Something that cannot be unpacked begins where {@code in} stands. */
    void next(CaptureInput in, DamageException damage) {
        move(kind == Kind.UNPACKED ? in.position() : damage.member());
    }

    private void move(long to) {
        offset = Math.max(offset + 1, to);
        kind = kind == Kind.FIRST ? Kind.UNDECIDED : kind;
    }

    /** The place. */
    long offset() {
        return offset;
    }

    /** Stored byte at which the member begins in which the record does. */
    long member() {
        return member;
    }
}
