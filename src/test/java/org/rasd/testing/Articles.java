package org.rasd.testing;

import java.time.LocalDate;
import org.rasd.model.Article;

/** Articles as cleaning leaves them, of which only text, language and day matter to a test. */
public final class Articles {
    private Articles() {}

    /** An article alone in its story. */
    public static Article of(String id, String title, String body, String language, LocalDate day) {
        return new Article(
                id,
                null,
                "paper.example",
                title,
                body,
                language,
                1,
                day,
                null,
                "archive",
                null,
                null,
                "f.jsonl",
                0,
                "hash",
                id,
                10);
    }
}
