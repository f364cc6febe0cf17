package org.rasd.extract;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong in files that users edit, to be told at once. */
final class ConfProblems {
    private final List<String> problems = new ArrayList<>();

    void add(String file, ConfigOrigin origin, String what) {
        problems.add(file + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "") + ": " + what);
    }

    void add(String file, int line, String what) {
        problems.add(file + ":" + line + ": " + what);
    }

    void throwIfAny(String doing) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot " + doing + ": " + problems.size() + " problems\n  " + String.join("\n  ", problems));
        }
    }
}
