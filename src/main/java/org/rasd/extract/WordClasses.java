package org.rasd.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Names of word classes with their numbers, in the order in which they were declared. */
public final class WordClasses {
    /** No more fit into a {@link ClassMask}. */
    public static final int MOST = 128;

    private final Map<String, Integer> ids = new LinkedHashMap<>();

    /** The number of a class, made where it is new. */
    public int declare(String name) {
        Integer id = ids.get(name);
        if (id != null) {
            return id;
        }
        if (ids.size() == MOST) {
            throw new IllegalArgumentException(
                    "Cannot load word classes: at most " + MOST + " classes, got one more, " + name + "; merge some");
        }
        ids.put(name, ids.size());
        return ids.size() - 1;
    }

    /** The number of a declared class. */
    public OptionalInt find(String name) {
        Integer id = ids.get(name);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** All names by number. */
    public List<String> names() {
        return List.copyOf(ids.keySet());
    }
}
