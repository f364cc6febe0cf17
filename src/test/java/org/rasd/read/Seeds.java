package org.rasd.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rasd.read.Warcs.Packing;

/** Whole archive files in every format, for tests that break them; where each record lies is known. */
final class Seeds {
    private static final int RECORDS = 8;

    private Seeds() {}

    /**
     * A file and the stored bytes of its records.
     *
     * @param ranges begin and end of each record; empty where breaking one record may cost others
     * @param cuttable true where tasks read pieces of it, not shares
     */
    record Seed(String name, byte[] bytes, List<int[]> ranges, boolean cuttable) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Seed> all() {
        List<Seed> seeds = new ArrayList<>();
        for (Packing packing : Packing.values()) {
            Warcs warcs = warcs();
            List<int[]> ranges = ranges(0, warcs.stored(packing));
            seeds.add(new Seed(
                    packing.fileName(packing.name().toLowerCase(Locale.ROOT)),
                    warcs.file(packing),
                    packing == Packing.ONE_STREAM ? List.of() : ranges,
                    false));
        }
        seeds.add(arc());
        seeds.add(lines("lines.jsonl", "", true));
        Seed plain = lines("packed.jsonl", "", true);
        seeds.add(new Seed("packed.jsonl.gz", Warcs.gzip(plain.bytes()), List.of(), false));
        seeds.add(json(
                "indented.json",
                "[\n",
                "  {%n    \"url\": %s,%n    \"title\": %s,%n    \"tags\": [\"a\", {\"b\": 1}],%n"
                        + "    \"body\": %s%n  }",
                ",\n",
                "\n]\n"));
        seeds.add(
                json("array.json", "[", "{\"url\":%s,\"title\":%s,\"tags\":[\"a\",{\"b\":1}],\"body\":%s}", ",", "]"));
        seeds.add(json(
                "braces.json",
                "[ ",
                "{%n  \"url\" : %s,%n  \"title\" : %s,%n  \"tags\" : { \"a\" : [ ] },%n" + "  \"body\" : %s%n}",
                ", ",
                " ]"));
        seeds.add(json("one-by-one.json", "", "{%n\t\"url\": %s,%n\t\"title\": %s,%n\t\"body\": %s%n}", "\n", "\n"));
        seeds.add(csv());
        seeds.add(new Seed(
                "20240506-text.txt", Warcs.bytes("عنوان الخبر\nنص الخبر كما ورد\nوسطر آخر\n"), List.of(), false));
        seeds.add(new Seed("page.html", Warcs.html("", "عنوان", 5, StandardCharsets.UTF_8), List.of(), false));
        return seeds;
    }

    private static Warcs warcs() {
        Warcs warcs = new Warcs();
        for (int i = 0; i < RECORDS; i++) {
            String url = "http://a.example/" + i;
            byte[] html = Warcs.html("", "خبر " + i, i + 1, StandardCharsets.UTF_8);
            warcs.response(
                    url,
                    "200 OK",
                    "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + html.length + "\r\n",
                    html);
        }
        return warcs;
    }

    private static Seed arc() {
        List<byte[]> records = new ArrayList<>();
        byte[] version = Warcs.bytes("1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n");
        byte[] first = Warcs.joined(
                Warcs.bytes("filedesc://a.arc 0.0.0.0 20240506070809 text/plain " + version.length + "\n"),
                version,
                Warcs.bytes("\n"));
        for (int i = 0; i < RECORDS; i++) {
            byte[] block = Warcs.http(
                    "200 OK", "Content-Type: text/html\r\n", Warcs.html("", "خبر " + i, i + 1, StandardCharsets.UTF_8));
            records.add(Warcs.joined(
                    Warcs.bytes("http://a.example/" + i + " 10.0.0.1 20240506070809 text/html " + block.length + "\n"),
                    block,
                    Warcs.bytes("\n")));
        }
        return new Seed(
                "old.arc",
                Warcs.joined(first, Warcs.joined(records.toArray(byte[][]::new))),
                ranges(first.length, records),
                false);
    }

    private static Seed lines(String name, String before, boolean cuttable) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(Warcs.bytes(String.format(
                    Locale.ROOT,
                    "{\"url\": \"http://a.example/%d\", \"title\": \"خبر %d\", \"body\": \"%s\", \"published\": \"2024-05-06\"}%n",
                    i,
                    i,
                    "جملة من النص. ".repeat(i + 1))));
        }
        byte[] head = Warcs.bytes(before);
        return new Seed(
                name,
                Warcs.joined(head, Warcs.joined(records.toArray(byte[][]::new))),
                ranges(head.length, records),
                cuttable);
    }

    private static Seed json(String name, String before, String format, String between, String after) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String record = String.format(
                    Locale.ROOT,
                    format,
                    "\"http://a.example/" + i + "\"",
                    "\"خبر \\\"" + i + "\\\" {\"",
                    "\"" + "جملة من النص. ".repeat(i + 1) + "\"");
            records.add(Warcs.bytes(record + (i < RECORDS - 1 ? between : after)));
        }
        byte[] head = Warcs.bytes(before);
        return new Seed(
                name,
                Warcs.joined(head, Warcs.joined(records.toArray(byte[][]::new))),
                ranges(head.length, records),
                false);
    }

    private static Seed csv() {
        byte[] header = Warcs.bytes("url,title,published,body\n");
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(Warcs.bytes(
                    "http://a.example/" + i + ",خبر " + i + ",2024-05-06,\"" + "سطر\n".repeat(i % 3) + "نص, آخر\"\n"));
        }
        List<int[]> ranges = ranges(header.length, records);
        return new Seed("table.csv", Warcs.joined(header, Warcs.joined(records.toArray(byte[][]::new))), ranges, false);
    }

    private static List<int[]> ranges(int begin, List<byte[]> records) {
        List<int[]> ranges = new ArrayList<>();
        int at = begin;
        for (byte[] record : records) {
            ranges.add(new int[] {at, at + record.length});
            at += record.length;
        }
        return ranges;
    }
}
