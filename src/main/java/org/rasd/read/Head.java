package org.rasd.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The first bytes of an unpacked file, by which formats are told apart. */
public record Head(byte[] bytes) {
    /** Bytes that are looked at. */
    static final int SIZE = 1 << 16;

    /** True where the bytes at {@code offset} are the ASCII text {@code magic}. */
    public boolean hasAt(int offset, String magic) {
        if (bytes.length < offset + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (bytes[offset + i] != (byte) magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True where the ASCII text {@code magic} stands anywhere. */
    public boolean holds(String magic) {
        for (int i = 0; i + magic.length() <= bytes.length; i++) {
            if (hasAt(i, magic)) {
                return true;
            }
        }
        return false;
    }

    /** The first bytes, at most {@code max}, as Latin-1. */
    public String latin1(int max) {
        return new String(bytes, 0, Math.min(max, bytes.length), StandardCharsets.ISO_8859_1);
    }

    /** The head in lower case with NUL bytes dropped, bytes as Latin-1: enough to find ASCII markup in any encoding. */
    public String markup() {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
    }

    /** The first lines that are not blank, at most {@code limit}, without the byte order mark, bytes as Latin-1. */
    public java.util.List<String> lines(int limit) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(limit)
                .toList();
    }

    /** True where this is text and not some binary format: hardly any control characters, or UTF-16. */
    public boolean isText() {
        int controls = 0;
        int nulls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                nulls++;
            } else if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                controls++;
            }
        }
        return (long) (controls + nulls) * 100 <= bytes.length || isWide();
    }

    /** True for UTF-16. */
    public boolean isWide() {
        return wide().isPresent();
    }

    /** UTF-16 by its mark or its pattern; empty for anything else. */
    Optional<Charset> wide() {
        return hasAt(0, "\u00FF\u00FE") || hasAt(0, "\u00FE\u00FF")
                ? Optional.of(StandardCharsets.UTF_16)
                : TextDecoder.wideCharset(bytes, 0, bytes.length);
    }
}
