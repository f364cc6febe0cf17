package org.rasd.read;

import java.io.IOException;
import org.rasd.model.RejectReason;

/** Packed bytes are broken here; what comes after can still be read. */
final class DamageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final long member;

    /** What is wrong. */
    enum Kind {
        /** The packed bytes end, or make no sense. */
        BROKEN,
        /** All was unpacked, but its checksum is another: any byte of the member may be wrong. */
        CHECKSUM,
        /** It grows out of all proportion. */
        BOMB;

        RejectReason reason() {
            return this == BOMB ? RejectReason.BOMB : RejectReason.TRUNCATED;
        }
    }

    DamageException(Kind kind, long member, String message) {
        super(message);
        this.kind = kind;
        this.member = member;
    }

    Kind kind() {
        return kind;
    }

    /** Stored byte at which the damaged member begins. */
    long member() {
        return member;
    }
}
