package org.rasd.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rasd.read.CaptureHead.BadHeadException;
import org.rasd.read.CaptureHead.Kind;

/** Heads of ARC records: a line of address, host, date, media type and length, with more between in version 2. */
final class ArcFormat implements CaptureFormat {
    /** What stands within a head; where other controls do, bytes were lost, and the line may be of two heads. */
    private static final String WITHIN = "[^\\x00-\\x08\\x0A-\\x1F]*";

    private static final Pattern HEAD = Pattern.compile("\\A(?<url>[A-Za-z][A-Za-z0-9+.-]{1,20}:" + WITHIN + "?) "
            + "(?<host>[0-9A-Fa-f.:]+|-|unknown) (?<date>[0-9]{8,17}|null|-) (?<type>[^ \\x00-\\x1F]+)(?<more>" + WITHIN
            + ") (?<length>[0-9]{1,18})[ \\t]*\\r?\\n");
    private static final int MAX_LINE_BYTES = 1 << 14;

    @Override
    public boolean mayBegin(int first) {
        return first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
    }

    @Override
    public boolean begins(String ahead) {
        int lineEnd = ahead.indexOf('\n');
        // Nearly no line of text has a digit before its end: the pattern is asked rarely.
        return lineEnd > 20
                && ahead.lastIndexOf(' ', lineEnd) > 0
                && HEAD.matcher(ahead).find();
    }

    @Override
    public boolean surelyBegins(String ahead) {
        return begins(ahead);
    }

    @Override
    public boolean closes(int lineEnds) {
        return lineEnds >= 1;
    }

    @Override
    public CaptureHead head(CaptureInput in) throws IOException, BadHeadException {
        String line = new String(Objects.requireNonNull(in.line(MAX_LINE_BYTES)), StandardCharsets.UTF_8);
        Matcher head = HEAD.matcher(line);
        if (!head.find()) {
            throw new BadHeadException("no address, date, type and length");
        }
        String url = head.group("url");
        return new CaptureHead(
                url.startsWith("filedesc:") ? Kind.ABOUT : Kind.CAPTURE,
                url,
                CaptureHead.instant(head.group("date")),
                Long.parseLong(head.group("length")),
                head.group("type"),
                "");
    }
}
