package org.rasd.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk, which takes so many bytes more and then fails as a full one does, or one that may not be written. */
public final class FullDisk extends RawLocalFileSystem {
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicReference<String> FAILURE = new AtomicReference<>("");

    /** The scheme by which {@link #install} makes it known: of one that renames. */
    static final String SCHEME = "webhdfs";

    static void install(Configuration hadoop) {
        hadoop.set("fs." + SCHEME + ".impl", FullDisk.class.getName());
        hadoop.set("fs.AbstractFileSystem." + SCHEME + ".impl", Context.class.getName());
    }

    /** The same for Hadoop's other interface to files. */
    public static final class Context extends DelegateToFileSystem {
        /** As Hadoop makes it. */
        public Context(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, new FullDisk(), configuration, SCHEME, false);
        }
    }

    /** From now on {@code bytes} more are taken, then each write fails with {@code failure}. */
    static void allow(long bytes, String failure) {
        LEFT.set(bytes);
        FAILURE.set(failure);
    }

    static void allowAll() {
        LEFT.set(Long.MAX_VALUE);
    }

    private static void take(int bytes) throws IOException {
        if (LEFT.addAndGet(-bytes) < 0) {
            LEFT.addAndGet(bytes);
            throw new IOException(FAILURE.get());
        }
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long blockSize, Progressable progress)
            throws IOException {
        take(1);
        return limited(super.create(path, overwrite, buffer, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        take(1);
        return limited(super.create(path, permission, overwrite, buffer, replication, blockSize, progress));
    }

    /** What a file took is free again. */
    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        FileStatus[] alone = exists(path) ? listStatus(path) : new FileStatus[0];
        long bytes = alone.length == 1 && alone[0].isFile() ? alone[0].getLen() : 0;
        LEFT.updateAndGet(left -> left > Long.MAX_VALUE - bytes ? left : left + bytes);
        return super.delete(path, recursive);
    }

    /** Plain ones: those of the local disk look up rights by the scheme file. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return plain(super.getFileStatus(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        return Arrays.stream(super.listStatus(path)).map(FullDisk::plain).toArray(FileStatus[]::new);
    }

    private static FileStatus plain(FileStatus status) {
        return new FileStatus(
                status.getLen(),
                status.isDirectory(),
                1,
                status.getBlockSize(),
                status.getModificationTime(),
                status.getPath());
    }

    private static FSDataOutputStream limited(OutputStream out) throws IOException {
        return new FSDataOutputStream(
                new FilterOutputStream(out) {
                    @Override
                    public void write(int one) throws IOException {
                        take(1);
                        out.write(one);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        take(length);
                        out.write(bytes, from, length);
                    }
                },
                null);
    }
}
