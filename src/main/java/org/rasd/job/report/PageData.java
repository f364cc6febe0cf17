package org.rasd.job.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rasd.model.ConfRoot;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.WarehouseQuery;

/**
 * What the page shows: the rows of each query under its name, and the names of the codes among them.
 *
 * <p>Small whatever the archive's size but for pairs of sides: events are the latest only, all else is counted. Fails
 * when: the warehouse lacks a table.
 */
final class PageData {
    private static final String ENTITIES = "lexicon/entities.tsv";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageData() {}

    static ObjectNode read(WarehouseQuery tables, String queries, ConfRoot conf) throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> query : split(queries).entrySet()) {
            data.set(query.getKey(), rows(tables, query.getValue()));
        }
        data.path("events").forEach(event -> keepWebAddress((ObjectNode) event));
        data.set("names", names(conf, codes(data)));
        return data;
    }

    /** Queries by name; a query begins after a line {@code -- name} of one word. */
    static Map<String, String> split(String text) {
        Map<String, String> queries = new LinkedHashMap<>();
        String name = "";
        for (String line : text.split("\n", -1)) {
            if (line.matches("-- \\w+")) {
                name = line.substring(3);
            } else if (!line.startsWith("--")) {
                queries.merge(name, line, (before, more) -> before + "\n" + more);
            }
        }
        queries.remove("");
        return queries;
    }

    private static ArrayNode rows(WarehouseQuery tables, String sql) throws IOException {
        StringBuilder lines = new StringBuilder();
        tables.run(sql, ResultFormat.JSONL, lines);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (String line : lines.toString().split("\n")) {
            if (!line.isEmpty()) {
                rows.add(MAPPER.readTree(line));
            }
        }
        return rows;
    }

    /** An address of an archive may be anything; the page links to http and https alone. */
    private static void keepWebAddress(ObjectNode event) {
        if (!event.path("url").asText("").matches("(?i)https?://[^\\s\\p{Cntrl}]+")) {
            event.putNull("url");
        }
    }

    private static Set<String> codes(ObjectNode data) {
        Set<String> codes = new TreeSet<>();
        for (String field : new String[] {"a", "b", "country", "parties", "mediators"}) {
            for (JsonNode value : data.findValues(field)) {
                if (value.isTextual()) {
                    codes.add(value.textValue());
                }
                value.forEach(item -> codes.add(item.asText()));
            }
        }
        return codes;
    }

    private static ObjectNode names(ConfRoot conf, Set<String> codes) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        conf.read(ENTITIES).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length >= 4 && codes.contains(cells[0])) {
                names.putObject(cells[0]).put("en", cells[2]).put("ar", cells[3]);
            }
        });
        return names;
    }
}
