package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes can be looked at before it is read; a failure among them waits until it is reached. */
final class HeadStream extends MemberStream {
    private final InputStream in;
    private final byte[] head;
    private final Deque<Run> runs = new ArrayDeque<>();
    private @Nullable IOException broken;
    private int at;
    private long member;

    /** Bytes of the head up to {@code end} are of one member. */
    private record Run(int end, long member) {}

    HeadStream(InputStream in) {
        this.in = in;
        byte[] buffer = new byte[Head.SIZE];
        int filled = 0;
        IOException failure = null;
        try {
            for (int n; filled < buffer.length && (n = in.read(buffer, filled, buffer.length - filled)) > 0; ) {
                filled += n;
                runs.add(new Run(filled, memberOfSource()));
            }
        } catch (IOException e) {
            failure = e;
        }
        this.head = Arrays.copyOf(buffer, filled);
        this.broken = failure;
    }

    private long memberOfSource() {
        return in instanceof MemberStream members ? members.member() : 0;
    }

    Head head() {
        return new Head(head);
    }

    /** The stream below, if nothing was unpacked on the way: one that may be able to seek. */
    InputStream below() {
        return in;
    }

    @Override
    long member() {
        return member;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        Run run = runs.peek();
        if (run != null) {
            int n = Math.min(length, run.end - at);
            System.arraycopy(head, at, to, from, n);
            at += n;
            member = run.member;
            if (at == run.end) {
                runs.remove();
            }
            return n;
        }
        if (broken != null) {
            IOException failure = broken;
            broken = null;
            throw failure;
        }
        int n = in.read(to, from, length);
        member = n > 0 ? memberOfSource() : member;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
