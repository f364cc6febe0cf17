package org.rasd.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a profile can map: the fields of an article that an archive may hold. */
public enum ArticleField {
    URL,
    TITLE,
    BODY,
    PUBLISHED,
    ID,
    SOURCE,
    AUTHOR,
    LANGUAGE,
    UPDATED;

    /** The name in configuration, for example {@code published}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field with this name, if there is one. */
    public static Optional<ArticleField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
