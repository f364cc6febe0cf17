package org.rasd.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL over the published tables by an embedded DuckDB; every table is a view by its name. Needs no Spark.
 *
 * <p>For reading only: one SELECT (or WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN of them) at a time, over
 * files of the warehouse alone; no writing, attaching, installing, no settings. Views name the files of one manifest, so
 * a query sees one state of the warehouse; where a publication took a file away meanwhile it is run again on the next
 * state. Fails when: the SQL is wrong or refused, with the tables that there are. Cost: a result is held in memory.
 */
public final class WarehouseQuery implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final Pattern EXPLAIN = Pattern.compile("\\s*EXPLAIN\\s+(ANALYZE\\s+)?", Pattern.CASE_INSENSITIVE);

    private final String location;
    private Warehouse warehouse;
    private Connection connection;

    private WarehouseQuery(Warehouse warehouse) throws SQLException {
        this.location = warehouse.location();
        this.warehouse = warehouse;
        this.connection = connect(warehouse);
    }

    /** Opens the warehouse at a path of this machine. */
    public static WarehouseQuery open(String location) {
        if (!Stores.isLocal(location)) {
            throw new WarehouseException("Cannot query the warehouse: " + location
                    + ", got a place that is not on this machine; use Spark SQL or Trino with the files under views/");
        }
        try {
            return new WarehouseQuery(Warehouse.open(location));
        } catch (SQLException e) {
            throw new WarehouseException(
                    "Cannot query the warehouse: " + location + ", got " + e.getMessage()
                            + "; publish again if files are missing",
                    e);
        }
    }

    /** The warehouse as the last query saw it. */
    public Warehouse warehouse() {
        return warehouse;
    }

    /** Runs {@code sql} and prints its rows; returns how many there were. */
    public long run(String sql, ResultFormat format, Appendable out) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                refuseAllButReading(sql);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    return print(rows, format, out);
                }
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isGoneFile(e)) {
                    throw new QueryException(message(e.getMessage()), e);
                }
                reopen();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the embedded database", e);
        }
    }

    private static Connection connect(Warehouse warehouse) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String table : warehouse.tables()) {
                statement.execute("CREATE VIEW " + DuckDbViews.quote(table) + " AS "
                        + DuckDbViews.overFiles(warehouse.table(table), warehouse.files(table)));
            }
            for (String setting : List.of(
                    "temp_directory = ''",
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "allowed_directories = [" + DuckDbViews.literal(warehouse.location()) + "]",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                statement.execute("SET " + setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** DuckDB can serialise SELECTs and nothing else: its own parser tells what a text is, before any of it runs. */
    private void refuseAllButReading(String sql) throws SQLException {
        Matcher explain = EXPLAIN.matcher(sql);
        String query = explain.lookingAt() ? sql.substring(explain.end()) : sql;
        try (Statement statement = connection.createStatement();
                ResultSet parsed = statement.executeQuery("SELECT json_extract_string(parsed, '$.error_message'),"
                        + " json_array_length(parsed, '$.statements') FROM (SELECT json_serialize_sql("
                        + DuckDbViews.literal(query) + ") AS parsed)")) {
            parsed.next();
            String error = parsed.getString(1);
            if (error != null) {
                throw new QueryException(message(
                        error.contains("Only SELECT")
                                ? "a statement that is no SELECT; the tables are for reading"
                                : error));
            }
            if (parsed.getInt(2) != 1) {
                throw new QueryException(message(parsed.getInt(2) + " statements; give one SELECT"));
            }
        }
    }

    private String message(@Nullable String problem) {
        return "Cannot run the query: SQL, got " + problem + "\ntables: " + String.join(", ", warehouse.tables());
    }

    private static boolean isGoneFile(SQLException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no such file") || message.contains("no files found");
    }

    private void reopen() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
            connection.close();
            warehouse = Warehouse.open(location);
            connection = connect(warehouse);
        } catch (SQLException e) {
            throw new QueryException(message(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryException("Cannot run the query: interrupted", e);
        }
    }

    private static long print(ResultSet rows, ResultFormat format, Appendable out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        ResultWriter writer = format.writer(out, labels(columns));
        long count = 0;
        while (rows.next()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                cells.add(DuckDbCells.cell(rows, i));
            }
            writer.row(cells);
            count++;
        }
        writer.end();
        return count;
    }

    /** Column names, told apart where a query gives one twice. */
    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        Set<String> labels = new LinkedHashSet<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String label = columns.getColumnLabel(i);
            String free = label;
            for (int n = 2; labels.contains(free); n++) {
                free = label + "_" + n;
            }
            labels.add(free);
        }
        return List.copyOf(labels);
    }
}
