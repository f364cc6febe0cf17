package org.rasd.resolve;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds sightings for tests; each step returns a changed copy. */
record Told(
        String id,
        String article,
        String story,
        String source,
        int sentence,
        String type,
        String status,
        boolean historical,
        List<String> from,
        List<String> to,
        @Nullable Integer persons,
        @Nullable LocalDate date,
        @Nullable String precision,
        @Nullable String basis,
        @Nullable String topic,
        double confidence,
        LocalDate published,
        String text) {

    /** An article of its own that tells, on {@code day}, that {@code parties} exchanged prisoners. */
    static Told exchange(String id, String day, String... parties) {
        return event("PRISONER_EXCHANGE", id, day, parties);
    }

    /** An article of its own with an event of {@code type}: all parties of a two-sided one, else the source. */
    static Told event(String type, String id, String day, String... parties) {
        return new Told(
                id,
                "article-" + id,
                "story-" + id,
                "source-" + id,
                1,
                type,
                "occurred",
                false,
                List.of(parties),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                0.9,
                LocalDate.parse(day),
                "");
    }

    Told as(String status) {
        return copy(article, story, sentence, status, historical, to, persons, date, precision, basis, topic, text);
    }

    Told background() {
        return copy(article, story, sentence, status, true, to, persons, date, precision, basis, topic, text);
    }

    Told in(String article, int sentence) {
        return copy(
                article,
                "story-" + article,
                sentence,
                status,
                historical,
                to,
                persons,
                date,
                precision,
                basis,
                topic,
                text);
    }

    Told copyOfStory(String story) {
        return copy(article, story, sentence, status, historical, to, persons, date, precision, basis, topic, text);
    }

    Told against(String... targets) {
        return copy(
                article,
                story,
                sentence,
                status,
                historical,
                List.of(targets),
                persons,
                date,
                precision,
                basis,
                topic,
                text);
    }

    Told persons(int count) {
        return copy(article, story, sentence, status, historical, to, count, date, precision, basis, topic, text);
    }

    Told on(String day) {
        return dated(LocalDate.parse(day), "day");
    }

    Told inMonth(String month) {
        return dated(LocalDate.parse(month + "-01"), "month");
    }

    Told inYear(int year) {
        return dated(LocalDate.of(year, 1, 1), "year");
    }

    Told about(String subject) {
        return copy(article, story, sentence, status, historical, to, persons, date, precision, basis, subject, text);
    }

    Told saying(String words) {
        return copy(article, story, sentence, status, historical, to, persons, date, precision, basis, topic, words);
    }

    Told sure(double confidence) {
        return new Told(
                id,
                article,
                story,
                source,
                sentence,
                type,
                status,
                historical,
                from,
                to,
                persons,
                date,
                precision,
                basis,
                topic,
                confidence,
                published,
                text);
    }

    Sighting sighting() {
        List<String> countries = Stream.concat(from.stream(), to.stream())
                .filter(code -> code.length() == 3)
                .sorted()
                .toList();
        return new Sighting(
                id,
                article,
                story,
                source,
                sentence,
                type,
                status,
                historical,
                from,
                to,
                List.of(),
                countries,
                persons,
                date,
                precision,
                basis,
                topic,
                confidence,
                published,
                Sketch.of(text),
                "",
                "",
                published,
                "",
                "",
                null);
    }

    private Told dated(LocalDate day, String precision) {
        return copy(article, story, sentence, status, historical, to, persons, day, precision, "explicit", topic, text);
    }

    private Told copy(
            String article,
            String story,
            int sentence,
            String status,
            boolean historical,
            List<String> to,
            @Nullable Integer persons,
            @Nullable LocalDate date,
            @Nullable String precision,
            @Nullable String basis,
            @Nullable String topic,
            String text) {
        return new Told(
                id,
                article,
                story,
                source,
                sentence,
                type,
                status,
                historical,
                from,
                to,
                persons,
                date,
                precision,
                basis,
                topic,
                confidence,
                published,
                text);
    }
}
