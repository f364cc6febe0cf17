package org.rasd.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rasd.read.CaptureHead.BadHeadException;
import org.rasd.read.CaptureHead.Kind;

/** Heads of WARC records (ISO 28500, versions 0.17 to 1.1). */
final class WarcFormat implements CaptureFormat {
    private static final Pattern VERSION = Pattern.compile("\\AWARC/[01]\\.[0-9]{1,2}[ \\t]*\\r?\\n");
    private static final Pattern FIELD = Pattern.compile("\\n(?i:warc-type|warc-record-id)[ \\t]*:");
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final int MAX_HEAD_BYTES = 1 << 18;

    @Override
    public boolean mayBegin(int first) {
        return first == 'W';
    }

    @Override
    public boolean begins(String ahead) {
        return ahead.startsWith("WARC/") && VERSION.matcher(ahead).find();
    }

    @Override
    public boolean surelyBegins(String ahead) {
        return begins(ahead) && FIELD.matcher(ahead).find();
    }

    @Override
    public boolean closes(int lineEnds) {
        return lineEnds >= 2;
    }

    @Override
    public CaptureHead head(CaptureInput in) throws IOException, BadHeadException {
        Map<String, String> fields = fields(in);
        String type = fields.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT);
        Kind kind = kind(type);
        return new CaptureHead(
                kind,
                url(fields.get("warc-target-uri")),
                CaptureHead.instant(fields.get("warc-date")),
                length(fields.get("content-length")),
                fields.getOrDefault("content-type", ""),
                kind == Kind.REVISIT ? reference(fields) : "WARC-Type: " + type);
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "response", "resource" -> Kind.CAPTURE;
            case "revisit" -> Kind.REVISIT;
            case "conversion" -> Kind.CONVERSION;
            case "warcinfo", "request", "metadata", "continuation" -> Kind.ABOUT;
            default -> Kind.UNKNOWN;
        };
    }

    private static String reference(Map<String, String> fields) {
        return "the same as " + fields.getOrDefault("warc-refers-to-target-uri", "an earlier capture")
                + (fields.containsKey("warc-refers-to-date") ? " of " + fields.get("warc-refers-to-date") : "");
    }

    /** Early writers put the address in angle brackets; some leave spaces in it. */
    private static @Nullable String url(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        return written.startsWith("<") && written.endsWith(">") ? written.substring(1, written.length() - 1) : written;
    }

    private static long length(@Nullable String written) throws BadHeadException {
        if (written == null || !written.matches("[0-9]{1,18}")) {
            throw new BadHeadException("Content-Length is " + (written == null ? "missing" : "'" + written + "'"));
        }
        return Long.parseLong(written);
    }

    /** Fields by their names in lower case, up to the empty line; the first of several with one name counts. */
    private Map<String, String> fields(CaptureInput in) throws IOException, BadHeadException {
        in.line(MAX_LINE_BYTES);
        Map<String, String> fields = new HashMap<>();
        String name = "";
        int size = 0;
        while (true) {
            if (in.peek() == 'W' && begins(in.ahead(LOOK_AHEAD))) {
                throw new BadHeadException("another record begins within the head");
            }
            byte[] bytes = in.line(MAX_LINE_BYTES);
            size += bytes == null ? 0 : bytes.length;
            if (bytes == null || size > MAX_HEAD_BYTES) {
                throw new BadHeadException(
                        bytes == null ? "the file ends in a head" : "a head of over " + size + " bytes");
            }
            String line = new String(bytes, StandardCharsets.UTF_8);
            if (line.isBlank()) {
                return fields;
            }
            int colon = line.indexOf(':');
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                fields.computeIfPresent(name, (key, value) -> value + " " + line.strip());
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
    }
}
