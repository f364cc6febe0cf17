package org.rasd.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Brings small records with one key to one task, many of them in one array, so that a shuffle costs little more than its
 * bytes.
 *
 * <p>Cost: one shuffle; a task holds all records dealt to it in memory, so that tasks must grow in number with records.
 * The order of groups, and of records in a group, is not told.
 *
 * @param <T> the record
 */
public final class PackedShuffle<T> {
    private static final int PACK_BYTES = 1 << 15;

    private final Packing<T> packing;
    private final int tasks;

    /** A shuffle among so many tasks. */
    public PackedShuffle(Packing<T> packing, int tasks) {
        this.packing = packing;
        this.tasks = tasks;
    }

    /** How a record becomes bytes and a record again; travels to executors. */
    public interface Packing<T> extends Serializable {
        /** Writes {@code record}. */
        void write(T record, DataOutput out) throws IOException;

        /** Reads what {@link #write} wrote. */
        T read(DataInput in) throws IOException;

        /** One for a single task, which may keep what records share. */
        Packing<T> forTask();
    }

    /** The keys under which a record is needed; travels to executors. */
    public interface Keys<T> extends Serializable {
        /** One or more keys. */
        List<String> of(T record);
    }

    /** The task for a key; travels to executors. */
    public interface Place extends Serializable {
        /** A number from 0 on, under {@code tasks}. */
        int of(String key, int tasks);
    }

    /** What one group becomes; travels to executors. */
    public interface Step<T, R> extends Serializable {
        /** Gives what {@code group} becomes to {@code out}. */
        void apply(String key, List<T> group, Consumer<R> out);
    }

    /** What the groups of {@code records} become. */
    public <R> JavaRDD<R> grouped(JavaRDD<T> records, Keys<T> keys, Step<T, R> step) {
        return grouped(records, keys, PackedShuffle::spread, step);
    }

    /** The same with a say on which task gets which key. */
    public <R> JavaRDD<R> grouped(JavaRDD<T> records, Keys<T> keys, Place place, Step<T, R> step) {
        Packing<T> how = packing;
        int number = tasks;
        return records.mapPartitionsToPair(rows -> new Dealing<>(rows, keys, place, how.forTask(), number))
                .partitionBy(new HashPartitioner(number))
                .values()
                .mapPartitions(packs -> new Groups<>(unpacked(packs, how.forTask()), step));
    }

    private static int spread(String key, int tasks) {
        int mixed = key.hashCode() * 0x9E3779B1;
        return Integer.remainderUnsigned(mixed ^ (mixed >>> 15), tasks);
    }

    private static <T> Map<String, List<T>> unpacked(Iterator<byte[]> packs, Packing<T> packing) {
        Map<String, List<T>> groups = new HashMap<>();
        try {
            while (packs.hasNext()) {
                byte[] pack = packs.next();
                ByteArrayInputStream bytes = new ByteArrayInputStream(pack);
                DataInputStream in = new DataInputStream(bytes);
                while (bytes.available() > 0) {
                    String key = in.readUTF();
                    groups.computeIfAbsent(key, any -> new ArrayList<>(4)).add(packing.read(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack records of a shuffle", e);
        }
        return groups;
    }

    /** One group after another. */
    private static final class Groups<T, R> implements Iterator<R> {
        private final Iterator<Map.Entry<String, List<T>>> groups;
        private final Step<T, R> step;
        private final Deque<R> ready = new ArrayDeque<>();

        Groups(Map<String, List<T>> groups, Step<T, R> step) {
            this.groups = groups.entrySet().iterator();
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && groups.hasNext()) {
                Map.Entry<String, List<T>> group = groups.next();
                groups.remove();
                step.apply(group.getKey(), group.getValue(), ready::add);
            }
            return !ready.isEmpty();
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }

    /** Writes each record to the open pack of its task, and hands packs on as they fill. */
    private static final class Dealing<T> implements Iterator<Tuple2<Integer, byte[]>> {
        private final Iterator<T> records;
        private final Keys<T> keys;
        private final Place place;
        private final Packing<T> packing;
        private final @Nullable Open[] open;
        private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();

        private record Open(ByteArrayOutputStream bytes, DataOutputStream out) {}

        Dealing(Iterator<T> records, Keys<T> keys, Place place, Packing<T> packing, int tasks) {
            this.records = records;
            this.keys = keys;
            this.place = place;
            this.packing = packing;
            this.open = new Open[tasks];
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && records.hasNext()) {
                T record = records.next();
                keys.of(record).forEach(key -> deal(key, record));
                if (!records.hasNext()) {
                    for (int task = 0; task < open.length; task++) {
                        close(task);
                    }
                }
            }
            return !ready.isEmpty();
        }

        private void deal(String key, T record) {
            int task = place.of(key, open.length);
            Open pack = open[task];
            if (pack == null) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
                pack = new Open(bytes, new DataOutputStream(bytes));
                open[task] = pack;
            }
            try {
                pack.out().writeUTF(key);
                packing.write(record, pack.out());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot pack a record for a shuffle: " + record, e);
            }
            if (pack.bytes().size() >= PACK_BYTES) {
                close(task);
            }
        }

        private void close(int task) {
            Open pack = open[task];
            if (pack != null && pack.bytes().size() > 0) {
                ready.add(new Tuple2<>(task, pack.bytes().toByteArray()));
                pack.bytes().reset();
            }
        }

        @Override
        public Tuple2<Integer, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
