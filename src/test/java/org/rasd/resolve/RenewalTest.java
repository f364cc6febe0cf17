package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.testing.LocalSpark;

/** A run that resolves what it touches comes to what a run over everything comes to. */
class RenewalTest {
    private final SparkSession spark = LocalSpark.session();
    private final ResolveStage stage = new ResolveStage(ResolveSettings.defaults());
    private final RenewalStage renewal = new RenewalStage(ResolveSettings.defaults());

    /** Rows by id, as text. */
    private record Outcome(Map<String, String> signatures, Map<String, String> events) {}

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void touchedStoriesResolvedAnewGiveWhatEverythingGives(long seed) {
        Random random = new Random(seed);
        List<Sighting> all = Drawn.sightings(random, 1_200, 600, 120);
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120));
        List<Sighting> older = all.stream()
                .filter(told -> !told.publishedOn().equals(day) || random.nextInt(3) == 0)
                .toList();
        Set<String> stories = Stream.concat(all.stream(), older.stream())
                .filter(told -> told.publishedOn().equals(day))
                .map(Sighting::storyId)
                .collect(Collectors.toSet());
        try (ResolveStage.Resolved before = stage.run(parallel(older), older.size());
                ResolveStage.Resolved whole = stage.run(parallel(all), all.size())) {
            Dataset<Row> signatures =
                    ResolveStage.signatures(spark, before.sightings()).persist();
            Dataset<Row> touched = signatures.filter(functions.col("story_id").isin(stories.toArray()));
            Dataset<Row> others =
                    signatures.filter(functions.not(functions.col("story_id").isin(stories.toArray())));
            List<Sighting> told = all.stream()
                    .filter(sighting -> stories.contains(sighting.storyId()))
                    .toList();
            try (ResolveStage.Resolved renewed = renewal.run(parallel(told), touched, others, all.size())) {
                Outcome expected = new Outcome(byId(whole.sightings()), byId(whole.events(spark)));
                assertThat(merged(renewed, touched, others, before.events(spark)))
                        .isEqualTo(expected);
                assertThat(renewed.sightings().map(Sighting::eventMentionId).collect())
                        .as("told as new or changed")
                        .containsAll(changed(byId(signatures), whole.sightings().collect()));
                assertThat(renewed.count()).as("resolved again").isLessThan(all.size());
            }
            signatures.unpersist();
        }
    }

    private Outcome merged(
            ResolveStage.Resolved renewed, Dataset<Row> touched, Dataset<Row> others, Dataset<Row> events) {
        Map<String, String> signatures = byId(others);
        signatures.putAll(byId(renewed.sightings()));
        Map<String, String> merged = byId(events);
        Stream.concat(
                        renewed.eventsBefore(spark).collectAsList().stream(),
                        touched.select("event_id").collectAsList().stream())
                .forEach(row -> merged.remove(row.getString(0) == null ? "" : row.getString(0)));
        merged.putAll(byId(renewed.events(spark)));
        return new Outcome(signatures, merged);
    }

    /** Ids of those that have another row than {@code before}. */
    private Set<String> changed(Map<String, String> before, List<Sighting> now) {
        Map<String, String> rows = byId(parallel(now));
        return now.stream()
                .filter(told -> !Objects.equals(rows.get(told.eventMentionId()), before.get(told.eventMentionId())))
                .map(Sighting::eventMentionId)
                .collect(Collectors.toSet());
    }

    private JavaRDD<Sighting> parallel(List<Sighting> sightings) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(new ArrayList<>(sightings), 3);
    }

    private Map<String, String> byId(JavaRDD<Sighting> sightings) {
        return byId(ResolveStage.signatures(spark, sightings));
    }

    private static Map<String, String> byId(Dataset<Row> rows) {
        Map<String, String> byId = new TreeMap<>();
        rows.collectAsList().forEach(row -> byId.put(row.getString(0), row.toString()));
        return byId;
    }
}
