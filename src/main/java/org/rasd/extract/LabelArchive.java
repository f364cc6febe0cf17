package org.rasd.extract;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Texts of the public corpora that labels without text point into: JSON lines by line number, or tagged files in a tar
 * archive by name.
 */
final class LabelArchive {
    /** Title and body of one record. */
    record Text(String title, String body) {}

    private final Path folder;

    LabelArchive(Path folder) {
        this.folder = folder;
    }

    /** True where the corpus lies in the folder. */
    boolean has(String corpus) {
        return Files.exists(lines(corpus)) || Files.exists(tar(corpus));
    }

    private Path lines(String corpus) {
        return folder.resolve(corpus + ".jsonl.gz");
    }

    private Path tar(String corpus) {
        return folder.resolve(corpus + ".tar.gz");
    }

    /** The wanted records of a corpus that are there. */
    Map<String, Text> read(String corpus, Set<String> wanted) throws IOException {
        return Files.exists(tar(corpus)) ? tagged(tar(corpus), wanted) : jsonLines(lines(corpus), wanted);
    }

    private static Map<String, Text> jsonLines(Path file, Set<String> wanted) throws IOException {
        Map<String, Text> out = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String record = Integer.toString(number++);
                if (wanted.contains(record)) {
                    out.put(record, new Text(field(line, List.of("title")), field(line, List.of("body", "content"))));
                }
            }
        }
        return out;
    }

    private static String field(String line, List<String> names) {
        com.typesafe.config.Config json = com.typesafe.config.ConfigFactory.parseString(
                line,
                com.typesafe.config.ConfigParseOptions.defaults().setSyntax(com.typesafe.config.ConfigSyntax.JSON));
        return names.stream()
                .filter(json::hasPath)
                .map(json::getString)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Text> tagged(Path file, Set<String> wanted) throws IOException {
        Map<String, Text> out = new HashMap<>();
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)));
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
                if (wanted.contains(entry.getName())) {
                    String text = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                    out.put(entry.getName(), new Text(tag(text, "TITLE"), tag(text, "TEXT")));
                }
            }
        }
        return out;
    }

    private static String tag(String text, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(text);
        return found.find() ? found.group(1).strip() : "";
    }
}
