package org.rasd.aggregate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rasd.table.ColumnSpec;
import org.rasd.table.RowCheck;
import org.rasd.table.TableSpec;
import org.rasd.table.TotalCheck;

/**
 * Reads the contract of a report from HOCON.
 *
 * <p>Shape: {@code grain}, {@code keys}, {@code columns} (a list of {@code { name, type, description, example,
 * nullable }}), and where wanted {@code sorted_by}, {@code checks} (name = condition), {@code totals} (name =
 * {@code { left, right }}), {@code trace} (a condition) and {@code renew} ({@code { by = day, column, of = table.date }},
 * or by month). Notes every problem with its line and goes on.
 */
final class ReportContract {
    private static final Set<String> KEYS =
            Set.of("grain", "keys", "columns", "sorted_by", "checks", "totals", "trace", "renew");
    private static final Set<String> COLUMN_KEYS = Set.of("name", "type", "description", "example", "nullable");
    private static final Set<String> TOTAL_KEYS = Set.of("left", "right");
    private static final Set<String> RENEW_KEYS = Set.of("by", "column", "of");

    private final String name;
    private final String file;
    private final List<String> problems;
    private final int before;

    private ReportContract(String name, String file, List<String> problems) {
        this.name = name;
        this.file = file;
        this.problems = problems;
        this.before = problems.size();
    }

    /**
     * What a contract says.
     *
     * @param table what the report's table promises
     * @param byPeriod what lets it be made by day or month
     */
    record Said(TableSpec table, Optional<ByPeriod> byPeriod) {}

    /** What {@code text} says of a query that reads {@code reads}; empty where {@code problems} got more. */
    static Optional<Said> read(String name, String file, String text, Set<String> reads, List<String> problems) {
        return new ReportContract(name, file, problems).said(text, reads);
    }

