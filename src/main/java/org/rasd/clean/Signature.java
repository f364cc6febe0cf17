package org.rasd.clean;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The MinHash signature of a text's word shingles: keys of bands, by which likely copies meet, and two bits for each of
 * many hashes, by which they are compared.
 *
 * <p>Two texts agree in both bits of a hash with a chance of (1 + 3 J) / 4, where J is the share of shingles that they have
 * in common; 256 hashes tell J within about 0.04. Letters are folded; diacritics, tatweel and punctuation do not count.
 * Cost: 50 µs or less for 3.5 KB, no allocation that grows with the text.
 */
final class Signature {
    static final int BANDS = 20;
    static final int WORDS_A_SHINGLE = 4;
    static final int BIT_WORDS = 8;
    /** Hashes a band: with two, copies of which one text is cut or edited to a third still meet more likely than not. */
    private static final int ROWS = 2;

    /** Bits kept of a hash, in as many words of the bits that follow one another. */
    private static final int PLANES = 2;

    private static final int HASHES = BIT_WORDS / PLANES * Long.SIZE;
    private static final int BYTES = Integer.BYTES * (1 + BANDS) + Long.BYTES * BIT_WORDS;
    /** The lowest bit kept: any will do but the highest, which the least hashes have in common. */
    private static final int BIT = 7;

    /** By which the bits of two hashes that differ are the same. */
    private static final double CHANCE = 1.0 / (1 << PLANES);

    private static final long SEED = 20151116;
    private static final int[] FACTORS = constants(SEED, 1);
    private static final int[] OFFSETS = constants(SEED + 1, 0);

    private final int shingles;
    private final int[] bands;
    private final long[] bits;

    private Signature(int shingles, int[] bands, long[] bits) {
        this.shingles = shingles;
        this.bands = bands;
        this.bits = bits;
    }

    /** The signature as Base64; empty for a text of fewer words than a shingle has. */
    static String of(CharSequence text) {
        int[] least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        int words = shingles(text, least);
        if (words < WORDS_A_SHINGLE) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putInt(words - WORDS_A_SHINGLE + 1);
        for (int band = 0; band < BANDS; band++) {
            long hash = band + 1;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash * 31 + least[band * ROWS + row]);
            }
            bytes.putInt((int) hash);
        }
        for (int word = 0; word < BIT_WORDS; word++) {
            long some = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                int hash = least[word / PLANES * Long.SIZE + bit];
                some |= (long) (hash >>> BIT + word % PLANES & 1) << bit;
            }
            bytes.putLong(some);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads what {@link #of} gave for a text that is not too short. */
    static Signature decode(String encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("Cannot read a signature: " + BYTES + " bytes, got " + bytes.remaining()
                    + "; run its day again with this version");
        }
        int shingles = bytes.getInt();
        int[] bands = new int[BANDS];
        bytes.asIntBuffer().get(bands);
        bytes.position(Integer.BYTES * (1 + BANDS));
        long[] bits = new long[BIT_WORDS];
        bytes.asLongBuffer().get(bits);
        return new Signature(shingles, bands, bits);
    }

    /** Shingles in the text, repeated ones counted each time. */
    int shingles() {
        return shingles;
    }

    /** A key that tells the band too; texts that agree in one are worth comparing. */
    long band(int number) {
        return (long) number << Integer.SIZE | bands[number] & 0xffffffffL;
    }

    /** Word {@code number} of the bits. */
    long bits(int number) {
        return bits[number];
    }

    /** J, 0 to 1, as the bits of two texts tell it, which stand in {@code all} from {@code one} and {@code other} on. */
    static double jaccard(long[] all, int one, int other) {
        int differing = 0;
        for (int word = 0; word < BIT_WORDS; word += PLANES) {
            long differ = 0;
            for (int plane = word; plane < word + PLANES; plane++) {
                differ |= all[one + plane] ^ all[other + plane];
            }
            differing += Long.bitCount(differ);
        }
        return Math.max(0, 1 - differing / ((1 - CHANCE) * HASHES));
    }

    /** Takes every shingle into {@code least}; returns the number of words. */
    private static int shingles(CharSequence text, int[] least) {
        long[] window = new long[WORDS_A_SHINGLE];
        int words = 0;
        long word = 0;
        boolean inside = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == TATWEEL) {
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                word = word * 31 + fold(c);
                inside = true;
            } else if (inside && Character.getType(c) != Character.NON_SPACING_MARK) {
                window[words % WORDS_A_SHINGLE] = mix(word);
                words++;
                word = 0;
                inside = false;
                if (words >= WORDS_A_SHINGLE) {
                    update(least, shingle(window, words));
                }
            }
        }
        return words;
    }

    private static int shingle(long[] window, int words) {
        long hash = 7;
        for (int i = 0; i < WORDS_A_SHINGLE; i++) {
            hash = hash * 1_000_003 + window[(words + i) % WORDS_A_SHINGLE];
        }
        return (int) mix(hash);
    }

    /** The loop over all hashes; plain enough for the compiler to turn it into vector instructions. */
    private static void update(int[] least, int shingle) {
        for (int i = 0; i < HASHES; i++) {
            least[i] = Math.min(least[i], shingle * FACTORS[i] + OFFSETS[i]);
        }
    }

    private static final char TATWEEL = '\u0640';

    private static char fold(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> c > '9' && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }

    private static int[] constants(long seed, int set) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] constants = new int[HASHES];
        Arrays.setAll(constants, i -> random.nextInt() | set);
        return constants;
    }

    static long mix(long z) {
        long x = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }
}
