package org.rasd.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.read.CaptureBlock.Closing;
import org.rasd.read.CaptureHead.BadHeadException;
import org.rasd.read.CaptureHead.Kind;

/**
 * The captures of a WARC or ARC file. What is broken is told as one rejected record, and reading goes on where the next
 * head stands: behind garbage, behind a member that cannot be unpacked, or within a record whose length leads too far.
 *
 * <p>Records about the crawl (warcinfo, request, metadata) are no records of a run.
 */
final class CaptureCursor implements RecordCursor {
    private final SourceFile file;
    private final CaptureFormat format;
    private final CaptureInput in;
    private final CaptureBlock block;
    private final CapturePage page;
    private final CapturePlaces places = new CapturePlaces();
    private long units;
    private @Nullable DamageException waiting;

    CaptureCursor(SourceFile file, CaptureFormat format) {
        this.file = file;
        this.format = format;
        this.in = new CaptureInput(file.members());
        this.block = new CaptureBlock(in, format, file.maxRecordBytes());
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
                return found.head == null
                        ? found.rejected
                        : page.record(places.offset(), found.head, block.bytes(), block.size());
            }
        }
    }

    private @Nullable Found find() throws IOException {
        CaptureHead head;
        try {
            tellWaiting();
            while (CaptureInput.isBlank(in.peek())) {
                in.take();
            }
            places.next(in);
            if (in.peek() < 0) {
                return null;
            }
            if (!format.begins(in.ahead(CaptureFormat.LOOK_AHEAD))) {
                return rejected(null, RejectReason.BAD_RECORD, "no record begins here; passed over: " + passOver());
            }
            head = format.head(in);
        } catch (DamageException e) {
            places.next(in, e);
            return damaged(null, e);
        } catch (BadHeadException e) {
            return rejected(null, RejectReason.BAD_RECORD, e.getMessage() + "; passed over: " + passOver());
        }
        return head.length() > file.maxRecordBytes() ? large(head) : held(head);
    }

    private void tellWaiting() throws DamageException {
        if (waiting != null) {
            DamageException told = waiting;
            waiting = null;
            throw told;
        }
    }

    /** Goes to where the next record begins; tells how many bytes were left behind. */
    private String passOver() throws IOException {
        long from = in.position();
        try {
            while (waiting == null && !format.isAt(in) && in.skipInLine(Long.MAX_VALUE) >= 0) {
                // Looks on.
            }
        } catch (DamageException e) {
            waiting = e;
        }
        return in.position() - from + " bytes";
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
        Closing closing;
        try {
            block.take((int) head.length());
        } catch (DamageException e) {
            return damaged(head, e);
        }
        boolean whole = block.size() == head.length();
        try {
            closing = block.closing();
        } catch (DamageException e) {
            if (e.kind() == DamageException.Kind.CHECKSUM && e.member() == places.member()) {
                return damaged(head, e);
            }
            waiting = e;
            closing = Closing.SURE;
        }
        if (whole && closing == Closing.SURE) {
            return capture(head);
        }
        if (block.holdsNextHead(places.member())) {
            return tooLong(head);
        }
        if (whole && closing == Closing.LINE_ENDS) {
            return capture(head);
        }
        return whole ? tooShort(head) : truncated(head, block.size());
    }

    private static Found capture(CaptureHead head) {
        return head.kind() == Kind.ABOUT ? Found.NOTHING : new Found(head, null);
    }

    private Found tooShort(CaptureHead head) throws IOException {
        try {
            if (block.growsToItsEnd()) {
                return capture(head);
            }
        } catch (DamageException e) {
            waiting = e;
        }
        return rejected(
                head,
                RejectReason.BAD_RECORD,
                "its length, " + head.length() + ", ends within it; passed over: " + passOver());
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
                        places.offset(),
                        reason,
                        detail,
                        head == null ? null : head.url(),
                        head == null ? null : head.capturedAt()));
    }

    @Override
    public long offset() {
        return places.offset() + 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
