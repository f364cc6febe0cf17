package org.rasd.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a warehouse on this machine, byte for byte. */
public final class PublishedBytes {
    private PublishedBytes() {}

    /** Every file of tables and views by its path, with a hash of its bytes. */
    public static Map<String, String> of(Path warehouse) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(warehouse)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !warehouse.relativize(file).startsWith("_rasd"))
                    .forEach(file -> found.put(warehouse.relativize(file).toString(), hash(file)));
        }
        return found;
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
