package org.rasd.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 4180: comma, CRLF, quotes doubled; the header comes even where there are no rows. */
final class CsvWriter implements ResultWriter {
    private final Appendable out;
    private final List<String> columns;
    private boolean started;

    CsvWriter(Appendable out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        start();
        line(cells);
    }

    @Override
    public void end() throws IOException {
        start();
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            line(columns);
        }
    }

    private void line(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(@Nullable Object cell) throws IOException {
        if (cell == null) {
            return "";
        }
        String text = cell instanceof List || cell instanceof Map ? JsonCells.text(cell) : JsonCells.plain(cell);
        boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
