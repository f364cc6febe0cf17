package org.rasd.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, with the lists in it that have no order of their own put into one.
 *
 * <p>Parquet's writer keeps a column's encodings in a hash set of enum constants, whose order differs from one process to
 * the next: the same rows would give other bytes.
 *
 * @param rows of the file
 * @param begin where the footer begins in the file
 * @param found the footer with its length and the magic number, as written
 * @param sorted the same in order
 */
record ParquetFooter(long rows, long begin, byte[] found, byte[] sorted) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /** Reads the footer of {@code path}. */
    static ParquetFooter read(FileSystem files, Path path) throws IOException {
        long length = files.getFileStatus(path).getLen();
        try (FSDataInputStream in = files.open(path)) {
            byte[] tail = new byte[TAIL];
            in.readFully(length - TAIL, tail);
            int size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            byte[] found = new byte[size + TAIL];
            long begin = length - TAIL - size;
            in.readFully(begin, found);
            FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(found, 0, size));
            return new ParquetFooter(meta.getNum_rows(), begin, found, bytes(sorted(meta)));
        }
    }

    private static FileMetaData sorted(FileMetaData meta) {
        for (RowGroup group : meta.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData column = chunk.getMeta_data();
                List<Encoding> encodings = new ArrayList<>(column.getEncodings());
                encodings.sort(Comparator.comparingInt(Encoding::getValue));
                column.setEncodings(encodings);
                if (column.isSetEncoding_stats()) {
                    List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
                    stats.sort(Comparator.comparingInt((PageEncodingStats one) ->
                                    one.getPage_type().getValue())
                            .thenComparingInt(one -> one.getEncoding().getValue()));
                    column.setEncoding_stats(stats);
                }
            }
        }
        return meta;
    }

    /** The footer as it stands at a file's end. */
    static byte[] bytes(FileMetaData meta) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeFileMetaData(meta, out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(out.size())
                .array());
        out.write(MAGIC);
        return out.toByteArray();
    }
}
