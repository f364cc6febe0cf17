package org.rasd.read;

import java.io.InputStream;

/** A head, then a line of text over and over up to a size, then a tail: a large file that lies nowhere. */
final class Endless extends InputStream {
    private final byte[] head;
    private final byte[] line;
    private final byte[] tail;
    private final long size;
    private long at;

    Endless(byte[] head, byte[] line, long bytes, byte[] tail) {
        this.head = head;
        this.line = line.length < 1 << 12 ? repeated(line, (1 << 14) / line.length) : line;
        this.tail = tail;
        this.size = head.length + bytes + tail.length;
    }

    private static byte[] repeated(byte[] line, int times) {
        byte[] all = new byte[line.length * times];
        for (int i = 0; i < all.length; i += line.length) {
            System.arraycopy(line, 0, all, i, line.length);
        }
        return all;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        if (at >= size) {
            return -1;
        }
        long tailAt = size - tail.length;
        int n;
        if (at < head.length) {
            n = (int) Math.min(length, head.length - at);
            System.arraycopy(head, (int) at, to, from, n);
        } else if (at >= tailAt) {
            n = (int) Math.min(length, size - at);
            System.arraycopy(tail, (int) (at - tailAt), to, from, n);
        } else {
            int within = (int) ((at - head.length) % line.length);
            n = (int) Math.min(Math.min(length, line.length - within), tailAt - at);
            System.arraycopy(line, within, to, from, n);
        }
        at += n;
        return n;
    }
}
