package org.rasd.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes as text. The encoding is that of the byte order mark, else of the HTTP field, else of the page's own
 * declaration, else what ICU finds; a declaration under which the bytes make no sense is passed over, and
 * Latin-1, which mostly is only some program's default, yields to the page's own word, and to bytes that show UTF-8 or
 * Arabic.
 */
final class PageText {
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{2,40})|<\\?xml[^>]{0,200}?encoding\\s*=\\s*"
                    + "[\"']([A-Za-z0-9._:-]{2,40})",
            Pattern.CASE_INSENSITIVE);
    /** Declarations stand at the top; some pages put scripts before them. */
    private static final int META_WITHIN_BYTES = 1 << 14;

    private static final int SAMPLE_BYTES = 1 << 14;
    /** One malformed place in so many bytes is let pass as U+FFFD. */
    private static final int SOUND_PER_MALFORMED = 200;

    private static final Set<String> ARABIC = Set.of("windows-1256", "ISO-8859-6");

    private static final int FREE_MALFORMED = 2;

    private PageText() {}

    /** The text; empty where the bytes are text in no encoding known. */
    static Optional<String> decode(byte[] bytes, String contentType) {
        Optional<Charset> mark = TextDecoder.byteOrderMark(bytes, 0, bytes.length);
        if (mark.isPresent()) {
            int skip = mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
            return TextDecoder.readable(new String(bytes, skip, bytes.length - skip, mark.get()));
        }
        Optional<Charset> field = declared(DECLARED, contentType);
        return field.filter(charset -> !isDefault(charset))
                .flatMap(charset -> sound(bytes, charset))
                .or(() -> byOwnWord(bytes, field.filter(PageText::isDefault)))
                .or(() -> sound(bytes, StandardCharsets.UTF_8).filter(text -> isNarrow(bytes)))
                .or(() -> TextDecoder.wide(bytes, 0, bytes.length))
                .or(() -> guess(bytes))
                .flatMap(TextDecoder::readable);
    }

    /** By the page's word, else by the server's default; by neither where it is Latin-1 and the bytes show otherwise. */
    private static Optional<String> byOwnWord(byte[] bytes, Optional<Charset> serverDefault) {
        return meta(bytes)
                .or(() -> serverDefault)
                .filter(charset -> !isDefault(charset) || !isOverruled(bytes))
                .flatMap(charset -> sound(bytes, charset));
    }

    private static boolean isDefault(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.name().equals("windows-1252");
    }

    /** A declaration that can be read as ASCII cannot mean UTF-16: it is UTF-8 then, as browsers take it. */
    private static Optional<Charset> meta(byte[] bytes) {
        String top = new String(bytes, 0, Math.min(bytes.length, META_WITHIN_BYTES), StandardCharsets.ISO_8859_1);
        return declared(META, top)
                .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
    }

    private static Optional<Charset> declared(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        return charset(first == null ? matcher.group(2) : first);
    }

    /** The charset with this name as servers write it. */
    private static Optional<Charset> charset(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.toLowerCase(Locale.ROOT);
        String known = switch (plain) {
            case "cp-1256", "win-1256", "windows1256", "arabic", "x-cp1256" -> "windows-1256";
            case "utf8", "utf_8", "unicode-1-1-utf-8" -> "UTF-8";
            case "iso8859-6", "iso-8859-6-i", "iso-8859-6-e", "asmo-708", "ecma-114" -> "ISO-8859-6";
            case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
            case "unicode" -> "UTF-16LE";
            default -> plain;
        };
        try {
            return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /** The text, if hardly any bytes are malformed in {@code charset}. */
    private static Optional<String> sound(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text);
        }
        long malformed = text.chars().filter(c -> c == '\uFFFD').count();
        return malformed <= FREE_MALFORMED || malformed * SOUND_PER_MALFORMED <= bytes.length
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean isNarrow(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    /** True where Latin-1 cannot be meant: the bytes are UTF-8, or Arabic in the eyes of ICU. */
    private static boolean isOverruled(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? text.length() < bytes.length
                : Arrays.stream(matches(bytes)).limit(1).anyMatch(match -> ARABIC.contains(match.getName()));
    }

    private static CharsetMatch[] matches(byte[] bytes) {
        byte[] sample = bytes.length <= SAMPLE_BYTES ? bytes : Arrays.copyOf(bytes, SAMPLE_BYTES);
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        return detector.setText(sample).detectAll();
    }

    private static Optional<String> guess(byte[] bytes) {
        for (CharsetMatch match : matches(bytes)) {
            if (!match.getName().startsWith("UTF-") && Charset.isSupported(match.getName())) {
                Optional<String> text = sound(bytes, Charset.forName(match.getName()));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
