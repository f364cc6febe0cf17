package org.rasd.read;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP response as it went over the wire: status, fields and where the body begins.
 *
 * @param status the code, 200 where there is none
 * @param fields by name in lower case; of several with one name the first
 * @param bodyAt first byte of the body
 */
record HttpMessage(int status, Map<String, String> fields, int bodyAt) {
    private static final Pattern STATUS = Pattern.compile("\\A(?:HTTP/[0-9](?:\\.[0-9])?|ICY)[ \\t]+([0-9]{3})\\b.*");
    private static final int MAX_LINES = 2000;

    /** Takes the head of {@code bytes} apart; empty where it does not begin with a status line. */
    static Optional<HttpMessage> parse(byte[] bytes, int size) {
        int end = lineEnd(bytes, 0, size);
        Matcher status = STATUS.matcher(line(bytes, 0, end));
        if (!status.matches()) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        String name = "";
        int at = Math.min(end + 1, size);
        for (int lines = 0; at < size && lines < MAX_LINES; lines++) {
            end = lineEnd(bytes, at, size);
            String line = line(bytes, at, end);
            at = Math.min(end + 1, size);
            if (line.isBlank()) {
                break;
            }
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0))) {
                fields.computeIfPresent(name, (key, value) -> value + " " + line.strip());
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return Optional.of(new HttpMessage(Integer.parseInt(status.group(1)), fields, at));
    }

    /** A field's value, or the empty text. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** First byte after the body by the server's own account, where it gives one. */
    OptionalInt end() {
        String length = field("content-length");
        return length.matches("[0-9]{1,9}") ? OptionalInt.of(bodyAt + Integer.parseInt(length)) : OptionalInt.empty();
    }

    private static int lineEnd(byte[] bytes, int from, int size) {
        int at = from;
        while (at < size && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String line(byte[] bytes, int from, int end) {
        String line = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
