package org.rasd.clean.page;

import java.time.LocalDate;
import java.util.List;

/** An article to be wrapped as a page, whose text and day must come back. */
record Sample(String id, String title, List<String> paragraphs, LocalDate day) {
    Sample {
        paragraphs = List.copyOf(paragraphs);
    }

    String body() {
        return String.join("\n", paragraphs);
    }

    /** The first characters of the text, as teasers have them. */
    String summary() {
        String text = paragraphs.get(0);
        return text.length() > 150 ? text.substring(0, 150) + "..." : text;
    }
}
