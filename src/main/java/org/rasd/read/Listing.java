package org.rasd.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files of an input: all below a folder, sorted by name. Hidden ones (beginning with a dot or an underscore)
 * and folders that a link leads into a second time on the way down are passed over.
 */
final class Listing {
    private final Configuration hadoop;

    Listing(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * The slices of all inputs, a whole file each; fails where a path leads nowhere.
     *
     * <p>Files are named relative to their input; where there are several inputs, relative to the folder that holds them
     * all, so that no two files of a run have one name.
     */
    List<Slice> files(List<InputSpec> inputs) throws IOException {
        List<Found> found = new ArrayList<>();
        for (InputSpec input : inputs) {
            Path path = new Path(input.path());
            FileSystem fs = path.getFileSystem(hadoop);
            for (FileStatus root : roots(fs, path)) {
                Path base = root.isDirectory() ? root.getPath() : root.getPath().getParent();
                walk(fs, root, new HashSet<>(), file -> found.add(new Found(input, folder(base), file)));
            }
        }
        String shared = found.stream().map(Found::base).reduce(Listing::shared).orElse("/");
        return found.stream()
                .map(file -> slice(file.input(), inputs.size() > 1 ? shared : file.base(), file.file()))
                .toList();
    }

    /** A file with the folder, ending in a slash, that its input stands for. */
    private record Found(InputSpec input, String base, FileStatus file) {}

    private static String folder(Path base) {
        String path = base.toUri().getPath();
        return path.endsWith("/") ? path : path + "/";
    }

    /** The deepest folder above both. */
    private static String shared(String a, String b) {
        int end = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            if (a.charAt(i) == '/') {
                end = i + 1;
            }
        }
        return a.substring(0, end);
    }

    /** The path itself, or what it matches as a glob. */
    private static FileStatus[] roots(FileSystem fs, Path path) throws IOException {
        try {
            return new FileStatus[] {fs.getFileStatus(path)};
        } catch (FileNotFoundException e) {
            FileStatus[] matches = fs.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new FileNotFoundException(
                        "Cannot read an archive: input, got '" + path + "'; there is no such file or folder");
            }
            Arrays.sort(matches, Comparator.comparing(FileStatus::getPath));
            return matches;
        }
    }

    private static void walk(FileSystem fs, FileStatus status, Set<String> above, Consumer<FileStatus> found)
            throws IOException {
        if (!status.isDirectory()) {
            found.accept(status);
            return;
        }
        String real = realPath(status.getPath());
        if (!above.add(real)) {
            return;
        }
        FileStatus[] children = fs.listStatus(status.getPath());
        Arrays.sort(children, Comparator.comparing(FileStatus::getPath));
        for (FileStatus child : children) {
            if (!isHidden(child.getPath().getName())) {
                walk(fs, child, above, found);
            }
        }
        above.remove(real);
    }

    private static String realPath(Path path) throws IOException {
        return "file".equals(path.toUri().getScheme())
                ? java.nio.file.Path.of(path.toUri().getPath()).toRealPath().toString()
                : path.toString();
    }

    private static Slice slice(InputSpec input, String base, FileStatus file) {
        String relative = file.getPath().toUri().getPath().substring(base.length());
        return new Slice(
                file.getPath().toString(),
                relative,
                file.getLen(),
                0,
                Long.MAX_VALUE,
                Stripe.ALL,
                file.getModificationTime(),
                input.format(),
                input.profile().orElse(null));
    }

    /**
     * Opens a file for reading. On a local disk past Hadoop's checksum files, which some tools leave behind stale, and
     * whose names cannot be made for files with a colon in theirs.
     */
    static FSDataInputStream open(String uri, Configuration hadoop) throws IOException {
        Path path = new Path(uri);
        FileSystem fs = path.getFileSystem(hadoop);
        return (fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs).open(path);
    }

    /** True for names that stand for something else than data. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    /** True where any part of {@code path} is hidden. */
    static boolean isHiddenPath(String path) {
        return Arrays.stream(path.split("/")).anyMatch(part -> isHidden(part) && !part.equals("."));
    }
}
