package org.rasd.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the data dictionary: as text for a terminal, as Markdown for a page, as JSON for a program. */
public final class CatalogueWriter {
    private CatalogueWriter() {}

    /** For a terminal: a block a table, a line a column. */
    public static String text(Catalogue catalogue) {
        return catalogue.tables().stream().map(CatalogueWriter::text).collect(Collectors.joining("\n"));
    }

    /** One table for a terminal. */
    public static String text(TableSpec table) {
        int name = width(table.columnNames());
        int type = width(table.columns().stream().map(ColumnSpec::typeName).toList());
        StringBuilder out = new StringBuilder(table.name() + ": " + table.grain() + "\n  " + layout(table) + "\n");
        for (ColumnSpec column : table.columns()) {
            String line = "  %-" + name + "s  %-" + type + "s  %-4s  %s; e.g. %s";
            out.append(String.format(
                            Locale.ROOT,
                            line,
                            column.name(),
                            column.typeName(),
                            column.nullable() ? "null" : "",
                            column.description(),
                            column.example()))
                    .append('\n');
        }
        table.checks().forEach(check -> out.append("  check " + check.name() + ": " + check.condition() + "\n"));
        table.totals()
                .forEach(total ->
                        out.append("  total " + total.name() + ": " + total.left() + " = " + total.right() + "\n"));
        return out.toString();
    }

    /** For a page: a heading and a table of columns for each. */
    public static String markdown(Catalogue catalogue) {
        StringBuilder out = new StringBuilder();
        for (TableSpec table : catalogue.tables()) {
            out.append("## " + table.name() + "\n\nOne row is " + table.grain() + ". " + layout(table) + ".\n\n");
            out.append("| column | type | null | description | example |\n|---|---|---|---|---|\n");
            for (ColumnSpec column : table.columns()) {
                out.append("| " + column.name() + " | " + column.typeName() + " | " + (column.nullable() ? "yes" : "no")
                        + " | " + cell(column.description()) + " | " + cell(column.example()) + " |\n");
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** For a program: a list of tables with their columns, keys, layout and checks. */
    public static String json(Catalogue catalogue) {
        List<Map<String, Object>> tables =
                catalogue.tables().stream().map(CatalogueWriter::fields).toList();
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tables) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the catalogue as JSON", e);
        }
    }

    private static String layout(TableSpec table) {
        String folders = table.partitionColumn()
                .map(column -> "; a folder for each " + column)
                .orElse("");
        return "keys: " + String.join(", ", table.keys()) + "; sorted by " + String.join(", ", table.sortColumns())
                + folders;
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Map<String, Object> fields(TableSpec table) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", table.name());
        fields.put("grain", table.grain());
        fields.put("keys", table.keys());
        table.partitionColumn().ifPresent(column -> fields.put("partitioned_by", column));
        fields.put("sorted_by", table.sortColumns());
        fields.put(
                "columns", table.columns().stream().map(CatalogueWriter::fields).toList());
        fields.put("checks", pairs(table.checks(), RowCheck::name, RowCheck::condition));
        fields.put("totals", pairs(table.totals(), TotalCheck::name, total -> total.left() + " = " + total.right()));
        return fields;
    }

    private static Map<String, Object> fields(ColumnSpec column) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", column.name());
        fields.put("type", column.typeName());
        fields.put("nullable", column.nullable());
        fields.put("description", column.description());
        fields.put("example", column.example());
        return fields;
    }

    private static <T> Map<String, String> pairs(
            List<T> items, java.util.function.Function<T, String> name, java.util.function.Function<T, String> value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        items.forEach(item -> pairs.put(name.apply(item), value.apply(item)));
        return pairs;
    }
}
