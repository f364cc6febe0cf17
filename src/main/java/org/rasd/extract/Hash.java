package org.rasd.extract;

import org.rasd.lang.Sha256;

/** Ids that follow from content. */
final class Hash {
    private Hash() {}

    /** The first 16 hex digits of the SHA-256 of the parts. */
    static String of(String... parts) {
        return Sha256.id(String.join("\u001F", parts));
    }
}
