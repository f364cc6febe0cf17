package org.rasd.job.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.rasd.extract.annotate.EntityPipeline;
import org.rasd.extract.annotate.PipelineNames;
import org.rasd.extract.annotate.PipelineSettings;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.NameScores;
import org.rasd.extract.ner.Tagger;
import org.rasd.extract.ner.TaggerData;
import org.rasd.extract.ner.Tags;

/**
 * Our tagger and a pipeline of Spark NLP's on the same labelled sentences: F1 of PER, LOC and ORG by exact span, speed, size.
 *
 * <p>Shape: scores by type, then a table in Markdown. Speed is by the time of all threads on cores, and leaves
 * loading and a first pass out.
 */
public final class NerComparison {
    /** What the speed is measured on at most. */
    private static final int TIMED = 2_000;

    private static final int WARM_UP = 200;
    /** Core seconds to measure over: a short pass is mostly the compiler's. */
    private static final double AT_LEAST = 8;

    private final Map<String, List<BioSentence>> sets;
    private final PrintWriter out;
    private final List<String> rows = new ArrayList<>();

    /** A comparison on {@code sets}, each by its name, told on {@code out}. */
    public NerComparison(Map<String, List<BioSentence>> sets, PrintWriter out) {
        this.sets = new LinkedHashMap<>(sets);
        this.out = out;
    }

    /** Finds the names of sentences, one list a sentence. */
    private interface Finder {
        List<List<Tags.Name>> find(List<BioSentence> sentences);
    }

    /** Measures the tagger of {@code data}, whose files have {@code bytes}. */
    public void add(TaggerData data, long bytes) {
        add("Rasd's tagger", bytes, sentences -> {
            Tagger tagger = new Tagger(data);
            return sentences.stream()
                    .map(sentence -> tagger.names(sentence.tokens()))
                    .toList();
        });
    }

    /** Measures a pipeline in {@code spark}, which should have one thread. */
    public void add(SparkSession spark, PipelineSettings settings) {
        EntityPipeline pipeline = EntityPipeline.load(settings);
        String place = settings.place();
        add(
                "Spark NLP, " + place.substring(place.lastIndexOf('/') + 1),
                bytes(Path.of(place)),
                sentences -> PipelineNames.of(spark, pipeline, sentences));
    }

    private void add(String name, long bytes, Finder finder) {
        List<String> cells = new ArrayList<>(List.of(name));
        sets.forEach((set, sentences) -> {
            NameScores scores = NameScores.of(sentences, finder.find(sentences));
            out.println(name + " on " + set + ":");
            scores.lines().forEach(out::println);
            cells.add(String.format(Locale.ROOT, "%.3f", scores.f1()));
        });
        List<BioSentence> timed =
                sets.values().stream().flatMap(List::stream).limit(TIMED).toList();
        finder.find(timed.subList(0, Math.min(WARM_UP, timed.size())));
        double begin = CoreTime.seconds();
        double seconds = 0;
        int passes = 0;
        while (seconds < AT_LEAST) {
            finder.find(timed);
            passes++;
            seconds = CoreTime.seconds() - begin;
        }
        seconds /= passes;
        long tokens = timed.stream().mapToLong(one -> one.tokens().size()).sum();
        long textBytes = timed.stream().mapToLong(NerComparison::bytes).sum();
        cells.add(String.format(Locale.ROOT, "%,.0f", tokens / seconds));
        cells.add(String.format(Locale.ROOT, "%,.0f", (double) textBytes / EntityBench.BYTES / seconds));
        cells.add(bytes == 0 ? "" : String.format(Locale.ROOT, "%.1f", bytes / 1e6));
        rows.add(row(cells));
        out.flush();
    }

    private static long bytes(BioSentence sentence) {
        return String.join(" ", sentence.tokens()).getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    /** Bytes of the files under {@code place}; 0 where it is no local folder. */
    public static long bytes(Path place) {
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure the size of " + place, e);
        }
    }

    /** Prints what was measured as a table. */
    public void table() {
        List<String> heads = new ArrayList<>(List.of("engine"));
        sets.keySet().forEach(set -> heads.add("F1, " + set));
        heads.addAll(List.of("tokens a second of a core", "articles of 3.5 KB a second of a core", "size, MB"));
        out.println();
        out.println(row(heads));
        out.println(row(heads.stream().map(head -> "---").toList()));
        rows.forEach(out::println);
        out.flush();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
