package org.rasd.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.rasd.model.RawRecord;

/** A folder of archive files for a test, and what is read from it. */
public final class Archive {
    static final long CAP = 1 << 20;

    private final Path folder;

    Archive(Path folder) {
        this.folder = folder;
    }

    Archive with(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Archive with(String name, String text) {
        return with(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** All records beneath a folder. */
    public static List<RawRecord> of(Path folder) throws IOException {
        return new Archive(folder).read();
    }

    /** All records, one thread. */
    List<RawRecord> read() throws IOException {
        return read(settings());
    }

    static List<RawRecord> read(ReadSettings settings) throws IOException {
        try (LocalRecords records = LocalRecords.open(settings, new Configuration())) {
            return records.stream().toList();
        }
    }

    /** The records of all {@code count} parts, part after part. */
    static List<RawRecord> inParts(ReadSettings settings, int count) throws IOException {
        List<RawRecord> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try (LocalRecords records = LocalRecords.part(settings, new Configuration(), i, count)) {
                records.forEachRemaining(all::add);
            }
        }
        return all;
    }

    ReadSettings settings() {
        return settings(CAP, 1 << 16);
    }

    ReadSettings settings(long cap, long splitBytes) {
        return new ReadSettings(
                List.of(new InputSpec(folder.toString(), InputSpec.AUTO, Optional.empty())),
                profiles(),
                cap,
                splitBytes);
    }

    /** Every format's own profile, with the usual names of fields. */
    static Map<String, Profile> profiles() {
        Map<ArticleField, List<String>> fields = new EnumMap<>(ArticleField.class);
        for (ArticleField field : ArticleField.values()) {
            fields.put(field, List.of(field.key()));
        }
        Map<String, Profile> profiles = new java.util.TreeMap<>();
        for (String name : Formats.defaultProfiles()) {
            profiles.put(name, Profile.of(name, fields));
        }
        return profiles;
    }
}
