package org.rasd.read;

import java.io.InputStream;

/**
 * A stream that may be packed in members, one after another. A read never goes over the end of a member, and after a
 * {@link DamageException} it can be read on from the next one that is whole.
 */
abstract class MemberStream extends InputStream {
    /** Stored byte at which the member of the byte given last begins; always 0 where nothing is packed. */
    abstract long member();

    @Override
    public int read() throws java.io.IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
