package org.rasd.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The pairs of reports labelled by hand under {@code src/test/resources/links}, and the sightings that they are of. */
record LinkedPairs(List<Pair> pairs, List<Sighting> sightings) {

    /** Two reports, and whether they tell of one event. */
    record Pair(String half, boolean same, String one, String other) {}

    /**
     * How the resolver's links compare with the labels.
     *
     * @param precision share of the linked pairs that are the same
     * @param recall share of the same pairs that are linked
     */
    record Score(int same, int linked, double precision, double recall) {}

    static LinkedPairs read() {
        List<Pair> pairs = new ArrayList<>();
        for (String[] cells : rows(open("/links/pairs.tsv"))) {
            if (!cells[1].equals("unclear") && !cells[0].equals("half")) {
                pairs.add(new Pair(cells[0], cells[1].equals("same"), cells[2], cells[3]));
            }
        }
        try {
            List<Sighting> sightings = rows(new GZIPInputStream(open("/links/sightings.tsv.gz"))).stream()
                    .map(LinkedPairs::sighting)
                    .toList();
            return new LinkedPairs(pairs, sightings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Score score(String half, ResolveSettings settings) {
        Map<String, String> events = new HashMap<>();
        new Resolver(settings)
                .resolve(sightings)
                .sightings()
                .forEach(s -> events.put(s.eventMentionId(), String.valueOf(s.eventId())));
        int right = 0;
        int linked = 0;
        int same = 0;
        for (Pair pair : pairs) {
            if (pair.half.equals(half)) {
                String event = events.get(pair.one);
                boolean joined = event != null && event.equals(events.get(pair.other));
                linked += joined ? 1 : 0;
                same += pair.same ? 1 : 0;
                right += joined && pair.same ? 1 : 0;
            }
        }
        return new Score(same, linked, right / (double) linked, right / (double) same);
    }

    private static Sighting sighting(String[] cells) {
        List<String> source = codes(cells[6]);
        List<String> target = codes(cells[7]);
        return new Sighting(
                cells[0],
                cells[1],
                cells[1],
                "news.example",
                Integer.parseInt(cells[2]),
                cells[3],
                cells[4],
                cells[5].equals("background"),
                source,
                target,
                codes(cells[8]),
                Stream.concat(source.stream(), target.stream())
                        .filter(code -> code.length() == 3)
                        .distinct()
                        .sorted()
                        .toList(),
                cells[9].isEmpty() ? null : Integer.valueOf(cells[9]),
                cells[10].isEmpty() ? null : LocalDate.parse(cells[10]),
                cells[11].isEmpty() ? null : cells[11],
                cells[10].isEmpty() ? null : "explicit",
                cells[12].isEmpty() ? null : cells[12],
                1.0,
                LocalDate.parse(cells[13]),
                sketch(cells[14]),
                "",
                "",
                LocalDate.parse(cells[13]),
                "",
                "",
                null);
    }

    private static String sketch(String hex) {
        StringBuilder sketch = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 4) {
            sketch.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        }
        return sketch.toString();
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(LinkedPairs.class.getResourceAsStream(resource), resource);
    }

    private static List<String[]> rows(InputStream file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
