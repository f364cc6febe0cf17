package org.rasd.table;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import net.jpountz.lz4.LZ4BlockInputStream;
import net.jpountz.lz4.LZ4BlockOutputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/** Rows that one task writes down for a later one: in Spark's own bytes, in order, lightly packed. */
public final class RowFile {
    private static final int BLOCK = 1 << 16;
    private static final int END = -1;

    private RowFile() {}

    /** Writes rows of one schema. */
    public static final class Writer implements AutoCloseable {
        private final DataOutputStream out;
        private final UnsafeProjection projection;

        /** Writes to {@code out}, which is closed with the writer. */
        public Writer(OutputStream out, StructType schema) {
            this.out = new DataOutputStream(new LZ4BlockOutputStream(new BufferedOutputStream(out, BLOCK), BLOCK));
            this.projection = UnsafeProjection.create(schema);
        }

        /** Appends {@code row}. */
        public void write(InternalRow row) throws IOException {
            byte[] bytes = projection.apply(row).getBytes();
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            out.writeInt(END);
            out.close();
        }
    }

    /** The rows of {@code in}, which is closed after the last; each row is good until the next. */
    public static Iterator<UnsafeRow> read(InputStream in, StructType schema) {
        return new Reader(new DataInputStream(new LZ4BlockInputStream(in)), schema.length());
    }

    private static final class Reader implements Iterator<UnsafeRow> {
        private final DataInputStream in;
        private final UnsafeRow row;
        private byte[] bytes = new byte[1 << 10];
        private int ahead;

        Reader(DataInputStream in, int fields) {
            this.in = in;
            this.row = new UnsafeRow(fields);
            this.ahead = length();
        }

        private int length() {
            try {
                int length = in.readInt();
                if (length == END) {
                    in.close();
                }
                return length;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read rows of an earlier task", e);
            }
        }

        @Override
        public boolean hasNext() {
            return ahead != END;
        }

        @Override
        public UnsafeRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                if (bytes.length < ahead) {
                    bytes = new byte[2 * ahead];
                }
                in.readFully(bytes, 0, ahead);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read rows of an earlier task", e);
            }
            row.pointTo(bytes, ahead);
            ahead = length();
            return row;
        }
    }
}
