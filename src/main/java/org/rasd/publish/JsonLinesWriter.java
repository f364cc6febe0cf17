package org.rasd.publish;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
final class JsonLinesWriter implements ResultWriter {
    private final Appendable out;
    private final List<String> columns;

    JsonLinesWriter(Appendable out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), cells.get(i));
        }
        out.append(JsonCells.text(fields)).append('\n');
    }

    @Override
    public void end() {}
}
