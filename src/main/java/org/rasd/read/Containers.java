package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;

/**
 * Opens a stored file: unpacks gzip (one or many members) and tar as deep as they are nested, tells the format by the
 * unpacked content, and hands over to its source.
 */
final class Containers {
    private static final int MAX_DEPTH = 4;

    private final Reading reading;
    private final OpenedFile.Listener listener;

    Containers(Reading reading, OpenedFile.Listener listener) {
        this.reading = reading;
        this.listener = listener;
    }

    /** The records of {@code slice}, whose stored bytes {@code in} gives. */
    RecordCursor open(Slice slice, InputStream in) throws IOException {
        return open(
                slice,
                new Unpacked(slice.archiveFile(), in, slice.stripe(), Instant.ofEpochMilli(slice.modifiedAtMillis())),
                0);
    }

    /** A stream on its way through the containers. */
    record Unpacked(String name, InputStream in, Stripe stripe, Instant modifiedAt) {}

    RecordCursor open(Slice slice, Unpacked file, int depth) throws IOException {
        if (slice.begin() > 0) {
            return source(slice, file, Formats.named(slice.format()));
        }
        HeadStream in = new HeadStream(file.in());
        Head head = in.head();
        Unpacked here = new Unpacked(file.name(), in, file.stripe(), file.modifiedAt());
        if (depth < MAX_DEPTH && head.hasAt(0, "\u001F\u008B\b")) {
            return open(
                    slice, new Unpacked(file.name(), new GzipStream(in), file.stripe(), file.modifiedAt()), depth + 1);
        }
        if (depth < MAX_DEPTH && head.hasAt(257, "ustar")) {
            return new TarCursor(this, slice, here, new TarArchiveInputStream(in, "UTF-8"), depth + 1);
        }
        Optional<ArticleSource> source = slice.format().equals(InputSpec.AUTO)
                ? Formats.recognise(head)
                : Optional.of(Formats.named(slice.format()));
        if (source.isPresent()) {
            return source(slice, here, source.get());
        }
        if (depth < MAX_DEPTH && head.holds("\u001F\u008B\b")) {
            // Its first member is broken; others may be whole.
            return unpacked(slice, here, depth);
        }
        in.close();
        return new OneRejected(
                file.stripe(),
                RawRecord.rejected(file.name(), 0, RejectReason.UNKNOWN_FORMAT, "content is in no format known"));
    }

    private RecordCursor unpacked(Slice slice, Unpacked file, int depth) throws IOException {
        return open(
                slice,
                new Unpacked(file.name(), new GzipStream(file.in()), file.stripe(), file.modifiedAt()),
                depth + 1);
    }

    private RecordCursor source(Slice slice, Unpacked file, ArticleSource source) throws IOException {
        String name = slice.profile();
        Profile profile = reading.profile(name == null ? source.defaultProfile() : name);
        listener.opened(new OpenedFile(file.name(), source.format(), profile.name()));
        return source.open(new SourceFile(
                file.name(),
                source.isManyInText() ? narrow(file.in()) : file.in(),
                slice.begin(),
                slice.end(),
                file.stripe(),
                file.modifiedAt(),
                stored(slice, file.in()),
                profile,
                (int) reading.maxRecordBytes()));
    }

    /** Where records are told apart by bytes UTF-16 has to become UTF-8 first. */
    private static InputStream narrow(InputStream in) {
        Optional<Charset> wide = in instanceof HeadStream stream ? stream.head().wide() : Optional.empty();
        if (wide.isPresent()) {
            return new HeadStream(
                    new ReaderInputStream(new InputStreamReader(in, wide.get()), StandardCharsets.UTF_8, 1 << 14));
        }
        return in;
    }

    private static SourceFile.@Nullable Stored stored(Slice slice, InputStream in) {
        return in instanceof HeadStream stream && stream.below() instanceof FSDataInputStream stored
                ? new SourceFile.Stored(stored, slice.size())
                : null;
    }

    /** A cursor over one record that says why there is no other. */
    static final class OneRejected implements RecordCursor {
        private @Nullable RawRecord record;

        /** Of the tasks that share a file one tells. */
        OneRejected(Stripe stripe, RawRecord record) {
            this.record = stripe.takes(0) ? record : null;
        }

        @Override
        public @Nullable RawRecord next() {
            RawRecord given = record;
            record = null;
            return given;
        }

        @Override
        public long offset() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
