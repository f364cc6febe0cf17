package org.rasd.read;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/**
 * CSV with a header, or with the columns that the profile names: quotes after RFC 4180, line ends within them too.
 *
 * <p>A record with more or fewer columns than the header is rejected. The encoding is UTF-8, or what the file's first
 * bytes show.
 */
final class CsvSource implements ArticleSource {
    private static final String SEPARATORS = ",;\t|";
    private static final int MAX_NAME_LENGTH = 40;
    private static final int KNOWN_NAMES_NEEDED = 2;
    /** Names of columns by which a header is known; others may stand beside them. */
    private static final Set<String> KNOWN_NAMES = Set.of(
            "url",
            "link",
            "title",
            "headline",
            "body",
            "text",
            "content",
            "article",
            "published",
            "published_at",
            "date",
            "publish_date",
            "pubdate",
            "time",
            "id",
            "source",
            "author",
            "language",
            "lang",
            "summary",
            "description",
            "category",
            "updated",
            "العنوان",
            "النص",
            "التاريخ",
            "المصدر",
            "الرابط",
            "المحتوى",
            "الكاتب");

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String defaultProfile() {
        return "default";
    }

    @Override
    public boolean isManyInText() {
        return true;
    }

    @Override
    public boolean recognises(Head head) {
        String line = header(head);
        List<String> names = names(line, separator(line));
        Set<String> distinct = new HashSet<>(names);
        return names.size() >= KNOWN_NAMES_NEEDED
                && distinct.size() == names.size()
                && names.stream().allMatch(name -> !name.isEmpty() && name.length() <= MAX_NAME_LENGTH)
                && names.stream().filter(KNOWN_NAMES::contains).count() >= KNOWN_NAMES_NEEDED;
    }

    private static String header(Head head) {
        List<String> lines = head.lines(1);
        return lines.isEmpty()
                ? ""
                : new String(lines.get(0).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The separator that stands most often in {@code line}. */
    static char separator(String line) {
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS.toCharArray()) {
            long count = line.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    private static List<String> names(String line, char separator) {
        String[] cells = parser(separator, 1 << 16).parseLine(line);
        return cells == null
                ? List.of()
                : Arrays.stream(cells).map(CsvSource::name).toList();
    }

    private static String name(@Nullable String cell) {
        return cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
    }

    private static CsvParser parser(char separator, int maxChars) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setCommentProcessingEnabled(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(maxChars);
        settings.setMaxColumns(1 << 12);
        return new CsvParser(settings);
    }

    @Override
    public RecordCursor open(SourceFile file) throws IOException {
        return new Cursor(file);
    }

    private static final class Cursor implements RecordCursor {
        private final SourceFile file;
        private final RecordBuilder builder;
        private final CsvRecords records;
        private final CsvParser parser;
        private final @Nullable Charset charset;
        private final List<Target> targets = new ArrayList<>();
        private int columns;
        private boolean headerRead;
        private long units;
        private long offset;

        /** A column that gives a field. */
        private record Target(int column, ArticleField field, int rank) {}

        Cursor(SourceFile file) {
            this.file = file;
            this.builder = new RecordBuilder(file);
            Head head = file.head();
            CsvLayout layout = file.profile().csv();
            Character stated = layout.separator();
            char separator = stated == null ? separator(CsvSource.header(head)) : stated;
            this.records = new CsvRecords(file, separator);
            this.parser = parser(separator, file.maxRecordBytes() + 1);
            this.charset = TextDecoder.charset(head.bytes()).orElse(null);
            if (!layout.columns().isEmpty()) {
                header(layout.columns());
            }
        }

        private void header(List<String> names) {
            headerRead = true;
            columns = names.size();
            List<String> plain = names.stream().map(CsvSource::name).toList();
            file.profile().fields().forEach((field, places) -> {
                for (int rank = 0; rank < places.size(); rank++) {
                    int column = plain.indexOf(name(places.get(rank)));
                    if (column >= 0) {
                        targets.add(new Target(column, field, rank));
                    }
                }
            });
        }

        @Override
        public @Nullable RawRecord next() throws IOException {
            for (CsvRecords.Piece piece = records.next(); piece != null; piece = records.next()) {
                offset = piece.offset();
                RawRecord record = record(piece);
                if (record != null && file.stripe().takes(units++)) {
                    return record;
                }
            }
            return null;
        }

        private @Nullable RawRecord record(CsvRecords.Piece piece) {
            if (piece.reason() != null) {
                return RawRecord.rejected(file.archiveFile(), piece.offset(), piece.reason(), piece.detail());
            }
            Optional<String> text = text(piece.bytes());
            if (text.isEmpty()) {
                return rejected(piece, RejectReason.BAD_ENCODING, piece.bytes().length + " bytes in no known encoding");
            }
            String[] cells = parser.parseLine(text.get());
            if (!headerRead) {
                header(
                        cells == null
                                ? List.of()
                                : Arrays.stream(cells).map(CsvSource::name).toList());
                return null;
            }
            int found = cells == null ? 0 : cells.length;
            if (cells == null || !fits(cells)) {
                String detail = found + " columns; " + columns + " are named";
                return records.canBeGivenUp()
                        ? rejected(records.onlyFirstLine(detail), RejectReason.BAD_RECORD, detail)
                        : rejected(piece, RejectReason.BAD_RECORD, detail);
            }
            FieldMap.Values values = new FieldMap.Values();
            for (Target target : targets) {
                String cell = target.column < found ? cells[target.column] : null;
                if (cell != null && !cell.isBlank()) {
                    values.put(target.field, target.rank, cell);
                }
            }
            return builder.build(piece.offset(), values, null);
        }

        /** As many cells as columns; empty ones at the end may be more. */
        private boolean fits(String[] cells) {
            return cells.length >= columns
                    && Arrays.stream(cells, columns, cells.length).allMatch(cell -> cell == null || cell.isBlank());
        }

        private Optional<String> text(byte[] bytes) {
            if (charset != null && !TextDecoder.isStrict(bytes, 0, bytes.length, StandardCharsets.UTF_8)) {
                return TextDecoder.readable(new String(bytes, charset));
            }
            return TextDecoder.decode(bytes, 0, bytes.length);
        }

        private RawRecord rejected(CsvRecords.Piece piece, RejectReason reason, String detail) {
            return RawRecord.rejected(file.archiveFile(), piece.offset(), reason, detail);
        }

        @Override
        public long offset() {
            return offset + 1;
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
