package org.rasd.read;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RejectReason;

/**
 * Records of a CSV file as bytes, quoted line ends within them. A quote that is never closed costs its own line only:
 * the lines that it would swallow are looked at again.
 */
final class CsvRecords implements Closeable {
    private final LineReader lines;
    private final CsvQuotes quotes;
    private final int maxBytes;
    private final Deque<Line> again = new ArrayDeque<>();
    private List<Line> taken = new ArrayList<>();
    private long lookedAtAgain;

    /** A line as it stands, or what is wrong with it. */
    private record Line(long offset, byte[] bytes, @Nullable RejectReason reason, String detail) {}

    /** A record's bytes, or why it cannot be told. */
    record Piece(long offset, byte[] bytes, @Nullable RejectReason reason, String detail) {}

    CsvRecords(SourceFile file, char separator) {
        lines = new LineReader(file.in(), 0, Long.MAX_VALUE, file.maxRecordBytes());
        quotes = new CsvQuotes(separator);
        maxBytes = file.maxRecordBytes();
    }

    /** The next record that is not blank; null after the last. */
    @Nullable
    Piece next() throws IOException {
        Line first = line();
        while (first != null && first.reason == null && LineCursor.isBlank(first.bytes, 0, first.bytes.length)) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        taken = new ArrayList<>(List.of(first));
        if (first.reason != null) {
            return new Piece(first.offset, first.bytes, first.reason, first.detail);
        }
        return gather(first);
    }

    private Piece gather(Line first) throws IOException {
        quotes.begin();
        long size = first.bytes.length;
        CsvQuotes.End end = quotes.follow(first.bytes, 0, first.bytes.length);
        while (end == CsvQuotes.End.OPEN && size <= maxBytes) {
            Line line = line();
            if (line == null || line.reason != null) {
                end = CsvQuotes.End.MALFORMED;
                if (line != null) {
                    taken.add(line);
                }
                break;
            }
            taken.add(line);
            size += line.bytes.length + 1;
            end = quotes.follow(line.bytes, 0, line.bytes.length);
        }
        return end == CsvQuotes.End.CLOSED
                ? new Piece(first.offset, joined(), null, "")
                : onlyFirstLine("a quote is not closed, or text follows its end");
    }

    /** Gives the record taken last up but for its first line: what it took of others is read again. */
    Piece onlyFirstLine(String detail) {
        Line first = taken.get(0);
        for (int i = taken.size() - 1; i > 0; i--) {
            again.addFirst(taken.get(i));
            lookedAtAgain += taken.get(i).bytes.length;
        }
        taken = List.of(first);
        return new Piece(first.offset, first.bytes, RejectReason.BAD_RECORD, detail);
    }

    /** True where the record taken last went over several lines, and looking again at them is not too dear. */
    boolean canBeGivenUp() {
        return taken.size() > 1 && lookedAtAgain <= lines.offset() * 8 + maxBytes;
    }

    private byte[] joined() {
        if (taken.size() == 1) {
            return taken.get(0).bytes;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Line line : taken) {
            all.writeBytes(line.bytes);
            all.write('\n');
        }
        return all.toByteArray();
    }

    private @Nullable Line line() throws IOException {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        if (!lines.next()) {
            return null;
        }
        DamageException damage = lines.damage();
        if (damage != null) {
            return new Line(lines.offset(), new byte[0], damage.kind().reason(), String.valueOf(damage.getMessage()));
        }
        if (lines.isTooLong()) {
            return new Line(
                    lines.offset(),
                    new byte[0],
                    RejectReason.TOO_LARGE,
                    lines.size() + " bytes; the cap is " + maxBytes);
        }
        byte[] bytes = lines.buffer();
        int from = lines.from();
        boolean marked = lines.offset() == 0 && LineCursor.hasByteOrderMark(bytes, from, lines.length());
        return new Line(
                lines.offset(), Arrays.copyOfRange(bytes, marked ? from + 3 : from, from + lines.length()), null, "");
    }

    long offset() {
        return lines.offset();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
