package org.rasd.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The block of one record in memory, and what is found about its end; the memory serves for record after record. */
final class CaptureBlock {
    private static final int MAX_TRAILER_BYTES = 64;

    private final CaptureInput in;
    private final CaptureFormat format;
    private final int maxBytes;
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int end;
    private long readAgain;

    /** Whether a block ends where its length says. */
    enum Closing {
        /** The file ends there, or the next record begins. */
        SURE,
        /** The line ends that close a record stand there, then something else. */
        LINE_ENDS,
        /** It does not. */
        NOT
    }

    CaptureBlock(CaptureInput in, CaptureFormat format, int maxBytes) {
        this.in = in;
        this.format = format;
        this.maxBytes = maxBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes of the block. */
    int size() {
        return end;
    }

    /** Takes {@code length} bytes, or less where the file ends or a member begins with a record of its own. */
    void take(int length) throws IOException {
        size = 0;
        end = 0;
        while (size < length) {
            int first = in.peek();
            if (first < 0 || in.beginsMember() && surelyBegins(first)) {
                return;
            }
            room(1);
            size += in.read(bytes, size, Math.min(length, bytes.length) - size);
            end = size;
        }
    }

    private boolean surelyBegins(int first) throws IOException {
        return format.mayBegin(first) && format.surelyBegins(in.ahead(CaptureFormat.LOOK_AHEAD));
    }

    private void room(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, (int) Math.min(bytes.length * 2L, maxBytes + 1L)));
        }
    }

    /** Takes the line ends behind the block, and looks at what follows. */
    Closing closing() throws IOException {
        int lineEnds = 0;
        for (int i = 0; i < MAX_TRAILER_BYTES && CaptureInput.isBlank(in.peek()); i++) {
            room(1);
            bytes[size] = (byte) in.peek();
            lineEnds += bytes[size++] == '\n' ? 1 : 0;
            in.take();
        }
        if (in.peek() < 0 || format.isAt(in)) {
            return Closing.SURE;
        }
        return format.closes(lineEnds) ? Closing.LINE_ENDS : Closing.NOT;
    }

    /** True where the block runs into the next record: what it took of that is put back. */
    boolean holdsNextHead(long member) throws IOException {
        int known = size;
        takeMore();
        int inside = nextHead();
        int from = inside < 0 ? known : inside;
        in.putBack(bytes, from, size, member);
        readAgain += size - from;
        size = known;
        return inside >= 0;
    }

    /** Takes some of what follows in this member: a head may begin within the block and end behind it. */
    private void takeMore() throws IOException {
        int most = size + CaptureFormat.LOOK_AHEAD;
        room(CaptureFormat.LOOK_AHEAD);
        try {
            while (size < most && in.peek() >= 0 && !in.beginsMember()) {
                size += in.read(bytes, size, most - size);
            }
        } catch (DamageException e) {
            in.putBack(e);
        }
    }

    /** Where in the block another record's head stands; -1 where there is none, or too much was read again already. */
    private int nextHead() {
        if (readAgain > in.position() * 4 + maxBytes) {
            return -1;
        }
        for (int i = 0; i < end; i++) {
            if ((i == 0 || bytes[i - 1] == '\n') && format.mayBegin(bytes[i] & 0xFF)) {
                int length = Math.min(size - i, CaptureFormat.LOOK_AHEAD);
                if (format.begins(new String(bytes, i, length, StandardCharsets.ISO_8859_1))) {
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * Goes on to the next head, as the block ended too soon; true where the server's own length says that the block is
     * whole then.
     */
    boolean growsToItsEnd() throws IOException {
        while (!format.isAt(in) && size < maxBytes) {
            room(1);
            int n = in.readInLine(bytes, size, bytes.length - size);
            if (n < 0) {
                break;
            }
            size += n;
        }
        int text = size;
        while (text > 0 && text > size - MAX_TRAILER_BYTES && CaptureInput.isBlank(bytes[text - 1])) {
            text--;
        }
        int whole = HttpMessage.parse(bytes, text)
                .map(http -> http.end().orElse(-1))
                .orElse(-1);
        end = whole >= text && whole <= size ? whole : end;
        return end == whole;
    }
}
