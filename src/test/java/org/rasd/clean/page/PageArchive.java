package org.rasd.clean.page;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.rasd.read.Warcs;
import org.rasd.read.Warcs.Packing;

/** Pages as WARC files, one for each packing; how a page is encoded and where that is told goes in turns. */
final class PageArchive {
    private static final Charset WINDOWS = Charset.forName("windows-1256");
    private static final String META = "<meta charset=\"utf-8\">";

    private final Map<Packing, Warcs> files = new EnumMap<>(Packing.class);
    private int size;

    int size() {
        return size;
    }

    void add(String url, String html, Instant captured) {
        Packing packing = Packing.values()[size % Packing.values().length];
        byte[] block = response(html, size++ / Packing.values().length % 6);
        files.computeIfAbsent(packing, key -> new Warcs())
                .withRaw(Warcs.record("response", url, "application/http; msgtype=response", captured, block));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<Packing, Warcs> file : files.entrySet()) {
            String name = file.getKey().fileName("pages-" + file.getKey().ordinal());
            Files.write(folder.resolve(name), file.getValue().file(file.getKey()));
        }
    }

    private static byte[] response(String html, int turn) {
        String bare = html.replace(META, "");
        boolean narrow = WINDOWS.newEncoder().canEncode(html);
        return switch (turn) {
            case 0 -> page("; charset=utf-8", "", html.getBytes(StandardCharsets.UTF_8));
            case 1 -> page("", "", bare.getBytes(StandardCharsets.UTF_8));
            case 2 -> page("", "", bare.getBytes(StandardCharsets.UTF_16));
            case 3 ->
                page(narrow ? "; charset=cp1256" : "", "", bare.getBytes(narrow ? WINDOWS : StandardCharsets.UTF_8));
            case 4 -> {
                String told = html.replace(META, narrow ? "<meta charset=windows-1256>" : META);
                yield page("; charset=ISO-8859-1", "", told.getBytes(narrow ? WINDOWS : StandardCharsets.UTF_8));
            }
            default -> page("", "Content-Encoding: gzip\r\n", Warcs.gzip(html.getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static byte[] page(String charset, String fields, byte[] body) {
        return Warcs.http("200 OK", "Content-Type: text/html" + charset + "\r\n" + fields, body);
    }
}
