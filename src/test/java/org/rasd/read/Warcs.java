package org.rasd.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes WARC files for tests, record by record, in each way of packing. */
public final class Warcs {
    private final List<byte[]> records = new ArrayList<>();

    /** How the records of a file are packed. */
    public enum Packing {
        PLAIN,
        BY_MEMBER,
        ONE_STREAM;

        public String fileName(String name) {
            return this == PLAIN ? name + ".warc" : name + ".warc.gz";
        }
    }

    /** A record with its usual fields. */
    Warcs with(String type, String url, String mediaType, byte[] block) {
        return withRaw(record(type, url, mediaType, block.length, block));
    }

    /** A response with a page. */
    Warcs page(String url, String html) {
        return response(
                url, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", html.getBytes(StandardCharsets.UTF_8));
    }

    /** A response with any fields and body. */
    Warcs response(String url, String status, String fields, byte[] body) {
        return with("response", url, "application/http; msgtype=response", http(status, fields, body));
    }

    /** Bytes as they are, in a member of their own. */
    public Warcs withRaw(byte[] record) {
        records.add(record);
        return this;
    }

    public static byte[] http(String status, String fields, byte[] body) {
        return joined(bytes("HTTP/1.1 " + status + "\r\n" + fields + "\r\n"), body);
    }

    static byte[] record(String type, String url, String mediaType, long length, byte[] block) {
        return record(type, url, mediaType, Instant.parse("2024-05-06T07:08:09Z"), length, block);
    }

    /** A record captured when it is told. */
    public static byte[] record(String type, String url, String mediaType, Instant captured, byte[] block) {
        return record(type, url, mediaType, captured, block.length, block);
    }

    private static byte[] record(
            String type, String url, String mediaType, Instant captured, long length, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + captured
                + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>"
                + "\r\nContent-Type: " + mediaType + "\r\nContent-Length: " + length + "\r\n\r\n";
        return joined(bytes(head), block, bytes("\r\n\r\n"));
    }

    /** Each record as it is stored. */
    List<byte[]> stored(Packing packing) {
        return packing == Packing.BY_MEMBER ? records.stream().map(Warcs::gzip).toList() : records;
    }

    public byte[] file(Packing packing) {
        byte[] all = joined(stored(packing).toArray(byte[][]::new));
        return packing == Packing.ONE_STREAM ? gzip(all) : all;
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A page about something, with as many paragraphs, in an encoding. */
    static byte[] html(String head, String title, int paragraphs, Charset charset) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html dir=\"rtl\"><head>" + head + "<title>" + title
                + "</title></head>\n<body><article><h1>" + title + "</h1>\n");
        for (int i = 0; i < paragraphs; i++) {
            html.append(String.format(
                    Locale.ROOT, "<p>أعلنت الوزارة في بيانها رقم %d أن الاجتماع سيعقد في موعده المحدد.</p>%n", i));
        }
        return html.append("</article></body></html>").toString().getBytes(charset);
    }
}
