package org.rasd.publish;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * SQL over the published tables by an embedded DuckDB; every table is a view by its name. Needs no Spark.
 *
 * <p>For reading only: one SELECT (or WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN of them) at a time, over
 * files of the warehouse alone; no writing, attaching, installing, no settings. Views name the files of one manifest, so
 * a query sees one state of the warehouse; where a publication took a file away meanwhile it is run again on the next
 * state. Fails when: the SQL is wrong or refused, with the tables that there are. Cost: a result is held in memory; of a
 * warehouse that is not on this machine, the tables that a query names are copied here first.
 */
public final class WarehouseQuery implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final Pattern EXPLAIN = Pattern.compile("\\s*EXPLAIN\\s+(ANALYZE\\s+)?", Pattern.CASE_INSENSITIVE);

    private final Supplier<Warehouse> opening;
    private final QueriedFiles files;
    private final Set<String> copied = new HashSet<>();
    private Warehouse warehouse;
    private Connection connection;

    private WarehouseQuery(Supplier<Warehouse> opening) throws IOException, SQLException {
        this.opening = opening;
        this.warehouse = opening.get();
        this.files = QueriedFiles.of(warehouse);
        this.connection = connect();
    }

    /** Opens the warehouse at a path of this machine, or at a URI that Hadoop reaches by its own files of configuration. */
    public static WarehouseQuery open(String location) {
        return open(location, Configuration::new);
    }

    /**
     * Opens the warehouse at {@code location}.
     *
     * @param hadoop how that is reached; asked only where it is not on this machine
     */
    public static WarehouseQuery open(String location, Supplier<Configuration> hadoop) {
        try {
            return new WarehouseQuery(() -> Warehouse.open(location, hadoop));
        } catch (SQLException | IOException e) {
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
                copyTables(sql);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    return print(rows, format, out);
                }
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw new QueryException(message("no such file: " + e.getMessage()), e);
                }
                reopen();
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
        try (files) {
            connection.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot close the embedded database", e);
        }
    }

    private Connection connect() throws IOException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        copied.clear();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String table : warehouse.tables()) {
                // Until a query names it, a table that would have to be copied has its columns and no rows.
                view(statement, table, files.inPlace() ? files.of(warehouse, table) : List.of());
            }
            for (String setting : List.of(
                    "temp_directory = ''",
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "allowed_directories = [" + DuckDbViews.literal(files.folder()) + "]",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                statement.execute("SET " + setting);
            }
            return connection;
        } catch (SQLException | IOException e) {
            connection.close();
            throw e;
        }
    }

    private void view(Statement statement, String table, List<String> paths) throws SQLException {
        statement.execute("CREATE OR REPLACE VIEW " + DuckDbViews.quote(table) + " AS "
                + DuckDbViews.overFiles(warehouse.table(table), paths));
    }

    /** Copies the tables that {@code sql} names, where they are not on this machine. */
    private void copyTables(String sql) throws IOException, SQLException {
        if (files.inPlace()) {
            return;
        }
        String words = sql.toLowerCase(Locale.ROOT);
        try (Statement statement = connection.createStatement()) {
            for (String table : warehouse.tables()) {
                if (words.contains(table.toLowerCase(Locale.ROOT)) && !copied.contains(table)) {
                    view(statement, table, files.of(warehouse, table));
                    copied.add(table);
                }
            }
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
            warehouse = opening.get();
            connection = connect();
        } catch (SQLException | IOException e) {
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
