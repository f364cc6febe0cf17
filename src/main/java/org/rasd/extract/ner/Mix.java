package org.rasd.extract.ner;

/** Hashes of features; the same on every machine and in every run. */
final class Mix {
    private Mix() {}

    /** A well spread number from two. */
    static int of(int a, int b) {
        int h = a * 0x9E3779B1 ^ Integer.rotateLeft(b * 0x85EBCA77, 13);
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        return h ^ h >>> 15;
    }

    /** A number for part of a text under a name of a feature. */
    static int of(int name, String text, int from, int to) {
        int h = name;
        for (int i = from; i < to; i++) {
            h = h * 31 + text.charAt(i);
        }
        return of(name, h);
    }
}
