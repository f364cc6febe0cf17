package org.rasd.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.read.CaptureHead.BadHeadException;
import org.rasd.read.CaptureHead.Kind;

/**
 * The captures of a WARC or ARC file. What is broken is told as one rejected record, and reading goes on where the next
 * head stands: behind garbage, behind a member that cannot be unpacked, or within a record whose length leads too far.
 *
 * <p>Records about the crawl (warcinfo, request, metadata) are no records of a run. Places: in a file packed record by
 * record the stored byte of the member, as indexes of captures have it; else the byte in the unpacked file.
 */
final class CaptureCursor implements RecordCursor {
    private static final int MAX_TRAILER_BYTES = 64;

    private final SourceFile file;
    private final CaptureFormat format;
    private final CaptureInput in;
    private final CapturePage page;
    private byte[] block = new byte[1 << 16];
    private int size;
    private long readAgain;
    private long units;
    private long offset = -1;
    private long member;
    private Places places = Places.FIRST;
    private @Nullable DamageException waiting;

    private enum Places {
        FIRST,
        UNDECIDED,
        STORED,
        UNPACKED
    }

    CaptureCursor(SourceFile file, CaptureFormat format) {
        this.file = file;
        this.format = format;
        this.in = new CaptureInput(file.members());
        this.page = new CapturePage(file);
    }

