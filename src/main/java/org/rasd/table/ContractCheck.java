package org.rasd.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * Holds rows against what their table promises.
 *
 * <p>Cost: linear. One aggregation by a hash of the keys tells whether anything is wrong; what is wrong is looked up only
 * then. Works on Parquet read back, where NOT NULL is lost.
 */
public final class ContractCheck {
    private static final int EXAMPLES = 3;
    private static final int AT_ONCE = 4;

    private ContractCheck() {}

    /** All promises of {@code table} that {@code rows} break; empty where all hold. */
    public static List<Violation> violations(Dataset<Row> rows, TableSpec table) {
        List<Violation> found = new ArrayList<>(columns(rows, table));
        if (found.isEmpty() && isSuspect(rows, table)) {
            found.addAll(rowChecks(rows, table));
            found.addAll(keys(rows, table));
        }
        return List.copyOf(found);
    }

    /** One pass over good rows: whether any row breaks a rule or any hash of the keys comes twice. */
    private static boolean isSuspect(Dataset<Row> rows, TableSpec table) {
        Row answer = rows.select(keyHash(table), broken(table))
                .groupBy("hash")
                .agg(
                        functions.count(functions.lit(1)).as("rows"),
                        functions.max("broken").as("broken"))
                .agg(functions.max("rows"), functions.max("broken"))
                .head();
        return !answer.isNullAt(0) && (answer.getLong(0) > 1 || answer.getBoolean(1));
    }

    /** Whether a row breaks any rule of {@code table}, as the column {@code broken}. */
    public static Column broken(TableSpec table) {
        Column broken = rules(table).stream().map(Rule::broken).reduce(functions.lit(false), Column::or);
        return functions.coalesce(broken, functions.lit(false)).as("broken");
    }

    /** A number that rows with other keys hardly ever share, as the column {@code hash}. */
    public static Column keyHash(TableSpec table) {
        Column[] keys = table.keys().stream().map(functions::col).toArray(Column[]::new);
        return functions.xxhash64(keys).as("hash");
    }

