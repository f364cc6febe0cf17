package org.rasd.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/**
 * Parquet, its columns found by the profile's field paths. A record's place is the number of its row in the file. What
 * cannot be unpacked in a row group costs the rest of that group. Only columns that the profile names are read.
 */
final class ParquetSource implements ArticleSource {
    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public String defaultProfile() {
        return "default";
    }

    @Override
    public boolean recognises(Head head) {
        return head.hasAt(0, "PAR1");
    }

    @Override
    public RecordCursor open(SourceFile file) throws IOException {
        SourceFile.Stored stored = file.stored();
        if (stored == null) {
            return new Containers.OneRejected(
                    file.stripe(),
                    RawRecord.rejected(
                            file.archiveFile(),
                            0,
                            RejectReason.UNREADABLE,
                            "Parquet within a packed file cannot be read; unpack it first"));
        }
        return new Cursor(file, stored);
    }

    /** A stored file as Parquet's reader wants it. */
    private record Input(SourceFile.Stored stored) implements InputFile {
        @Override
        public long getLength() {
            return stored.size();
        }

        @Override
        public SeekableInputStream newStream() {
            return HadoopStreams.wrap(stored.in());
        }
    }

    private static final class Cursor implements RecordCursor {
        private final SourceFile file;
        private final RecordBuilder builder;
        private final ParquetFileReader reader;
        private final MessageType schema;
        private final List<Target> targets = new ArrayList<>();
        private final List<BlockMetaData> groups;
        private @Nullable RecordReader<Group> rows;
        private int group = -1;
        private long row;
        private long groupEnd;

        /** A place that gives a field. */
        private record Target(List<String> path, ArticleField field, int rank) {}

        Cursor(SourceFile file, SourceFile.Stored stored) throws IOException {
            this.file = file;
            this.builder = new RecordBuilder(file);
            this.reader = ParquetFileReader.open(
                    new Input(stored),
                    HadoopReadOptions.builder(new org.apache.hadoop.conf.Configuration(false))
                            .build());
            MessageType whole = reader.getFooter().getFileMetaData().getSchema();
            Set<Type> wanted = new LinkedHashSet<>();
            file.profile().fields().forEach((field, places) -> {
                for (int rank = 0; rank < places.size(); rank++) {
                    List<String> path = List.of(places.get(rank).split("\\."));
                    if (whole.containsField(path.get(0))) {
                        targets.add(new Target(path, field, rank));
                        wanted.add(whole.getType(path.get(0)));
                    }
                }
            });
            this.schema = new MessageType(whole.getName(), List.copyOf(wanted));
            this.groups = reader.getFooter().getBlocks();
            reader.setRequestedSchema(schema);
        }

        @Override
        public @Nullable RawRecord next() throws IOException {
            while (row < groupEnd || group + 1 < groups.size()) {
                if (row < groupEnd) {
                    return record();
                }
                group++;
                groupEnd = row + groups.get(group).getRowCount();
                if (!file.stripe().takes(group)) {
                    reader.skipNextRowGroup();
                    row = groupEnd;
                }
            }
            return null;
        }

        private RawRecord record() {
            long at = row++;
            try {
                if (rows == null) {
                    rows = open();
                }
                RawRecord record = record(at, rows.read());
                rows = row < groupEnd ? rows : null;
                return record;
            } catch (IOException | RuntimeException e) {
                rows = null;
                long lost = groupEnd - at;
                row = groupEnd;
                return RawRecord.rejected(
                        file.archiveFile(),
                        at,
                        RejectReason.TRUNCATED,
                        lost + " rows of a row group cannot be read: " + e.getMessage());
            }
        }

        private RecordReader<Group> open() throws IOException {
            PageReadStore pages = reader.readNextRowGroup();
            return new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
        }

        private RawRecord record(long at, Group values) {
            FieldMap.Values fields = new FieldMap.Values();
            long chars = 0;
            for (Target target : targets) {
                String text = ParquetText.at(values, target.path).orElse("");
                chars += text.length();
                if (!text.isBlank()) {
                    fields.put(target.field, target.rank, text);
                }
            }
            return chars <= file.maxRecordBytes()
                    ? builder.build(at, fields, null)
                    : RawRecord.rejected(
                            file.archiveFile(),
                            at,
                            RejectReason.TOO_LARGE,
                            chars + " characters; the cap is " + file.maxRecordBytes());
        }

        @Override
        public long offset() {
            return row;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
