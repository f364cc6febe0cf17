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

    /** Bytes of the head up to {@code end} are of one member; then comes damage, if any. */
    private record Run(int end, long member, @Nullable DamageException damage) {}

    HeadStream(InputStream in) {
        this.in = in;
        byte[] buffer = new byte[Head.SIZE];
        int filled = 0;
        IOException failure = null;
        try {
            for (int n = 0; filled < buffer.length && n >= 0; filled += Math.max(0, n)) {
                n = fill(buffer, filled);
            }
        } catch (IOException e) {
            failure = e;
        }
        this.head = Arrays.copyOf(buffer, filled);
        this.broken = failure;
    }

    private int fill(byte[] buffer, int filled) throws IOException {
        try {
            int n = in.read(buffer, filled, buffer.length - filled);
            if (n > 0) {
                runs.add(new Run(filled + n, memberOfSource(), null));
            }
            return n;
        } catch (DamageException e) {
            runs.add(new Run(filled, memberOfSource(), e));
            return 0;
        }
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
        if (run != null && run.damage != null) {
            runs.remove();
            throw run.damage;
        }
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
