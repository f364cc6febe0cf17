package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rasd.publish.QueryException;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.Warehouse;
import org.rasd.publish.WarehouseQuery;

/** Queries asked one after another: each ends with a semicolon, or with the input; a wrong one is told, and it goes on. */
final class SqlPrompt {
    private static final Set<String> LEAVE = Set.of("exit", "quit", "\\q");

    private final WarehouseQuery tables;
    private final ResultFormat format;
    private final PrintWriter out;

    SqlPrompt(WarehouseQuery tables, ResultFormat format, PrintWriter out) {
        this.tables = tables;
        this.format = format;
        this.out = out;
    }

    /** What completes: the names of tables and of their columns. */
    static SortedSet<String> words(Warehouse warehouse) {
        SortedSet<String> words = new TreeSet<>(warehouse.tables());
        for (String table : warehouse.tables()) {
            warehouse.table(table).columns().forEach(column -> words.add(column.name()));
        }
        return words;
    }

    void run(PromptLines lines) throws IOException {
        StringBuilder query = new StringBuilder();
        String line;
        while ((line = lines.next(query.isEmpty() ? "rasd> " : "  ... ")) != null) {
            String text = line.strip();
            if (query.isEmpty() && LEAVE.contains(text.toLowerCase(Locale.ROOT).replace(";", ""))) {
                return;
            }
            if (!query.isEmpty() || !text.isEmpty()) {
                query.append(line).append('\n');
            }
            if (text.endsWith(";")) {
                answer(query);
            }
        }
        answer(query);
    }

    private void answer(StringBuilder query) throws IOException {
        String sql = query.toString().strip();
        query.setLength(0);
        if (!sql.isEmpty()) {
            try {
                tables.run(sql, format, out);
            } catch (QueryException e) {
                out.println(e.getMessage());
            }
            out.flush();
        }
    }
}
