package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes can be looked at before it is read; a failure among them waits until it is reached. */
final class HeadStream extends InputStream {
    private final InputStream in;
    private final byte[] head;
    private final @Nullable IOException broken;
    private int at;

    HeadStream(InputStream in) {
        this.in = in;
        byte[] buffer = new byte[Head.SIZE];
        int filled = 0;
        IOException failure = null;
        try {
            for (int n; filled < buffer.length && (n = in.read(buffer, filled, buffer.length - filled)) > 0; ) {
                filled += n;
            }
        } catch (IOException e) {
            failure = e;
        }
        this.head = Arrays.copyOf(buffer, filled);
        this.broken = failure;
    }

    Head head() {
        return new Head(head);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (at < head.length) {
            int n = Math.min(length, head.length - at);
            System.arraycopy(head, at, to, from, n);
            at += n;
            return n;
        }
        if (broken != null) {
            throw new IOException(broken.getMessage(), broken);
        }
        return in.read(to, from, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
