package org.rasd.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.rasd.testing.LocalSpark;

/** What a warehouse would hold after runs of cleaning, in memory; days are replaced as the job replaces them. */
final class Shelf implements Earlier {
    private final Map<String, TreeMap<LocalDate, List<Row>>> tables = new HashMap<>();

    /** Takes what {@code cleaned} says of its touched days. */
    void publish(Cleaned cleaned) {
        // All is read before anything changes, as the rows may come from this shelf.
        Map<String, List<Row>> rows = Map.of(
                "articles", cleaned.articles().collectAsList(),
                "duplicates", cleaned.duplicates().collectAsList(),
                "signatures", cleaned.signatures().collectAsList());
        rows.forEach((name, all) -> replace(table(name), cleaned.touched(), all));
    }

    private static void replace(TreeMap<LocalDate, List<Row>> table, Set<LocalDate> days, List<Row> rows) {
        days.forEach(table::remove);
        for (Row row : rows) {
            LocalDate day = row.getAs("published_on");
            if (!days.contains(day)) {
                throw new AssertionError("a row of " + day + ", which is not replaced: " + row);
            }
            table.computeIfAbsent(day, any -> new ArrayList<>()).add(row);
        }
    }

    private TreeMap<LocalDate, List<Row>> table(String name) {
        return tables.computeIfAbsent(name, any -> new TreeMap<>());
    }

    @Override
    public SortedSet<LocalDate> days() {
        return new TreeSet<>(table("signatures").keySet());
    }

    @Override
    public Dataset<Row> signatures(Collection<LocalDate> days) {
        return rows("signatures", days, CleanStage.SIGNATURE);
    }

    @Override
    public Dataset<Row> articles(Collection<LocalDate> days) {
        return rows("articles", days, CleanStage.ARTICLE);
    }

    @Override
    public Dataset<Row> duplicates(Collection<LocalDate> days) {
        return rows("duplicates", days, CleanStage.DUPLICATE);
    }

    private Dataset<Row> rows(String name, Collection<LocalDate> days, StructType schema) {
        List<Row> rows = new ArrayList<>();
        days.forEach(day -> rows.addAll(table(name).getOrDefault(day, List.of())));
        return LocalSpark.session().createDataFrame(rows, schema);
    }

    /** Every row of every table as text, sorted. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, days) ->
                days.values().forEach(rows -> rows.forEach(row -> lines.add(name + " " + row.mkString(" | ")))));
        lines.sort(null);
        return lines;
    }

    /** story_id by url, of all articles. */
    Map<String, String> stories() {
        Map<String, String> stories = new TreeMap<>();
        table("articles")
                .values()
                .forEach(rows ->
                        rows.forEach(row -> stories.put(row.<String>getAs("url"), row.<String>getAs("story_id"))));
        return stories;
    }

    /** Rows of {@code name}. */
    int size(String name) {
        return table(name).values().stream().mapToInt(List::size).sum();
    }
}
