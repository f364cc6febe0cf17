package org.rasd.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/**
 * The same records as {@link ReadStage} gives, without Spark: one after another on the thread that asks.
 *
 * <p>Several threads read disjoint parts that together are everything by {@link #part}. Fails when: an input does not
 * exist; nothing within an archive makes it fail. Cost: as of {@link ReadStage}; a record at a time in memory.
 */
public final class LocalRecords implements Iterator<RawRecord>, AutoCloseable {
    private final SliceReader reader;
    private @Nullable RawRecord ahead;
    private boolean done;

    LocalRecords(SliceReader reader) {
        this.reader = reader;
    }

    /** All records of the inputs, files in the order of their names. */
    public static LocalRecords open(ReadSettings settings, Configuration hadoop) throws IOException {
        return open(settings, hadoop, OpenedFile.Listener.NONE);
    }

    /** The same, {@code listener} being told of each file. */
    public static LocalRecords open(ReadSettings settings, Configuration hadoop, OpenedFile.Listener listener)
            throws IOException {
        List<Slice> files = new Listing(hadoop).files(settings.inputs());
        return new LocalRecords(new SliceReader(files, settings.reading(), hadoop, listener));
    }

    /** Part {@code index}, from 0, of {@code count}: each record is in exactly one part; parts are about equal. */
    public static LocalRecords part(ReadSettings settings, Configuration hadoop, int index, int count)
            throws IOException {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "Cannot read a part of an archive: part, got " + index + " of " + count + "; count from 0");
        }
        List<TaskPlan.Task> tasks =
                new TaskPlan(hadoop, settings.splitBytes(), count).tasks(new Listing(hadoop).files(settings.inputs()));
        List<Slice> mine = new ArrayList<>();
        for (int i = index; i < tasks.size(); i += count) {
            mine.addAll(tasks.get(i).slices());
        }
        return new LocalRecords(new SliceReader(mine, settings.reading(), hadoop));
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !done) {
            try {
                ahead = reader.next();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close an archive file: " + e.getMessage(), e);
            }
            done = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public RawRecord next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        RawRecord record = ahead;
        ahead = null;
        return record;
    }

    /** The records that are left, as a stream that closes this. */
    public Stream<RawRecord> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        done = true;
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close an archive file: " + e.getMessage(), e);
        }
    }
}
