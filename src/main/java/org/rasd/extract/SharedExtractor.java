package org.rasd.extract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rasd.model.ConfRoot;

/**
 * One extractor a process and configuration, whatever the number of tasks: the automaton takes a second to build.
 *
 * <p>The cache holds unchangeable values under what they were built from, so it is no state that a run could see.
 */
public final class SharedExtractor {
    private record Key(String place, ExtractSettings settings) {}

    private static final Map<Key, ArticleExtractor> BUILT = new ConcurrentHashMap<>();

    private SharedExtractor() {}

    /** The extractor for {@code conf} and {@code settings}, built on first use. */
    public static ArticleExtractor get(ConfRoot conf, ExtractSettings settings) {
        return BUILT.computeIfAbsent(
                new Key(conf.describe("events"), settings), key -> new ArticleExtractor(conf, settings));
    }
}
