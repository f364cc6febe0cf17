package org.rasd.extract;

import java.util.List;
import java.util.Optional;

/**
 * A sentence with what the type's rules must find in it; the event file's own test.
 *
 * @param expect empty where the sentence must give no event of the type
 */
public record Example(String text, List<Expected> expect, String origin) {
    /** One expected event of the type. */
    public record Expected(
            Status status, Optional<List<String>> source, Optional<List<String>> target, Optional<Integer> persons) {}
}