    private Optional<Said> said(String text, Set<String> reads) {
        Config root;
        try {
            root = ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription(file))
                    .resolve();
        } catch (ConfigException e) {
            problem(e.origin(), "the file, got " + e.getMessage() + "; write HOCON");
            return Optional.empty();
        }
        refuseOthers(root.root(), KEYS);
        Optional<ByPeriod> byPeriod = byPeriod(root, reads);
        return table(root).map(table -> new Said(table, byPeriod));
    }

    private Optional<ByPeriod> byPeriod(Config root, Set<String> reads) {
        if (!root.hasPath("renew")) {
            return Optional.empty();
        }
        if (!(root.getValue("renew") instanceof ConfigObject object)) {
            problem(
                    at(root, "renew"),
                    "renew, got " + shown(root, "renew") + "; give { by = day, column = ..., of = TABLE.DATE }");
            return Optional.empty();
        }
        refuseOthers(object, RENEW_KEYS);
        Config rule = object.toConfig();
        String by = text(rule, "by", rule.origin());
        String column = text(rule, "column", rule.origin());
        String of = text(rule, "of", rule.origin());
        int dot = Math.max(0, of.indexOf('.'));
        if (!by.equals("day") && !by.equals("month")) {
            problem(at(rule, "by"), "renew.by, got " + by + "; give day or month");
        }
        if (!isDate(root, column)) {
            problem(
                    at(rule, "column"),
                    "renew.column, got " + column + "; name a column of type date that is never null");
        }
        if (!reads.contains(of.substring(0, dot))) {
            problem(
                    at(rule, "of"),
                    "renew.of, got " + of + "; give TABLE.DATE with a table that the query reads, one of "
                            + new TreeSet<>(reads));
        }
        return Optional.of(new ByPeriod(
                by.equals("day") ? ByPeriod.Unit.DAY : ByPeriod.Unit.MONTH,
                column,
                of.substring(0, dot),
                of.substring(dot + 1)));
    }

    private boolean isDate(Config root, String name) {
        return root.hasPath("columns")
                && root.getConfigList("columns").stream()
                        .anyMatch(column -> column.hasPath("name")
                                && column.hasPath("type")
                                && column.getString("name").equals(name)
                                && column.getString("type").equals("date")
                                && !flag(column, "nullable"));
    }

    private Optional<TableSpec> table(Config root) {
        TableSpec.Builder table = TableSpec.builder(name)
                .grain(text(root, "grain", root.origin()))
                .keys(texts(root, "keys"))
                .sortedBy(root.hasPath("sorted_by") ? texts(root, "sorted_by") : List.of());
        columns(root, table);
        objects(root, "checks").forEach(check -> table.check(new RowCheck(check, text(root, "checks." + check, null))));
        objects(root, "totals").forEach(total -> total(root, total).ifPresent(table::total));
        if (root.hasPath("trace")) {
            table.trace(text(root, "trace", null));
        }
        return build(table);
    }

    private Optional<TableSpec> build(TableSpec.Builder table) {
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(table.build());
        } catch (IllegalArgumentException e) {
            String.valueOf(e.getMessage()).lines().forEach(line -> problems.add(file + ": " + line));
            return Optional.empty();
        }
    }

    private void columns(Config root, TableSpec.Builder table) {
        List<? extends Config> columns = List.of();
        try {
            columns = root.getConfigList("columns");
        } catch (ConfigException e) {
            problem(
                    at(root, "columns"),
                    "columns, got " + shown(root, "columns") + "; give a list of { name, type, description, example }");
        }
        columns.forEach(column -> column(column).ifPresent(table::column));
    }

    private Optional<ColumnSpec> column(Config column) {
        refuseOthers(column.root(), COLUMN_KEYS);
        int known = problems.size();
        String called = text(column, "name", column.origin());
        String type = text(column, "type", column.origin());
        String description = text(column, "description", column.origin());
        String example = text(column, "example", column.origin());
        boolean nullable = flag(column, "nullable");
        if (problems.size() > known) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    nullable
                            ? ColumnSpec.optional(called, type, description, example)
                            : ColumnSpec.required(called, type, description, example));
        } catch (IllegalArgumentException e) {
            problem(
                    column.origin(),
                    "the type of column " + called + ", got " + type
                            + "; use a Spark SQL type such as string, int, bigint, double, date or array<string>");
            return Optional.empty();
        }
    }

    private Optional<TotalCheck> total(Config root, String total) {
        String path = "totals." + total;
        if (!(root.getValue(path) instanceof ConfigObject object)) {
            problem(
                    at(root, path),
                    path + ", got " + shown(root, path) + "; give { left = \"SELECT ...\", right = ... }");
            return Optional.empty();
        }
        refuseOthers(object, TOTAL_KEYS);
        String left = query(object.toConfig(), "left");
        String right = query(object.toConfig(), "right");
        return Optional.of(new TotalCheck(total, left, right));
    }

    private String query(Config total, String side) {
        String sql = text(total, side, total.origin());
        if (!sql.isEmpty()) {
            ReportSql.parse(sql)
                    .problem()
                    .ifPresent(wrong -> problem(
                            at(total, side),
                            side + ", got SQL that does not parse: " + wrong.message()
                                    + "; write one SELECT of one row"));
        }
        return sql;
    }

    private Set<String> objects(Config root, String key) {
        if (!root.hasPath(key)) {
            return Set.of();
        }
        if (root.getValue(key) instanceof ConfigObject object) {
            return new TreeSet<>(object.keySet());
        }
        problem(at(root, key), key + ", got " + shown(root, key) + "; give an object of names");
        return Set.of();
    }

    private String text(Config in, String key, @Nullable ConfigOrigin owner) {
        try {
            return in.getString(key);
        } catch (ConfigException e) {
            problem(
                    in.hasPath(key) || owner == null ? at(in, key) : owner,
                    key + ", got " + shown(in, key) + "; give a text");
            return "";
        }
    }

    private List<String> texts(Config in, String key) {
        try {
            return in.getStringList(key);
        } catch (ConfigException e) {
            problem(at(in, key), key + ", got " + shown(in, key) + "; give a list of columns");
            return List.of();
        }
    }

    private boolean flag(Config in, String key) {
        try {
            return in.hasPath(key) && in.getBoolean(key);
        } catch (ConfigException e) {
            problem(at(in, key), key + ", got " + shown(in, key) + "; give true or false");
            return false;
        }
    }

    private void refuseOthers(ConfigObject object, Set<String> known) {
        object.forEach((key, value) -> {
            if (!known.contains(key)) {
                problem(
                        value.origin(),
                        "key " + key + ", got a key that is not known; use one of "
                                + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    private static ConfigOrigin at(Config in, String path) {
        return in.hasPath(path) ? in.getValue(path).origin() : in.origin();
    }

    private static String shown(Config in, String path) {
        if (!in.hasPath(path)) {
            return "nothing";
        }
        ConfigValue value = in.getValue(path);
        return value.valueType() + " " + value.render(com.typesafe.config.ConfigRenderOptions.concise());
    }

    private void problem(@Nullable ConfigOrigin origin, String what) {
        String line = origin == null || origin.lineNumber() < 1 ? "" : ":" + origin.lineNumber();
        problems.add(file + line + ": Cannot use the contract of report " + name + ": " + what);
    }
}
