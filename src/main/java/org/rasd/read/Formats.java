package org.rasd.read;

import java.util.List;
import java.util.Optional;

/** The formats that can be read; the one place where a new one is added. The order is the order of asking. */
public final class Formats {
    private static final ArticleSource ANY_TEXT = new TextSource();
    private static final List<ArticleSource> SOURCES = List.of(
            new WarcSource(),
            new ArcSource(),
            new TaggedSource(),
            new JsonSource(),
            new JsonLinesSource(),
            new HtmlSource(),
            new ParquetSource(),
            new CsvSource(),
            ANY_TEXT);

    private Formats() {}

    /** Names of all formats, as configuration and command line know them. */
    public static List<String> names() {
        return SOURCES.stream().map(ArticleSource::format).toList();
    }

    /** Names of the profiles that are taken where the user names none. */
    static List<String> defaultProfiles() {
        return SOURCES.stream().map(ArticleSource::defaultProfile).distinct().toList();
    }

    /** The source of the format called {@code name}. */
    static ArticleSource named(String name) {
        return SOURCES.stream()
                .filter(source -> source.format().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot read a file: format, got '" + name
                        + "'; use auto or one of " + String.join(", ", names())));
    }

    /** The source that knows this content, if any. */
    static Optional<ArticleSource> recognise(Head head) {
        return SOURCES.stream()
                .filter(source -> source != ANY_TEXT && source.recognises(head))
                .findFirst()
                .or(() -> SOURCES.stream()
                        .filter(source -> source.recognisesBroken(head))
                        .findFirst())
                .or(() -> Optional.of(ANY_TEXT).filter(source -> source.recognises(head)));
    }
}
