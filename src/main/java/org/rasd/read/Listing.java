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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
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

    /** The slices of one input, a whole file each; fails where the path leads nowhere. */
    List<Slice> files(InputSpec input) throws IOException {
        Path path = new Path(input.path());
        FileSystem fs = path.getFileSystem(hadoop);
        List<Slice> slices = new ArrayList<>();
        for (FileStatus root : roots(fs, path)) {
            Path base = root.isDirectory() ? root.getPath() : root.getPath().getParent();
            walk(fs, root, new HashSet<>(), file -> slices.add(slice(input, base, file)));
        }
        return slices;
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

    private static Slice slice(InputSpec input, Path base, FileStatus file) {
        String root = base.toUri().getPath();
        String full = file.getPath().toUri().getPath();
        String relative = full.substring(root.endsWith("/") ? root.length() : root.length() + 1);
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

    /** True for names that stand for something else than data. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    /** True where any part of {@code path} is hidden. */
    static boolean isHiddenPath(String path) {
        return Arrays.stream(path.split("/")).anyMatch(part -> isHidden(part) && !part.equals("."));
    }
}