    /** What stands at a place: a capture whose block is held, or what is wrong with it; neither for what is no record. */
    private record Found(
            @Nullable CaptureHead head, @Nullable RawRecord rejected) {
        static final Found NOTHING = new Found(null, null);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            Found found = find();
            if (found == null) {
                return null;
            }
            if ((found.head != null || found.rejected != null) && file.stripe().takes(units++)) {
                return found.head == null ? found.rejected : page.record(offset, found.head, block, size);
            }
        }
    }

    private @Nullable Found find() throws IOException {
        CaptureHead head;
        try {
            if (waiting != null) {
                DamageException told = waiting;
                waiting = null;
                throw told;
            }
            while (isBlank(in.peek())) {
                in.take();
            }
            if (in.peek() < 0) {
                return null;
            }
            place();
            if (!format.begins(in.ahead(CaptureFormat.LOOK_AHEAD))) {
                return rejected(null, RejectReason.BAD_RECORD, "no record begins here; passed over: " + passOver());
            }
            head = format.head(in);
        } catch (DamageException e) {
            placeOf(e);
            return damaged(null, e);
        } catch (BadHeadException e) {
            return rejected(null, RejectReason.BAD_RECORD, e.getMessage() + "; passed over: " + passOver());
        }
        return head.length() > file.maxRecordBytes() ? large(head) : held(head);
    }

    private static boolean isBlank(int b) {
        return b == '\n' || b == '\r' || b == ' ' || b == '\t';
    }

    private void place() {
        member = in.member();
        if (places == Places.UNDECIDED) {
            places = in.beginsMember() && member > 0 ? Places.STORED : Places.UNPACKED;
        }
        offset = Math.max(offset + 1, places == Places.STORED ? member : in.position());
        places = places == Places.FIRST ? Places.UNDECIDED : places;
    }

    private void placeOf(DamageException e) {
        offset = Math.max(offset + 1, places == Places.UNPACKED ? in.position() : e.member());
        places = places == Places.FIRST ? Places.UNDECIDED : places;
    }

    /** Goes to where the next record begins; tells how many bytes were left behind. */
    private String passOver() throws IOException {
        long from = in.position();
        if (waiting != null) {
            return "0 bytes";
        }
        try {
            while (!standsAtHead() && in.skipInLine(Long.MAX_VALUE) >= 0) {
                // Looks on.
            }
        } catch (DamageException e) {
            waiting = e;
        }
        return in.position() - from + " bytes";
    }

    /** True where a line or a member begins with a head. */
    private boolean standsAtHead() throws IOException {
        return format.mayBegin(in.peek())
                && (in.beginsMember() || in.lineBegins())
                && format.begins(in.ahead(CaptureFormat.LOOK_AHEAD));
    }

    /** A record over the cap: its bytes are let go as they come. */
    private Found large(CaptureHead head) throws IOException {
        long left = head.length();
        boolean nested =
                head.mediaType().contains("warc") || String.valueOf(head.url()).contains("arc");
        try {
            while (left > 0) {
                int first = in.peek();
                if (first < 0) {
                    return truncated(head, head.length() - left);
                }
                if ((in.beginsMember() || in.lineBegins() && !nested)
                        && format.mayBegin(first)
                        && format.surelyBegins(in.ahead(CaptureFormat.LOOK_AHEAD))) {
                    return tooLong(head);
                }
                left -= in.skipInLine(left);
            }
        } catch (DamageException e) {
            if (e.kind() != DamageException.Kind.BOMB) {
                return damaged(head, e);
            }
        }
        return head.kind() == Kind.ABOUT
                ? Found.NOTHING
                : rejected(head, RejectReason.TOO_LARGE, head.length() + " bytes; the cap is " + file.maxRecordBytes());
    }

    private Found held(CaptureHead head) throws IOException {
        size = 0;
        try {
            hold((int) head.length());
        } catch (DamageException e) {
            return damaged(head, e);
        }
        int end = size;
        Closing closing;
        try {
            closing = closing();
        } catch (DamageException e) {
            if (e.kind() == DamageException.Kind.CHECKSUM && e.member() == member) {
                return damaged(head, e);
            }
            waiting = e;
            closing = Closing.SURE;
        }
        boolean whole = end == head.length();
        if (whole && closing == Closing.SURE) {
            return whole(head, end);
        }
        if (holdsNextHead(end)) {
            return tooLong(head);
        }
        if (whole && closing == Closing.LINE_ENDS) {
            return whole(head, end);
        }
        return whole ? tooShort(head) : truncated(head, end);
    }

    private Found whole(CaptureHead head, int end) {
        size = end;
        return head.kind() == Kind.ABOUT ? Found.NOTHING : new Found(head, null);
    }

    /** True where the block runs into the next record: what it took of that is put back. */
    private boolean holdsNextHead(int end) throws IOException {
        int known = size;
        takeMore();
        int inside = nextHead(end);
        int from = inside < 0 ? known : inside;
        in.putBack(block, from, size, member);
        readAgain += size - from;
        size = known;
        return inside >= 0;
    }

    /** A length that ends within its block: where the server's own length agrees with what is there, that counts. */
    private Found tooShort(CaptureHead head) throws IOException {
        try {
            while (!standsAtHead() && size < file.maxRecordBytes()) {
                block = size < block.length ? block : Arrays.copyOf(block, block.length * 2);
                int n = in.readInLine(block, size, block.length - size);
                if (n < 0) {
                    break;
                }
                size += n;
            }
        } catch (DamageException e) {
            waiting = e;
        }
        int end = size;
        while (end > 0 && end > size - MAX_TRAILER_BYTES && isBlank(block[end - 1])) {
            end--;
        }
        Optional<HttpMessage> http = HttpMessage.parse(block, end);
        OptionalInt whole = http.map(HttpMessage::end).orElse(OptionalInt.empty());
        if (whole.isPresent() && whole.getAsInt() >= end && whole.getAsInt() <= size) {
            size = whole.getAsInt();
            return new Found(head, null);
        }
        return rejected(
                head,
                RejectReason.BAD_RECORD,
                "its length, " + head.length() + ", ends within it; passed over: " + passOver());
    }

    /** Takes the block into memory, up to a member that begins with a record of its own. */
    private void hold(int length) throws IOException {
        while (size < length) {
            int first = in.peek();
            if (first < 0
                    || in.beginsMember()
                            && format.mayBegin(first)
                            && format.surelyBegins(in.ahead(CaptureFormat.LOOK_AHEAD))) {
                return;
            }
            if (size == block.length) {
                block = Arrays.copyOf(block, (int) Math.min(block.length * 2L, file.maxRecordBytes() + 1L));
            }
            size += in.read(block, size, Math.min(length, block.length) - size);
        }
    }

    /** Whether a block ends where its length says. */
    private enum Closing {
        /** The file ends there, or the next record begins. */
        SURE,
        /** The line ends that close a record stand there, then something else. */
        LINE_ENDS,
        /** It does not. */
        NOT
    }

    /** Takes the line ends behind a block, and looks at what follows. */
    private Closing closing() throws IOException {
        int lineEnds = 0;
        for (int i = 0; i < MAX_TRAILER_BYTES && isBlank(in.peek()); i++) {
            if (size == block.length) {
                block = Arrays.copyOf(block, size + MAX_TRAILER_BYTES);
            }
            block[size] = (byte) in.peek();
            lineEnds += block[size++] == '\n' ? 1 : 0;
            in.take();
        }
        if (in.peek() < 0 || standsAtHead()) {
            return Closing.SURE;
        }
        return format.closes(lineEnds) ? Closing.LINE_ENDS : Closing.NOT;
    }

    /** Takes some of what follows in this member: a head may begin within the block and end behind it. */
    private void takeMore() throws IOException {
        int most = size + CaptureFormat.LOOK_AHEAD;
        block = block.length < most ? Arrays.copyOf(block, most) : block;
        try {
            while (size < most && in.peek() >= 0 && !in.beginsMember()) {
                size += in.read(block, size, most - size);
            }
        } catch (DamageException e) {
            in.putBack(e);
        }
    }

    /** Where in the block another record's head stands; -1 where there is none, or too much was read again already. */
    private int nextHead(int end) {
        if (readAgain > in.position() * 4 + file.maxRecordBytes()) {
            return -1;
        }
        for (int i = 0; i < end; i++) {
            if (block[i] == '\n' && i + 1 < end && format.mayBegin(block[i + 1] & 0xFF)) {
                int to = Math.min(size, i + 1 + CaptureFormat.LOOK_AHEAD);
                String ahead = new String(block, i + 1, to - i - 1, java.nio.charset.StandardCharsets.ISO_8859_1);
                if (format.begins(ahead)) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private Found tooLong(CaptureHead head) {
        return rejected(head, RejectReason.BAD_RECORD, "its length, " + head.length() + ", leads into the next record");
    }

    private Found truncated(CaptureHead head, long there) {
        return rejected(head, RejectReason.TRUNCATED, there + " of " + head.length() + " bytes are there");
    }

    private Found damaged(@Nullable CaptureHead head, DamageException e) {
        return rejected(head, e.kind().reason(), String.valueOf(e.getMessage()));
    }

    private Found rejected(@Nullable CaptureHead head, RejectReason reason, String detail) {
        return new Found(
                null,
                RawRecord.rejected(
                        file.archiveFile(),
                        offset,
                        reason,
                        detail,
                        head == null ? null : head.url(),
                        head == null ? null : head.capturedAt()));
    }

    @Override
    public long offset() {
        return offset + 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
