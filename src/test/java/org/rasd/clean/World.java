package org.rasd.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rasd.model.BodyFormat;
import org.rasd.model.RawRecord;

/** A made archive: invented words, and the ways in which papers repeat one another. */
final class World {
    static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final String[] SYLLABLES = {
        "با", "تو", "سي", "رم", "كال", "دن", "هو", "مي", "فر", "لا", "نص", "جو", "قد", "شم", "زي", "عب"
    };
    private static final String[] SOURCES = {"alef.example", "ba.example", "ta.example"};

    private final SplittableRandom random;
    private final List<RawRecord> records = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();
    private int number;

    /** What a record says, to be said again. */
    private record Telling(String url, String title, List<String> text) {}

    World(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A text of {@code words} invented words in paragraphs. */
    List<String> text(int words) {
        return IntStream.range(0, words).mapToObj(i -> word()).collect(Collectors.toCollection(ArrayList::new));
    }

    private String word() {
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    /** {@code text} without its last part. */
    List<String> cut(List<String> text, double share) {
        return new ArrayList<>(text.subList(0, (int) (text.size() * share)));
    }

    /** {@code text} with a new paragraph somewhere in it. */
    List<String> withParagraph(List<String> text, int words) {
        List<String> more = new ArrayList<>(text);
        more.addAll(random.nextInt(text.size()), text(words));
        return more;
    }

    /** {@code text} with some words changed. */
    List<String> edited(List<String> text, int words) {
        List<String> more = new ArrayList<>(text);
        IntStream.range(0, words).forEach(i -> more.set(random.nextInt(more.size()), word()));
        return more;
    }

    /** Adds a record of day {@code day}; returns its url. */
    String add(int day, List<String> text) {
        String url = "https://" + SOURCES[random.nextInt(SOURCES.length)] + "/" + number;
        add(day, url, "عنوان " + word() + " " + word(), text, null);
        return url;
    }

    RawRecord add(int day, String url, String title, List<String> text, @Nullable String updated) {
        RawRecord record = new RawRecord(
                "archive-" + number % 3 + ".jsonl",
                100L * number++,
                null,
                null,
                null,
                url,
                null,
                title,
                String.join(" ", text),
                BodyFormat.TEXT.code(),
                FIRST.plusDays(day) + "T" + (10 + random.nextInt(10)) + ":00:00Z",
                null,
                updated,
                null,
                null,
                null);
        records.add(record);
        tellings.add(new Telling(url, title, text));
        return record;
    }

    List<RawRecord> records() {
        return records;
    }

    /** Stories told over {@code days} days with every kind of repeat. */
    static World of(long seed, int days, int stories) {
        World world = new World(seed);
        SplittableRandom random = world.random;
        for (int story = 0; story < stories; story++) {
            List<String> text = world.text(60 + random.nextInt(200));
            int day = random.nextInt(days);
            int tellings = 1 + random.nextInt(5);
            for (int i = 0; i < tellings; i++) {
                world.tell(day, text);
                day = Math.min(days - 1, day + random.nextInt(3));
                text = random.nextInt(3) == 0 ? world.edited(text, 6) : text;
            }
        }
        return world;
    }

    private void tell(int day, List<String> text) {
        Telling earlier = tellings.isEmpty() ? null : tellings.get(random.nextInt(tellings.size()));
        switch (random.nextInt(8)) {
            case 0 -> add(day, cut(text, 0.6 + 0.4 * random.nextDouble()));
            case 1, 2 -> add(day, withParagraph(text, 10 + random.nextInt(20)));
            case 3 -> {
                if (earlier != null) {
                    add(day, earlier.url(), "عنوان", text, "2024-04-0" + (1 + random.nextInt(9)));
                }
            }
            case 4 -> {
                if (earlier != null) {
                    String host = earlier.url().substring(0, earlier.url().lastIndexOf('/') + 1);
                    add(day, host + number, earlier.title(), earlier.text(), null);
                }
            }
            default -> add(day, text);
        }
    }
}
