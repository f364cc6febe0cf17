package org.rasd.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the files that users may edit are read from: a {@code conf} folder, or the copy packed into the jar.
 *
 * <p>Serialisable, so that executors read the same files; with {@link #classpath()} they need no shared folder.
 */
public final class ConfRoot implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PACKED = "rasd/conf/";

    private final @Nullable String folder;

    private ConfRoot(@Nullable String folder) {
        this.folder = folder;
    }

    /** The defaults packed into the jar. */
    public static ConfRoot classpath() {
        return new ConfRoot(null);
    }

    /** The files under {@code folder}. */
    public static ConfRoot folder(Path folder) {
        return new ConfRoot(folder.toString());
    }

    /** The files under {@code folder}, or the packed ones where that is null. */
    public static ConfRoot folderOrPacked(@Nullable Path folder) {
        return folder == null ? classpath() : folder(folder);
    }

    /** The text of one file, for example {@code lexicon/entities.tsv}; fails with the path when it is not there. */
    public String read(String relative) {
        try {
            return new String(bytes(relative), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read configuration: " + describe(relative) + " is not there", e);
        }
    }

    /** The bytes of one file. */
    public byte[] bytes(String relative) throws IOException {
        if (folder != null) {
            return Files.readAllBytes(Path.of(folder, relative));
        }
        try (InputStream in = ConfRoot.class.getClassLoader().getResourceAsStream(PACKED + relative)) {
            if (in == null) {
                throw new IOException("no resource " + PACKED + relative);
            }
            return in.readAllBytes();
        }
    }

    /** Names of the files directly in {@code relative}, sorted; empty where there is no such folder. */
    public List<String> list(String relative) {
        if (folder == null) {
            return read("INDEX")
                    .lines()
                    .filter(line -> line.startsWith(relative + "/") && line.indexOf('/', relative.length() + 1) < 0)
                    .map(line -> line.substring(relative.length() + 1))
                    .sorted()
                    .toList();
        }
        Path in = Path.of(folder, relative);
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list configuration folder " + in, e);
        }
    }

    /** Where {@code relative} stands, for messages. */
    public String describe(String relative) {
        return folder == null
                ? "class path:" + PACKED + relative
                : Path.of(folder, relative).toString();
    }
}
