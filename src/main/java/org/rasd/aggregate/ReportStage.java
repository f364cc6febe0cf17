package org.rasd.aggregate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.rasd.model.ConfRoot;
import org.rasd.table.Catalogue;
import org.rasd.table.ContractCheck;
import org.rasd.table.TableSpec;

/**
 * Runs the reports over tables by name, each after the reports that it reads itself.
 *
 * <p>Beside the tables a query may read {@code entities} (entity_id, entity_type, name_en, name_ar) and {@code countries}
 * (country, name_en, name_ar), both from the lexicon. The views live in a session of their own, so that nothing of the
 * caller's is shadowed. Cost: what the queries cost; nothing is collected.
 */
public final class ReportStage {
    private final List<Report> reports;
    private final ConfRoot conf;

    /**
     * A stage of {@code reports}.
     *
     * @param conf where {@code lexicon/entities.tsv} is read from
     */
    public ReportStage(List<Report> reports, ConfRoot conf) {
        this.reports = List.copyOf(reports);
        this.conf = conf;
    }

    /**
     * What is wrong with the queries before any of them runs: unknown tables and columns, circles, results unlike the
     * contract.
     *
     * @param tables the tables that will be there
     */
    public List<String> problems(SparkSession spark, Catalogue tables) {
        Map<String, Dataset<Row>> empty = new LinkedHashMap<>();
        for (TableSpec table : tables.tables()) {
            empty.put(table.name(), spark.createDataFrame(List.of(), table.schema()));
        }
        List<String> problems = new ArrayList<>();
        SparkSession session = session(spark, empty);
        for (Report report : inOrder(empty.keySet(), problems)) {
            try {
                Dataset<Row> rows = session.sql(report.sql());
                ContractCheck.columns(rows, report.table())
                        .forEach(wrong -> problems.add(report.sqlFile() + ": Cannot use report " + report.name()
                                + ": its result, got " + wrong.detail() + "; make " + report.contractFile()
                                + " and the query agree"));
            } catch (Exception e) { // Spark throws AnalysisException without declaring it
                problems.add(unresolved(report, e));
            }
            session.createDataFrame(List.of(), report.table().schema()).createOrReplaceTempView(report.name());
        }
        return List.copyOf(problems);
    }

    /**
     * The tables of the reports by name, in the order in which they were run.
     *
     * @param tables every table that a report reads, by name
     */
    public Map<String, Dataset<Row>> run(SparkSession spark, Map<String, Dataset<Row>> tables) {
        return run(spark, tables, Map.of());
    }

    /**
     * What lets a report be made anew for some days or months only.
     *
     * @param periods their first days
     * @param rows of the table that {@link ByPeriod} names, those of these periods
     * @param standing the report as it was published
     */
    public record Renewal(Set<LocalDate> periods, Dataset<Row> rows, Dataset<Row> standing) {}

    /** The same, where those of {@code renewals} are made for some periods and else stay as they are. */
    public Map<String, Dataset<Row>> run(
            SparkSession spark, Map<String, Dataset<Row>> tables, Map<String, Renewal> renewals) {
        List<String> problems = new ArrayList<>();
        List<Report> ordered = inOrder(tables.keySet(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        SparkSession session = session(spark, tables);
        Map<String, Dataset<Row>> results = new LinkedHashMap<>();
        for (Report report : ordered) {
            Renewal renewal = renewals.get(report.name());
            Dataset<Row> rows = renewal == null
                    ? session.sql(report.sql()).select(columns(report.table()))
                    : renewed(session, report, renewal);
            rows.createOrReplaceTempView(report.name());
            results.put(report.name(), rows);
        }
        return results;
    }

    private static Dataset<Row> renewed(SparkSession session, Report report, Renewal renewal) {
        ByPeriod rule = report.byPeriod().orElseThrow();
        Dataset<Row> whole = session.table(rule.table());
        in(session, renewal.rows()).createOrReplaceTempView(rule.table());
        Dataset<Row> made = session.sql(report.sql()).select(columns(report.table()));
        whole.createOrReplaceTempView(rule.table());
        return in(session, renewal.standing())
                .filter(functions.not(rule.within(functions.col(rule.column()), renewal.periods())))
                .select(columns(report.table()))
                .unionByName(made);
    }

    private static Dataset<Row> in(SparkSession session, Dataset<Row> rows) {
        return Dataset.ofRows(session, rows.logicalPlan());
    }

    private SparkSession session(SparkSession spark, Map<String, Dataset<Row>> tables) {
        SparkSession session = spark.newSession();
        Entities.register(session, conf);
        tables.forEach((name, rows) -> in(session, rows).createOrReplaceTempView(name));
        return session;
    }

    /** Reports sorted so that each comes after those that it reads; what cannot be sorted is a problem and left out. */
    private List<Report> inOrder(Set<String> tables, List<String> problems) {
        Set<String> there = new TreeSet<>(tables);
        there.addAll(Entities.VIEWS);
        Set<String> coming = new HashSet<>(there);
        reports.forEach(report -> coming.add(report.name()));
        List<Report> waiting = new ArrayList<>(reports);
        waiting.removeIf(report -> unknown(report, coming, problems));
        List<Report> ordered = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            List<Report> ready = waiting.stream()
                    .filter(report -> there.containsAll(report.reads()))
                    .toList();
            ready.forEach(report -> there.add(report.name()));
            ordered.addAll(ready);
            waiting.removeAll(ready);
            moved = !ready.isEmpty();
        }
        waiting.forEach(report -> problems.add(report.sqlFile() + ": Cannot order report " + report.name()
                + ": it reads " + report.reads() + ", which wait for it in turn; break the circle"));
        return ordered;
    }

    private static boolean unknown(Report report, Set<String> known, List<String> problems) {
        Set<String> unknown = new TreeSet<>(report.reads());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            problems.add(report.sqlFile() + ": Cannot use report " + report.name() + ": its query, got the tables "
                    + unknown + ", which are not known; use some of " + new TreeSet<>(known));
        }
        return !unknown.isEmpty();
    }

    private static String unresolved(Report report, Exception e) {
        String line = e instanceof AnalysisException analysis && analysis.line().isDefined()
                ? ":" + analysis.line().get()
                : "";
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return report.sqlFile() + line + ": Cannot use report " + report.name() + ": its query, got " + message
                + "; correct it";
    }

    private static org.apache.spark.sql.Column[] columns(TableSpec table) {
        return table.columnNames().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
    }
}
