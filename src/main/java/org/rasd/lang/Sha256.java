package org.rasd.lang;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text in UTF-8, from which ids and names follow; the same on every machine. */
public final class Sha256 {
    private static final int ID_LETTERS = 16;

    private Sha256() {}

    /** A fresh digest, for what comes in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The first sixteen hexadecimal digits, enough to tell rows apart. */
    public static String id(String text) {
        return hex(text).substring(0, ID_LETTERS);
    }
}
