package org.rasd.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** A warehouse on any file system that Hadoop knows: HDFS with its renames, object stores file by file. */
final class HadoopStore implements Store {
    private final FileSystem files;
    private final Path root;
    private final Swapping swapping;
    private final Configuration configuration;

    private HadoopStore(FileSystem files, Path root, Swapping swapping, Configuration configuration) {
        this.files = files;
        this.root = root;
        this.swapping = swapping;
        this.configuration = configuration;
    }

    static HadoopStore open(String location, Configuration configuration) throws IOException {
        Path root = new Path(location);
        FileSystem files = root.getFileSystem(configuration);
        boolean renames = List.of("hdfs", "viewfs", "webhdfs", "abfs", "abfss", "ofs", "file")
                .contains(files.getScheme());
        return new HadoopStore(
                files, files.makeQualified(root), renames ? Swapping.FOLDER : Swapping.FILE, configuration);
    }

    @Override
    public Swapping swapping() {
        return swapping;
    }

    @Override
    public String locate(String path) {
        return at(path).toString();
    }

    @Override
    public boolean exists(String path) throws IOException {
        return files.exists(at(path));
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        try {
            return Arrays.stream(files.listStatus(at(path)))
                    .map(status -> new Entry(status.getPath().getName(), status.isDirectory(), status.getLen()))
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    @Override
    public List<String> files(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        if (exists(folder)) {
            int prefix = root.toUri().getPath().length() + 1;
            RemoteIterator<LocatedFileStatus> statuses = files.listFiles(at(folder), true);
            while (statuses.hasNext()) {
                found.add(statuses.next().getPath().toUri().getPath().substring(prefix));
            }
        }
        return found.stream().sorted().toList();
    }

    @Override
    public byte[] read(String path) throws IOException {
        try (FSDataInputStream in = files.open(at(path))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void copyTo(String path, java.nio.file.Path target) throws IOException {
        try (FSDataInputStream in = files.open(at(path))) {
            Files.copy(in, target);
        }
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Path target = at(path);
        if (swapping == Swapping.FILE) {
            put(target, bytes); // an object appears whole when the stream is closed
            return;
        }
        Path temporary = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
        try {
            put(temporary, bytes);
            context().rename(temporary, target, Options.Rename.OVERWRITE);
        } finally {
            files.delete(temporary, false);
        }
    }

    private void put(Path target, byte[] bytes) throws IOException {
        try (FSDataOutputStream out = files.create(target, true)) {
            if (swapping == Swapping.FILE) {
                writeOrAbort(out, bytes);
            } else {
                out.write(bytes);
                out.hsync();
            }
        }
    }

    /** An object appears when its stream is closed: half of one must not. */
    private static void writeOrAbort(FSDataOutputStream out, byte[] bytes) throws IOException {
        try {
            out.write(bytes);
        } catch (IOException e) {
            if (out.hasCapability(CommonPathCapabilities.ABORTABLE_STREAM)) {
                out.abort();
            }
            throw e;
        }
    }

    @Override
    public void createFolders(String path) throws IOException {
        files.mkdirs(at(path));
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path source = at(from);
        Path target = at(to);
        files.mkdirs(target.getParent());
        if (swapping == Swapping.FILE) {
            FileUtil.copy(files, source, files, target, false, true, configuration);
            files.delete(source, true);
        } else {
            context().rename(source, target);
        }
    }

    /** Its renames can replace a file, and fail with the reason. */
    private FileContext context() throws IOException {
        return FileContext.getFileContext(root.toUri(), configuration);
    }

    @Override
    public void link(String from, String to) {
        throw new UnsupportedOperationException("no hard links on " + files.getScheme());
    }

    @Override
    public void remove(String path) throws IOException {
        files.delete(at(path), true);
    }

    private Path at(String path) {
        return path.isEmpty() ? root : new Path(root, Folders.within(path));
    }
}
