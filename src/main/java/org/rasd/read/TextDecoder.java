package org.rasd.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes to text where nothing says the encoding: byte order mark, strict UTF-8, UTF-16 by its pattern, UTF-8 with a
 * little damage, then ICU's guess (windows-1256, ISO-8859-6 and others). Empty where the result would not be text.
 */
final class TextDecoder {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int SAMPLE_BYTES = 1 << 14;
    /** One damaged character in this many is let pass as U+FFFD; more, and the bytes are something else. */
    private static final int SOUND_PER_DAMAGED = 50;

    private TextDecoder() {}

    static Optional<String> decode(byte[] bytes, int from, int length) {
        Optional<Charset> mark = byteOrderMark(bytes, from, length);
        if (mark.isPresent()) {
            int skip = mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
            return readable(new String(bytes, from + skip, length - skip, mark.get()));
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return wide(bytes, from, length).or(() -> Optional.of(text));
        }
        if (isStrict(bytes, from, length, StandardCharsets.UTF_8)) {
            return Optional.of(text);
        }
        return wide(bytes, from, length)
                .or(() -> littleDamaged(text))
                .or(() -> guess(Arrays.copyOfRange(bytes, from, from + length)));
    }

    static Optional<Charset> byteOrderMark(byte[] b, int at, int length) {
        if (length >= 3 && b[at] == (byte) 0xEF && b[at + 1] == (byte) 0xBB && b[at + 2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (length >= 2 && b[at] == (byte) 0xFF && b[at + 1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (length >= 2 && b[at] == (byte) 0xFE && b[at + 1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** UTF-16 without a mark: nearly all bytes at even or at odd places are 00, 06 or 20 (Latin, Arabic, punctuation). */
    static Optional<Charset> wideCharset(byte[] bytes, int from, int length) {
        int pairs = Math.min(length, SAMPLE_BYTES) / 2;
        if (pairs < 8) {
            return Optional.empty();
        }
        int[] high = new int[2];
        for (int i = 0; i < pairs * 2; i++) {
            byte b = bytes[from + i];
            high[i & 1] += b == 0 || b == 6 ? 1 : 0;
        }
        if (Math.max(high[0], high[1]) * 10 < pairs * 8 || Math.min(high[0], high[1]) * 10 > pairs * 2) {
            return Optional.empty();
        }
        return Optional.of(high[0] > high[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                .filter(charset ->
                        readable(new String(bytes, from, pairs * 2, charset)).isPresent());
    }

    static Optional<String> wide(byte[] bytes, int from, int length) {
        return wideCharset(bytes, from, length).flatMap(charset -> readable(new String(bytes, from, length, charset)));
    }

    private static Optional<String> littleDamaged(String text) {
        long damaged = text.chars().filter(c -> c == REPLACEMENT).count();
        long wide = text.chars().filter(c -> c > 0x7F).count();
        return damaged * SOUND_PER_DAMAGED <= wide ? Optional.of(text) : Optional.empty();
    }

    /** The encoding of a file by its first bytes, where it is neither UTF-8 nor UTF-16. */
    static Optional<Charset> charset(byte[] head) {
        // The last character may be cut.
        boolean unicode =
                new String(head, 0, Math.max(0, head.length - 3), StandardCharsets.UTF_8).indexOf(REPLACEMENT) < 0
                        || wideCharset(head, 0, head.length).isPresent();
        return unicode ? Optional.empty() : candidates(head).findFirst();
    }

    private static Stream<Charset> candidates(byte[] bytes) {
        byte[] sample = bytes.length <= SAMPLE_BYTES ? bytes : Arrays.copyOf(bytes, SAMPLE_BYTES);
        return Arrays.stream(new CharsetDetector().setText(sample).detectAll())
                .map(CharsetMatch::getName)
                .filter(name -> Charset.isSupported(name) && !name.startsWith("UTF-"))
                .map(Charset::forName)
                .filter(charset -> isStrict(bytes, 0, bytes.length, charset));
    }

    private static Optional<String> guess(byte[] bytes) {
        return candidates(bytes).findFirst().flatMap(charset -> readable(new String(bytes, charset)));
    }

    static boolean isStrict(byte[] bytes, int from, int length, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, unless control characters show that these bytes were no text in that encoding. */
    static Optional<String> readable(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0xA0 && (c < ' ' || c >= 0x7F)) {
                odd += c == '\n' || c == '\r' || c == '\t' ? 0 : 1;
            } else if (c == REPLACEMENT) {
                odd++;
            }
        }
        return odd * 100L <= text.length() ? Optional.of(text) : Optional.empty();
    }
}
