package org.rasd.job.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rasd.job.config.ConfigurationException;
import org.rasd.table.TableSpec;

/** The query that leads from rows of a table back to the sentences, articles and archive records behind them. */
final class Trace {
    private static final String OF_EVENTS = """
            SELECT found.event_id, found.event_type, found.status AS event_status, found.parties, found.event_date,
              m.status, m.historical, m.trigger, m.sentence, m.confidence, m.event_mention_id, a.published_on, a.source, a.url,
              a.archive_file, a.archive_offset
            FROM found JOIN event_mentions m ON m.event_id = found.event_id JOIN articles a ON a.article_id = m.article_id
            ORDER BY found.event_date, found.event_id, a.published_on, a.article_id, m.sentence_index, m.evidence_begin""";
    private static final String OF_ARTICLES = """
            SELECT article_id, title, published_on, source, url, archive_file, archive_offset FROM found
            ORDER BY published_on, article_id""";

    private final TableSpec table;
    private final String condition;

    /** A trace of {@code table}; fails where the table says no way back. */
    Trace(TableSpec table) {
        this.table = table;
        this.condition = table.trace()
                .orElseThrow(() -> new ConfigurationException("Cannot trace " + table.name()
                        + ": its contract, got no trace; add a condition from cell to event or article to it"));
    }

    /** The query for the rows whose columns have {@code values}, compared as text. */
    String query(Map<String, String> values) {
        List<String> unknown = values.keySet().stream()
                .filter(column -> !table.columnNames().contains(column))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("Cannot trace " + table.name() + ": columns, got " + unknown
                    + "; use some of " + table.columnNames());
        }
        boolean events = condition.contains("event.");
        String rows = values.entrySet().stream()
                .map(entry -> "CAST(\"" + entry.getKey() + "\" AS VARCHAR) = '"
                        + entry.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining(" AND "));
        return "WITH cell AS (SELECT * FROM " + table.name() + (rows.isEmpty() ? "" : " WHERE " + rows)
                + "), found AS ("
                + (events
                        ? "SELECT DISTINCT event.* FROM events AS event"
                        : "SELECT DISTINCT article.* FROM articles AS article")
                + " JOIN cell ON " + condition + ") " + (events ? OF_EVENTS : OF_ARTICLES);
    }
}
