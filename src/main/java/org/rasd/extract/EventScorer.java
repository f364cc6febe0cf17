package org.rasd.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.GoldArticle.GoldEvent;
import org.rasd.extract.ScoredError.Kind;
import org.rasd.model.EventMention;

/**
 * Compares rows with labels: detection by article, sentence and type; the attributes on detected pairs only.
 *
 * <p>Optional labels are neither asked for nor counted against; alternative types are as good. Collects article after
 * article, then tells the sums.
 */
public final class EventScorer {
    private enum Part {
        PARTIES,
        ROLES,
        MEDIATORS,
        DATES,
        PERSONS,
        RECORD
    }

    private record Key(int sentence, String type) {}

    private final Map<String, Tally> types = new TreeMap<>();
    private final Map<Part, Tally> parts = new EnumMap<>(Part.class);
    private final Map<Integer, Tally> bins = new TreeMap<>();
    private final List<ScoredError> errors = new ArrayList<>();
    private final List<Calibration.Judged> judged = new ArrayList<>();
    private int pairs;
    private int statusHits;
    private int historicalHits;
    private int unaligned;

    /** The sums so far. */
    public Scores scores() {
        return new Scores(
                types,
                pairs,
                statusHits,
                historicalHits,
                sum(Part.PARTIES),
                sum(Part.ROLES),
                sum(Part.MEDIATORS),
                sum(Part.DATES),
                sum(Part.PERSONS),
                sum(Part.RECORD),
                unaligned,
                bins,
                errors);
    }

    /** Every row with whether its label is there. */
    List<Calibration.Judged> judged() {
        return List.copyOf(judged);
    }

    private Tally sum(Part part) {
        return parts.getOrDefault(part, Tally.NONE);
    }

    /** Compares the rows of one article. */
    public void add(GoldArticle article, List<EventMention> rows) {
        Map<Key, List<GoldEvent>> gold = new LinkedHashMap<>();
        Map<Key, String> alternatives = new HashMap<>();
        Set<Key> optional = new HashSet<>();
        for (GoldEvent event : article.events()) {
            Key key = new Key(event.sentence(), event.type());
            if (event.optional()) {
                optional.add(key);
            } else {
                gold.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
                event.alternatives().forEach(other -> alternatives.put(new Key(event.sentence(), other), event.type()));
            }
        }
        Map<Key, List<EventMention>> system = system(article, rows);
        forgive(gold, system, alternatives, optional);
        Set<Key> keys = new LinkedHashSet<>(gold.keySet());
        keys.addAll(system.keySet());
        for (Key key : keys) {
            compare(article, key, gold.getOrDefault(key, List.of()), system.getOrDefault(key, List.of()));
        }
    }

    private Map<Key, List<EventMention>> system(GoldArticle article, List<EventMention> rows) {
        SentenceAligner aligner = new SentenceAligner(article.sentences());
        Map<Key, List<EventMention>> out = new LinkedHashMap<>();
        for (EventMention row : rows) {
            OptionalInt at = aligner.align(row.sentenceIndex(), row.sentence(), row.trigger());
            if (at.isEmpty()) {
                unaligned++;
            } else {
                out.computeIfAbsent(new Key(at.getAsInt(), row.eventType()), k -> new ArrayList<>())
                        .add(row);
            }
        }
        return out;
    }

    /** Takes rows of alternative types as the type meant, and drops what is neither asked for nor counted. */
    private static void forgive(
            Map<Key, List<GoldEvent>> gold,
            Map<Key, List<EventMention>> system,
            Map<Key, String> alternatives,
            Set<Key> optional) {
        for (Key key : List.copyOf(system.keySet())) {
            if (gold.containsKey(key)) {
                continue;
            }
            String meant = alternatives.get(key);
            if (meant != null && !system.containsKey(new Key(key.sentence(), meant))) {
                system.put(new Key(key.sentence(), meant), Objects.requireNonNull(system.remove(key)));
            } else if (meant != null || optional.contains(key)) {
                system.remove(key);
            }
        }
    }

    private void compare(GoldArticle article, Key key, List<GoldEvent> gold, List<EventMention> system) {
        Tally tally =
                new Tally(gold.isEmpty() || system.isEmpty() ? 0 : 1, gold.isEmpty() ? 1 : 0, system.isEmpty() ? 1 : 0);
        types.merge(key.type(), tally, Tally::plus);
        system.forEach(row -> bins.merge(
                (int) Math.floor(row.confidence() * 10 + 1e-9),
                new Tally(gold.isEmpty() ? 0 : 1, gold.isEmpty() ? 1 : 0, 0),
                Tally::plus));
        system.forEach(row -> judged.add(new Calibration.Judged(row.confidence(), !gold.isEmpty())));
        if (gold.isEmpty()) {
            EventMention row = system.get(0);
            error(Kind.FALSE_ALARM, article, key, row.ruleId() + " \"" + row.trigger() + "\" " + row.confidence());
        } else if (system.isEmpty()) {
            error(Kind.MISSED, article, key, "\"" + gold.get(0).trigger() + "\"");
        }
        int hits = attributes(article, key, new ArrayList<>(gold), new ArrayList<>(system));
        count(Part.RECORD, new Tally(hits, system.size() - hits, gold.size() - hits));
    }