    /**
     * All totals of {@code tables} that do not agree.
     *
     * @param tables every table that a total names, as it will be published
     */
    public static List<Violation> totals(SparkSession spark, List<TableSpec> specs, Map<String, Dataset<Row>> tables) {
        SparkSession session = spark.newSession();
        tables.forEach((name, rows) -> in(session, rows).createOrReplaceTempView(name));
        Map<String, String> figures = figures(
                session,
                specs.stream()
                        .flatMap(spec -> spec.totals().stream())
                        .flatMap(total -> Stream.of(total.left(), total.right()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        List<Violation> found = new ArrayList<>();
        for (TableSpec spec : specs) {
            for (TotalCheck total : spec.totals()) {
                String left = Objects.requireNonNull(figures.get(total.left()));
                String right = Objects.requireNonNull(figures.get(total.right()));
                if (!left.equals(right)) {
                    String detail = "totals differ, " + left + " from \"" + total.left() + "\" and " + right
                            + " from \"" + total.right() + "\"";
                    found.add(new Violation(spec.name(), total.name(), detail, 0, List.of()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** What each of {@code queries} gives; some at a time, since each leaves most of a cluster idle. */
    private static Map<String, String> figures(SparkSession session, Set<String> queries) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, CompletableFuture<String>> running = new LinkedHashMap<>();
            queries.forEach(query ->
                    running.put(query, CompletableFuture.supplyAsync(() -> figure(session, query), threads)));
            Map<String, String> figures = new LinkedHashMap<>();
            running.forEach((query, figure) -> figures.put(query, figure.join()));
            return figures;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Dataset<Row> in(SparkSession session, Dataset<Row> rows) {
        return Dataset.ofRows(session, rows.logicalPlan());
    }

    private static String figure(SparkSession session, String query) {
        try {
            List<Row> rows = session.sql(query).takeAsList(2);
            return rows.size() == 1 ? figures(rows.get(0)) : rows.size() + " rows where one is expected";
        } catch (Exception e) {
            return "an error (" + firstLine(e) + ")";
        }
    }

    /** A sum over no rows is null in SQL and 0 as a total. */
    private static String figures(Row row) {
        return IntStream.range(0, row.length())
                .mapToObj(i -> row.isNullAt(i) ? "0" : row.get(i).toString())
                .collect(Collectors.joining(", "));
    }

    private static String firstLine(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The promises about columns and their types that {@code rows} break; looks at the schema alone. */
    public static List<Violation> columns(Dataset<Row> rows, TableSpec table) {
        Map<String, DataType> got = new LinkedHashMap<>();
        for (StructField field : rows.schema().fields()) {
            got.put(field.name(), field.dataType());
        }
        List<Violation> found = new ArrayList<>();
        for (ColumnSpec column : table.columns()) {
            DataType type = got.get(column.name());
            if (type == null) {
                found.add(shape(table, "column " + column.name() + " is missing"));
            } else if (!type.simpleString().equals(column.typeName())) {
                found.add(shape(
                        table,
                        "column " + column.name() + " is " + type.simpleString() + ", promised is "
                                + column.typeName()));
            }
        }
        Set<String> more = new HashSet<>(got.keySet());
        table.columnNames().forEach(more::remove);
        more.stream().sorted().forEach(name -> found.add(shape(table, "column " + name + " is not promised")));
        return found;
    }

    private static Violation shape(TableSpec table, String detail) {
        return new Violation(table.name(), "columns", detail, 0, List.of());
    }

    private static List<Violation> rowChecks(Dataset<Row> rows, TableSpec table) {
        List<Rule> rules = rules(table);
        if (rules.isEmpty()) {
            return List.of();
        }
        Column[] counts = rules.stream()
                .map(rule -> functions.count(functions.when(rule.broken, 1)))
                .toArray(Column[]::new);
        Row result = rows.agg(functions.count(functions.lit(1)), counts).head();
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            long count = result.getLong(i + 1);
            if (count > 0) {
                Rule rule = rules.get(i);
                found.add(new Violation(
                        table.name(), rule.check, rule.detail, count, examples(rows.filter(rule.broken), table)));
            }
        }
        return found;
    }

    /** One condition that no row may meet. */
    private record Rule(String check, String detail, Column broken) {}

    private static List<Rule> rules(TableSpec table) {
        List<Rule> rules = new ArrayList<>();
        for (ColumnSpec column : table.columns()) {
            Column cell = functions.col(column.name());
            if (!column.nullable()) {
                rules.add(new Rule("not_null", column.name() + " is null", cell.isNull()));
            }
            if (column.type() instanceof ArrayType) {
                Column hole = functions.exists(cell, Column::isNull);
                rules.add(new Rule("not_null", column.name() + " holds a null", hole));
            }
        }
        for (RowCheck check : table.checks()) {
            Column broken = functions.not(functions.coalesce(functions.expr(check.condition()), functions.lit(true)));
            rules.add(new Rule(check.name(), check.condition() + " is not so", broken));
        }
        return rules;
    }

    private static List<Violation> keys(Dataset<Row> rows, TableSpec table) {
        Column[] keys = table.keys().stream().map(functions::col).toArray(Column[]::new);
        // By the keys themselves, so that a chance collision of hashes is no violation.
        Dataset<Row> groups = rows.groupBy(keys).count().filter("count > 1");
        long count = groups.agg(functions.coalesce(functions.sum("count"), functions.lit(0L)))
                .head()
                .getLong(0);
        String detail = "not the only row with its " + String.join(", ", table.keys());
        return count == 0
                ? List.of()
                : List.of(new Violation(table.name(), "unique_keys", detail, count, examples(groups, table)));
    }

    private static List<String> examples(Dataset<Row> rows, TableSpec table) {
        Column[] keys = table.keys().stream().map(functions::col).toArray(Column[]::new);
        return rows.select(keys).orderBy(keys).takeAsList(EXAMPLES).stream()
                .map(row -> example(table, row))
                .toList();
    }

    private static String example(TableSpec table, Row row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            parts.add(table.keys().get(i) + "="
                    + (row.isNullAt(i) ? "null" : row.get(i).toString()));
        }
        return String.join(", ", parts);
    }
}
