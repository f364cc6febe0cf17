package org.rasd.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Sha256;

/** The real events of the sample archive, and which of them a report speaks of. */
record SampleTruth(List<TrueEvent> events) {
    private static final Path TRUTH = Path.of("src", "sample", "truth");

    /** A real event, as {@code truth/events.jsonl} has it. */
    record TrueEvent(
            String key,
            String type,
            Set<String> parties,
            Set<String> mediators,
            LocalDate date,
            @Nullable Integer persons,
            String status,
            Set<String> articles) {}

    static SampleTruth read() {
        List<TrueEvent> events = new ArrayList<>();
        for (JsonNode event : lines(TRUTH.resolve("events.jsonl"))) {
            events.add(new TrueEvent(
                    event.path("key").asText(),
                    event.path("type").asText(),
                    strings(event.path("parties")),
                    strings(event.path("mediators")),
                    LocalDate.parse(event.path("date").asText()),
                    event.path("persons").isInt() ? event.path("persons").asInt() : null,
                    event.path("status").asText(),
                    strings(event.path("articles"))));
        }
        return new SampleTruth(List.copyOf(events));
    }

    /** The sightings that the labelled articles hold, by the article's URL. */
    static Map<String, List<Sighting>> goldSightings() {
        Map<String, List<Sighting>> sightings = new HashMap<>();
        for (JsonNode article : lines(TRUTH.resolve("mentions.jsonl"))) {
            String url = article.path("url").asText();
            int number = 0;
            for (JsonNode event : article.path("events")) {
                sightings.computeIfAbsent(url, any -> new ArrayList<>()).add(sighting(article, event, number++));
            }
        }
        return sightings;
    }

    /** The real event that a report of the article at {@code url} speaks of, where just one fits. */
    Optional<TrueEvent> spokenOf(Sighting report, String url) {
        List<TrueEvent> fitting = events.stream()
                .filter(event -> event.type().equals(report.eventType()))
                .filter(event -> partiesFit(report, event))
                .filter(event -> timeFits(report, event, url))
                .filter(event -> statusFits(report, event))
                .toList();
        List<TrueEvent> sameStatus = fitting.stream()
                .filter(event -> event.status().equals(report.status()))
                .toList();
        List<TrueEvent> best = sameStatus.size() == 1 ? sameStatus : fitting;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static boolean timeFits(Sighting report, TrueEvent event, String url) {
        Optional<Span> told = report.ownDate();
        boolean news = event.articles().contains(url) && !report.historical();
        return told.map(span -> span.overlaps(Span.day(event.date()))
                        && (news || !report.sourceActors().isEmpty()))
                .orElse(news);
    }

    /** A plan told when the event is over, or a failure of what happened, is another event's. */
    private static boolean statusFits(Sighting report, TrueEvent event) {
        boolean before = report.publishedOn().isBefore(event.date());
        return report.status().equals(event.status())
                || report.isPlan() && (before || event.status().equals("planned"));
    }

    private static boolean partiesFit(Sighting report, TrueEvent event) {
        Map<String, String> affiliations = ResolveSettings.defaults().affiliations();
        Set<String> known = new TreeSet<>(event.parties());
        known.addAll(event.mediators());
        Set<String> roots = new TreeSet<>();
        known.forEach(code -> roots.add(affiliations.getOrDefault(code, code)));
        return Stream.concat(report.sourceActors().stream(), report.targetActors().stream())
                .allMatch(code -> known.contains(code) || roots.contains(affiliations.getOrDefault(code, code)));
    }

    private static Sighting sighting(JsonNode article, JsonNode event, int number) {
        String url = article.path("url").asText();
        LocalDate published = LocalDate.parse(article.path("published").asText());
        List<String> source = List.copyOf(strings(event.path("source")));
        List<String> target = List.copyOf(strings(event.path("target")));
        String date = event.path("date").isNull() ? "" : event.path("date").asText();
        int sentence = event.path("s").asInt();
        return new Sighting(
                Sha256.id(url + "|" + number),
                Sha256.id(url),
                Sha256.id(url),
                url.split("/")[2],
                sentence,
                event.path("type").asText(),
                event.path("status").asText(),
                event.path("historical").asBoolean(),
                source,
                target,
                List.copyOf(strings(event.path("mediators"))),
                Stream.concat(source.stream(), target.stream())
                        .filter(code -> code.length() == 3)
                        .distinct()
                        .sorted()
                        .toList(),
                event.path("persons").isInt() ? event.path("persons").asInt() : null,
                date.isEmpty() ? published : LocalDate.parse((date + "-01-01").substring(0, 10)),
                date.length() == 4 ? "year" : date.length() == 7 ? "month" : "day",
                date.isEmpty() ? "published" : "explicit",
                null,
                1.0,
                published,
                Sketch.of(article.path("sentences").path(sentence).asText()),
                "",
                "",
                published,
                "",
                "",
                null);
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new TreeSet<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static List<JsonNode> lines(Path file) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                lines.add(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
