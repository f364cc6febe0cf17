package org.rasd.job.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.rasd.job.bench.PageDesign.Story;
import org.rasd.model.RawRecord;
import org.rasd.read.LocalRecords;
import org.rasd.read.ReadSettings;

/** A WARC file of pages in every {@link PageDesign}, made from an archive of articles; packed record by record. */
final class PageArchive {
    private static final int OTHERS = 12;

    private PageArchive() {}

    /** Writes a page for each of the first {@code count} articles of {@code articles} into {@code file}. */
    static void write(ReadSettings articles, int count, Path file) throws IOException {
        PageDesign[] designs = PageDesign.values();
        List<Story> stories = stories(articles, count);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < stories.size(); i++) {
                List<String> others = new ArrayList<>();
                for (int k = 1; k <= OTHERS; k++) {
                    others.add(stories.get((i + k * 7) % stories.size()).title());
                }
                String html = designs[i % designs.length].page(stories.get(i), others);
                out.write(member(record("https://paper.example/news/" + i, html)));
            }
        }
    }

    private static List<Story> stories(ReadSettings articles, int count) throws IOException {
        List<Story> stories = new ArrayList<>();
        try (LocalRecords records = LocalRecords.open(articles, new Configuration())) {
            while (stories.size() < count && records.hasNext()) {
                RawRecord record = records.next();
                stories.add(new Story(
                        Objects.requireNonNull(record.title()),
                        List.of(Objects.requireNonNull(record.body()).split("\n")),
                        LocalDate.parse(Objects.requireNonNull(record.published()))));
            }
        }
        return stories;
    }

    private static byte[] record(String url, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        byte[] http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url
                        + "\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>"
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                        + (http.length + body.length) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (byte[] part : List.of(head, http, body, "\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
            record.writeBytes(part);
        }
        return record.toByteArray();
    }

    private static byte[] member(byte[] record) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            gzip.write(record);
        }
        return member.toByteArray();
    }
}