    private void error(Kind kind, GoldArticle article, Key key, String detail) {
        errors.add(new ScoredError(
                kind,
                key.type(),
                article.url(),
                key.sentence(),
                detail,
                article.sentences().get(key.sentence())));
    }

    private void count(Part part, Tally tally) {
        parts.merge(part, tally, Tally::plus);
    }

    private int attributes(GoldArticle article, Key key, List<GoldEvent> gold, List<EventMention> system) {
        int hits = 0;
        while (!gold.isEmpty() && !system.isEmpty()) {
            GoldEvent event = gold.get(0);
            EventMention row = system.get(0);
            for (GoldEvent e : gold) {
                for (EventMention r : system) {
                    if (fit(e, r) > fit(event, row)) {
                        event = e;
                        row = r;
                    }
                }
            }
            gold.remove(event);
            system.remove(row);
            hits += pair(article, key, event, row) ? 1 : 0;
        }
        return hits;
    }

    /** Shared parties first, then status, then few parties that differ. */
    private static long fit(GoldEvent event, EventMention row) {
        Set<String> asked = parties(event);
        Set<String> told = parties(row);
        Set<String> both = new HashSet<>(asked);
        both.retainAll(told);
        int differ = asked.size() + told.size() - 2 * both.size();
        return both.size() * 1_000_000L + (event.status().code().equals(row.status()) ? 100_000 : 0) - differ;
    }

    private static Set<String> parties(GoldEvent event) {
        Set<String> out = new TreeSet<>(event.source());
        out.addAll(event.target());
        return out;
    }

    private static Set<String> parties(EventMention row) {
        Set<String> out = new TreeSet<>(row.sourceActors());
        out.addAll(row.targetActors());
        return out;
    }

    private boolean pair(GoldArticle article, Key key, GoldEvent event, EventMention row) {
        pairs++;
        boolean status = event.status().code().equals(row.status());
        statusHits += status ? 1 : 0;
        if (!status) {
            error(Kind.STATUS, article, key, event.status().code() + " wanted, " + row.status() + at(row));
        }
        historicalHits += event.historical() == row.historical() ? 1 : 0;
        if (event.historical() != row.historical()) {
            error(Kind.HISTORICAL, article, key, event.historical() + " wanted, " + row.historical() + at(row));
        }
        Set<String> asked = parties(event);
        Set<String> told = parties(row);
        count(Part.PARTIES, sets(asked, told));
        count(Part.MEDIATORS, sets(new HashSet<>(event.mediators()), new HashSet<>(row.mediators())));
        count(Part.ROLES, sets(roles(event.source(), event.target()), roles(row.sourceActors(), row.targetActors())));
        if (!asked.equals(told)) {
            error(
                    Kind.PARTIES,
                    article,
                    key,
                    event.source() + " > " + event.target() + " wanted, " + row.sourceActors() + " > "
                            + row.targetActors() + " med " + row.mediators() + at(row));
        }
        date(article, key, event, row);
        persons(article, key, event, row);
        return status && asked.equals(told);
    }

    private static String at(EventMention row) {
        return " at \"" + row.trigger() + "\" " + row.ruleId();
    }

    private static Set<String> roles(List<String> source, List<String> target) {
        Set<String> out = new HashSet<>();
        source.forEach(code -> out.add("s " + code));
        target.forEach(code -> out.add("t " + code));
        return out;
    }

    private static Tally sets(Set<String> asked, Set<String> told) {
        Set<String> both = new HashSet<>(asked);
        both.retainAll(told);
        return new Tally(both.size(), told.size() - both.size(), asked.size() - both.size());
    }

    private void date(GoldArticle article, Key key, GoldEvent event, EventMention row) {
        @Nullable
        String told = row.eventDate() == null || "published".equals(row.eventDateBasis())
                ? null
                : row.eventDate().toString();
        Optional<String> asked = event.date();
        boolean right = told != null && asked.filter(told::startsWith).isPresent();
        if (told != null || asked.isPresent()) {
            count(Part.DATES, tally(right, told != null, asked.isPresent()));
            if (!right) {
                error(Kind.DATE, article, key, asked.orElse("none") + " wanted, " + told + at(row));
            }
        }
    }

    private void persons(GoldArticle article, Key key, GoldEvent event, EventMention row) {
        Integer told = row.personsCount();
        Optional<Integer> asked = event.persons();
        if (told != null || asked.isPresent()) {
            boolean right = told != null && asked.filter(told::equals).isPresent();
            count(Part.PERSONS, tally(right, told != null, asked.isPresent()));
            if (!right) {
                String wanted = asked.map(String::valueOf).orElse("none");
                error(Kind.PERSONS, article, key, wanted + " wanted, " + told + at(row));
            }
        }
    }

    private static Tally tally(boolean right, boolean told, boolean asked) {
        return new Tally(right ? 1 : 0, told && !right ? 1 : 0, asked && !right ? 1 : 0);
    }
}
