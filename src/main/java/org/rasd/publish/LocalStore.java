package org.rasd.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A warehouse on a local disk, without Hadoop's checksum files and its renames that fall back to copies. */
final class LocalStore implements Store {
    private final Path root;

    LocalStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Swapping swapping() {
        return Swapping.TABLE;
    }

    @Override
    public String locate(String path) {
        return at(path).toString();
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(at(path));
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        try (Stream<Path> entries = Files.list(at(path))) {
            return entries.map(LocalStore::entry)
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public List<String> files(String folder) throws IOException {
        if (!exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(at(folder))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path)
                            .toString()
                            .replace(path.getFileSystem().getSeparator(), "/"))
                    .sorted()
                    .toList();
        }
    }

    private static Entry entry(Path path) {
        boolean folder = Files.isDirectory(path);
        return new Entry(name(path), folder, folder ? 0 : path.toFile().length());
    }

    @Override
    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(at(path));
    }

    @Override
    public void copyTo(String path, Path target) throws IOException {
        Files.copy(at(path), target);
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Path target = at(path);
        Path folder = parent(target);
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + name(target) + "." + UUID.randomUUID());
        try {
            try (FileChannel out =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(folder);
    }

    /** Makes a rename outlive a power cut; where folders cannot be opened (not POSIX) the system takes care. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void createFolders(String path) throws IOException {
        Files.createDirectories(at(path));
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path target = at(to);
        Files.createDirectories(parent(target));
        Files.move(at(from), target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void link(String from, String to) throws IOException {
        Path target = at(to);
        Files.createDirectories(parent(target));
        Files.createLink(target, at(from));
    }

    @Override
    public void remove(String path) throws IOException {
        Path top = at(path);
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path at(String path) {
        return path.isEmpty() ? root : root.resolve(Folders.within(path));
    }

    private static Path parent(Path path) {
        return java.util.Objects.requireNonNull(path.getParent());
    }

    private static String name(Path path) {
        return java.util.Objects.requireNonNull(path.getFileName()).toString();
    }
}
