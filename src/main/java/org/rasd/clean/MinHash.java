package org.rasd.clean;

import java.util.Arrays;

/**
 * Signatures of texts: the least hashes of their word shingles under many permutations. The share of equal places of two
 * signatures estimates how much of their shingles two texts share.
 */
final class MinHash {
    static final int BANDS = 20;
    static final int ROWS = 4;
    static final int SIZE = BANDS * ROWS;
    private static final int WORDS = 4;

    private MinHash() {}

    /** {@link #SIZE} hashes; empty for texts of fewer words than a shingle has. */
    static int[] signature(String text) {
        int[] least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        long[] window = new long[WORDS];
        int words = 0;
        long word = 0;
        boolean inside = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word = word * 31 + fold(c);
                inside = true;
            } else if (inside && Character.getType(c) != Character.NON_SPACING_MARK && c != '\u0640') {
                window[words % WORDS] = mix(word);
                words++;
                word = 0;
                inside = false;
                if (words >= WORDS) {
                    update(least, shingle(window, words));
                }
            }
        }
        return words < WORDS ? new int[0] : least;
    }

    /** Share of equal places. */
    static double similarity(int[] a, int[] b) {
        int equal = 0;
        for (int i = 0; i < a.length && i < b.length; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return a.length == 0 ? 0 : (double) equal / a.length;
    }

    /** One hash for each band; texts that agree in one are worth comparing. */
    static long[] bands(int[] signature) {
        long[] bands = new long[signature.length / ROWS];
        for (int band = 0; band < bands.length; band++) {
            long hash = band + 1;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash * 31 + signature[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    private static long shingle(long[] window, int words) {
        long hash = 7;
        for (int i = 0; i < WORDS; i++) {
            hash = hash * 1_000_003 + window[(words + i) % WORDS];
        }
        return mix(hash);
    }

    private static void update(int[] least, long shingle) {
        int low = (int) shingle;
        int high = (int) (shingle >>> 32) | 1;
        for (int i = 0; i < SIZE; i++) {
            int hash = (low + i * high) & Integer.MAX_VALUE;
            if (hash < least[i]) {
                least[i] = hash;
            }
        }
    }

    private static char fold(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> c;
        };
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }
}
