package org.rasd.read;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A broken copy of a file.
 *
 * @param bytes the copy
 * @param from first byte of the original that was touched
 * @param to first byte behind it
 * @param what what was done, for messages
 */
record Mutant(byte[] bytes, int from, int to, String what) {
    private static final String[] TOKENS = {
        "WARC/1.0\r\n",
        "\r\n\r\n",
        "Content-Length: 99999999999\r\n",
        "\"",
        "{",
        "}\n",
        "\n",
        "\0\0\0\0",
        "<DOC>",
        "[[[[[[[[",
        "Transfer-Encoding: chunked\r\n",
        "\uFEFF",
        "0\r\n\r\n",
        ",,,,",
        "-1",
        "\u001F\u008B\b"
    };

    /** Breaks {@code original} in one place. */
    static Mutant of(byte[] original, SplittableRandom random) {
        int length = original.length;
        int from = random.nextInt(length);
        int to = Math.min(length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(original, from, random);
            case 1 -> overwritten(original, from, to, random);
            case 2 -> replaced(original, from, to, new byte[0], "cut out");
            case 3 -> replaced(original, from, from, randomBytes(random, to - from), "put in");
            case 4 -> new Mutant(Arrays.copyOf(original, from), from, length, "cut off at " + from);
            case 5 -> {
                Mutant doubled = replaced(original, to, to, Arrays.copyOfRange(original, from, to), "doubled up to");
                yield new Mutant(doubled.bytes, from, to, doubled.what);
            }
            case 6 -> replaced(original, from, to, new byte[to - from], "zeroed");
            default -> {
                String token = TOKENS[random.nextInt(TOKENS.length)];
                yield replaced(original, from, from, Warcs.bytes(token), "given " + token.strip());
            }
        };
    }

    private static Mutant flipped(byte[] original, int at, SplittableRandom random) {
        byte[] bytes = original.clone();
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return new Mutant(bytes, at, at + 1, "flipped a bit at " + at);
    }

    private static Mutant overwritten(byte[] original, int from, int to, SplittableRandom random) {
        return replaced(original, from, to, randomBytes(random, to - from), "overwritten");
    }

    private static Mutant replaced(byte[] original, int from, int to, byte[] by, String what) {
        byte[] bytes =
                Warcs.joined(Arrays.copyOf(original, from), by, Arrays.copyOfRange(original, to, original.length));
        return new Mutant(bytes, from, to, what + " " + from + " to " + to);
    }

    private static byte[] randomBytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** True where the record at {@code range} was touched, its borders included. */
    boolean touches(int[] range) {
        return from <= range[1] && to >= range[0];
    }
}
