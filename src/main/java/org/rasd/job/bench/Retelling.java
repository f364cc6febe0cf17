package org.rasd.job.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.Extraction;
import org.rasd.lang.SentenceSplitter;
import org.rasd.lang.Span;
import org.rasd.model.Article;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;

/**
 * Sentences and headlines of real articles, told anew of others: with other names of the same kind, other days and other
 * numbers, so that an archive of any size does not tell the same few events over and over.
 *
 * <p>A few names are drawn much more often than most, as in the news. The same random numbers give the same sentences.
 *
 * @param quietShare share (0 to 1) of the lines that are drawn from those that tell no event; the others are drawn from all
 */
record Retelling(Map<String, List<String>> names, Lines headlines, Lines sentences, double quietShare) {
    /** Lines to draw from, all of them and those that tell no event. */
    record Lines(List<Line> all, List<Line> quiet) {
        static Lines of(List<Line> all) {
            return new Lines(
                    List.copyOf(all),
                    all.stream().filter(line -> !line.tellsEvent()).toList());
        }

        Line draw(SplittableRandom random, double quietShare) {
            boolean fromQuiet = quietShare > 0 && !quiet.isEmpty() && random.nextDouble() < quietShare;
            List<Line> from = fromQuiet ? quiet : all;
            return from.get(random.nextInt(from.size()));
        }
    }

    /** A text, the names in it, in order and apart, and whether it tells an event. */
    record Line(String text, List<Slot> slots, boolean tellsEvent) {}

    /** A name at {@code begin..end}, of a kind in which names can stand for one another. */
    record Slot(int begin, int end, String kind) {}

    /** Learns the sentences of {@code articles} and the names that {@code extractor} finds in them. */
    static Retelling of(List<Article> articles, ArticleExtractor extractor) {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        List<Line> headlines = new ArrayList<>();
        List<Line> sentences = new ArrayList<>();
        for (Article article : articles) {
            Extraction extraction = extractor.extract(article);
            Set<Integer> telling = extraction.eventMentions().stream()
                    .map(EventMention::sentenceIndex)
                    .collect(Collectors.toSet());
            List<Mention> found = extraction.mentions();
            List<Mention> inTitle =
                    found.stream().filter(name -> name.sentenceIndex() == 0).toList();
            List<Mention> inBody =
                    found.stream().filter(name -> name.sentenceIndex() > 0).toList();
            headlines.add(line(article.title(), new Span(0, article.title().length()), inTitle, telling.contains(0)));
            int index = 1;
            for (Span span : SentenceSplitter.split(article.body())) {
                sentences.add(line(article.body(), span, inBody, telling.contains(index++)));
            }
            found.forEach(name ->
                    names.computeIfAbsent(kind(name), any -> new TreeSet<>()).add(name.surface()));
        }
        Map<String, List<String>> drawn = new TreeMap<>();
        names.forEach((kind, all) -> drawn.put(kind, List.copyOf(all)));
        return new Retelling(drawn, Lines.of(headlines), Lines.of(sentences), 0);
    }

    /** The same with more lines that tell no event. */
    Retelling quieter(double quietShare) {
        return new Retelling(names, headlines, sentences, quietShare);
    }

    private static Line line(String text, Span span, List<Mention> mentions, boolean tellsEvent) {
        List<Slot> slots = new ArrayList<>();
        int end = span.begin();
        for (Mention name : mentions.stream()
                .sorted(Comparator.comparingInt(Mention::begin))
                .toList()) {
            if (name.begin() >= end && name.end() <= span.end()) {
                slots.add(new Slot(name.begin() - span.begin(), name.end() - span.begin(), kind(name)));
                end = name.end();
            }
        }
        return new Line(text.substring(span.begin(), span.end()), slots, tellsEvent);
    }

    /** Countries stand for countries, other actors for other actors, and names without a code for their like. */
    private static String kind(Mention name) {
        String code = name.entityId();
        return name.entityType() + (code == null ? "" : code.length() == 3 ? " country" : " actor");
    }

    /** A headline, as told on {@code day}. */
    String headline(SplittableRandom random, LocalDate day) {
        return told(headlines.draw(random, quietShare), random, day);
    }

    /** A sentence, as told on {@code day}. */
    String sentence(SplittableRandom random, LocalDate day) {
        return told(sentences.draw(random, quietShare), random, day);
    }

    private String told(Line line, SplittableRandom random, LocalDate day) {
        StringBuilder text = new StringBuilder(line.text().length() + 32);
        int at = 0;
        for (Slot slot : line.slots()) {
            numbered(line.text().substring(at, slot.begin()), random, day, text);
            text.append(name(slot.kind(), random));
            at = slot.end();
        }
        numbered(line.text().substring(at), random, day, text);
        return text.toString();
    }

    private String name(String kind, SplittableRandom random) {
        List<String> all = names.getOrDefault(kind, List.of());
        double place = random.nextDouble();
        return all.get((int) (place * place * all.size()));
    }

    /** Years become that of {@code day}; other numbers as many digits, drawn anew. */
    private static void numbered(String text, SplittableRandom random, LocalDate day, StringBuilder out) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == i) {
                out.append(text.charAt(i++));
            } else {
                number(text.substring(i, end), random, day, out);
                i = end;
            }
        }
    }

    private static void number(String digits, SplittableRandom random, LocalDate day, StringBuilder out) {
        if (digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"))) {
            out.append(day.getYear());
            return;
        }
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            out.append(digit == '0' ? digit : (char) ('1' + random.nextInt(digits.length() == 2 && i == 0 ? 3 : 9)));
        }
    }
}
