package org.rasd.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes what a server did to a body for its way: chunks, then content codings. Crawlers store bodies that do not match
 * their fields (decoded already, cut, wrong chunk sizes): what does not look coded is taken as it is, and of what breaks
 * off the part before is kept.
 */
final class HttpBody {
    private static final int MAX_CODINGS = 3;

    private HttpBody() {}

    /** The body would be larger than the cap. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** A content coding that is not known here. */
    static final class UnknownCodingException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownCodingException(String coding) {
            super("content coding " + coding);
        }
    }

    /** The body of {@code message} that lies in {@code block}. */
    static byte[] decode(HttpMessage message, byte[] block, int size, int maxBytes)
            throws TooLargeException, UnknownCodingException {
        byte[] body = Arrays.copyOfRange(block, message.bodyAt(), size);
        if (message.field("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            body = unchunk(body);
        }
        List<String> codings = Arrays.stream(message.field("content-encoding")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty())
                .limit(MAX_CODINGS)
                .toList();
        for (int i = codings.size() - 1; i >= 0; i--) {
            body = uncode(codings.get(i), body, maxBytes);
        }
        return body;
    }

    /** The chunks one after another; where a size makes no sense the rest is taken as it is. */
    static byte[] unchunk(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            long length = chunkLength(body, at, end);
            if (length < 0) {
                out.write(body, at, body.length - at);
                break;
            }
            at = Math.min(end + 1, body.length);
            if (length == 0) {
                break;
            }
            int n = (int) Math.min(length, body.length - at);
            out.write(body, at, n);
            at = lineBegin(body, at + n);
        }
        return out.toByteArray();
    }

    /** Passes over the line end behind a chunk. */
    private static int lineBegin(byte[] body, int from) {
        int at = from;
        at += at < body.length && body[at] == '\r' ? 1 : 0;
        at += at < body.length && body[at] == '\n' ? 1 : 0;
        return at;
    }

    /** The length that a chunk's first line states, -1 where it is none. */
    private static long chunkLength(byte[] body, int from, int end) {
        long length = 0;
        int digits = 0;
        for (int i = from; i < end; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                boolean ends = body[i] == ';' || body[i] == ' ' || body[i] == '\r';
                return digits > 0 && ends ? length : -1;
            }
            length = length * 16 + digit;
            if (++digits > 8) {
                return -1;
            }
        }
        return digits > 0 ? length : -1;
    }

    private static byte[] uncode(String coding, byte[] body, int maxBytes)
            throws TooLargeException, UnknownCodingException {
        return switch (coding) {
            case "identity", "none", "utf-8" -> body;
            case "gzip", "x-gzip" ->
                isGzip(body) ? unpack(body, maxBytes, in -> new GZIPInputStream(in, 1 << 13)) : body;
            case "deflate" -> inflate(body, maxBytes);
            default -> throw new UnknownCodingException(coding);
        };
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    }

    /** Servers send deflate with and without the wrapping that the standard asks for. */
    private static byte[] inflate(byte[] body, int maxBytes) throws TooLargeException {
        boolean wrapped =
                body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        byte[] plain = unpack(body, maxBytes, in -> new InflaterInputStream(in, new Inflater(!wrapped)));
        return plain.length == 0 ? body : plain;
    }

    /** How a packed stream is opened. */
    private interface Opening {
        InputStream open(InputStream in) throws IOException;
    }

    private static byte[] unpack(byte[] body, int maxBytes, Opening opening) throws TooLargeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(maxBytes, body.length * 4));
        byte[] buffer = new byte[1 << 13];
        try (InputStream in = opening.open(new ByteArrayInputStream(body))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > maxBytes) {
                    throw new TooLargeException(
                            "over " + maxBytes + " bytes unpacked from " + body.length + "; the cap is " + maxBytes);
                }
            }
        } catch (IOException e) {
            // A body that is cut or broken: what could be unpacked of it is the page.
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
