package org.rasd.publish;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.rasd.lang.Sha256;
import org.rasd.publish.Manifest.PublishedFile;

/**
 * Names a staged file by its bytes and tells its rows, size and checksum; runs on executors. Cost: one read, and one copy
 * where its footer was out of order.
 */
final class FileFinisher {
    private static final int HASH_LETTERS = 16;

    /**
     * A file as Spark wrote it.
     *
     * @param location where it is
     * @param folder where it will be published, relative to the warehouse
     * @param number of the file in its folder
     */
    record Written(String location, String folder, int number) {}

    private final SerializableConfiguration configuration;

    FileFinisher(SerializableConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Finishes {@code written}. */
    PublishedFile finish(Written written) throws IOException {
        Path path = new Path(written.location());
        FileSystem files = plain(path.getFileSystem(configuration.value()));
        ParquetFooter footer = ParquetFooter.read(files, path);
        String sha256 = sha256(files, path, footer);
        long bytes = footer.begin() + footer.sorted().length;
        String name =
                String.format(Locale.ROOT, "part-%05d-%s.parquet", written.number(), sha256.substring(0, HASH_LETTERS));
        place(files, path, new Path(path.getParent(), name), footer);
        files.delete(new Path(path.getParent(), "." + path.getName() + ".crc"), false);
        return new PublishedFile(written.folder() + "/" + name, footer.rows(), bytes, sha256);
    }

    /** Hadoop's local files carry checksum files beside them, which users would stumble over. */
    private static FileSystem plain(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /** Moves the file, or writes it anew where its footer was out of order. */
    private static void place(FileSystem files, Path path, Path finished, ParquetFooter footer) throws IOException {
        if (Arrays.equals(footer.found(), footer.sorted())) {
            if (!files.rename(path, finished)) {
                throw new IOException("Cannot rename " + path + " to " + finished.getName());
            }
            return;
        }
        try (OutputStream out = files.create(finished, false)) {
            each(files, path, footer, out::write);
        }
        files.delete(path, false);
    }

    private static String sha256(FileSystem files, Path path, ParquetFooter footer) throws IOException {
        MessageDigest digest = Sha256.digest();
        each(files, path, footer, digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The bytes of the file up to its footer, and the footer in order. */
    private static void each(FileSystem files, Path path, ParquetFooter footer, Sink sink) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = files.open(path)) {
            long left = footer.begin();
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException("Cannot read " + path + ": it ended before its footer");
                }
                sink.take(buffer, 0, n);
                left -= n;
            }
        }
        sink.take(footer.sorted(), 0, footer.sorted().length);
    }

    private interface Sink {
        void take(byte[] bytes, int from, int length) throws IOException;
    }
}
