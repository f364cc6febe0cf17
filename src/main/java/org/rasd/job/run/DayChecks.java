package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.publish.Publisher;
import org.rasd.publish.StagedTable;
import org.rasd.table.TableSpec;
import scala.Tuple2;

/**
 * Looks for odd days among those of a run, in what is staged; finds make warnings, they stop nothing.
 *
 * <p>Cost: one look at the coverage of the run's days and four weeks around; the driver holds days, not sources.
 */
final class DayChecks {
    private static final int NAMED = 10;

    private final Publisher publisher;
    private final SortedSet<LocalDate> days;

    /**
     * @param days that the run replaces
     */
    DayChecks(Publisher publisher, SortedSet<LocalDate> days) {
        this.publisher = publisher;
        this.days = new TreeSet<>(days);
    }

    /** A line for each kind of odd day, with the first of them named. */
    List<String> warnings(TableSpec coverage) {
        List<String> warnings = new ArrayList<>();
        if (days.isEmpty()) {
            return warnings;
        }
        Dataset<Row> articles = publisher
                .after(coverage)
                .filter(col("article_count")
                        .gt(0)
                        .and(col("published_on")
                                .between(
                                        days.first().minusDays(OddDays.AROUND),
                                        days.last().plusDays(OddDays.AROUND))));
        volume(articles).warnInto(warnings, "odd volume of a source");
        Found.of(OddDays.oneSource(sources(articles), days)).warnInto(warnings, "articles of one source only");
        Found.of(OddDays.withoutEvents(staged(Tables.ARTICLES), staged(Tables.EVENT_MENTIONS), days))
                .warnInto(warnings, "many articles and not one event");
        return warnings;
    }

    private Found volume(Dataset<Row> articles) {
        List<LocalDate> run = List.copyOf(days);
        return articles.select("source", "published_on", "article_count")
                .javaRDD()
                .mapToPair(row -> new Tuple2<>(row.getString(0), new Tuple2<>(row.getLocalDate(1), row.getLong(2))))
                .groupByKey()
                .map(source -> {
                    SortedMap<LocalDate, Long> counts = new TreeMap<>();
                    source._2().forEach(day -> counts.put(day._1(), day._2()));
                    return Found.of(OddDays.volume(source._1(), counts, run));
                })
                .fold(Found.of(List.of()), Found::and);
    }

    private static SortedMap<LocalDate, Long> sources(Dataset<Row> articles) {
        SortedMap<LocalDate, Long> sources = new TreeMap<>();
        articles.groupBy("published_on")
                .agg(count("*"))
                .collectAsList()
                .forEach(row -> sources.put(row.getLocalDate(0), row.getLong(1)));
        return sources;
    }

    private SortedMap<LocalDate, Long> staged(TableSpec spec) {
        return publisher.staged().stream()
                .filter(table -> table.spec().equals(spec))
                .findFirst()
                .map(StagedTable::rowsByDay)
                .orElseGet(TreeMap::new);
    }

    /** The first odd days by name, and how many there are. */
    private record Found(long count, List<String> first) implements Serializable {
        static Found of(List<String> odd) {
            return new Found(odd.size(), first(odd));
        }

        Found and(Found other) {
            List<String> both = new ArrayList<>(first);
            both.addAll(other.first);
            return new Found(count + other.count, first(both));
        }

        private static List<String> first(List<String> odd) {
            return new ArrayList<>(
                    odd.stream().sorted(Comparator.naturalOrder()).limit(NAMED).toList());
        }

        void warnInto(List<String> warnings, String what) {
            if (count > 0) {
                warnings.add(what + " (" + count + "): " + String.join(", ", first)
                        + (count > first.size() ? " and " + (count - first.size()) + " more" : ""));
            }
        }
    }
}
