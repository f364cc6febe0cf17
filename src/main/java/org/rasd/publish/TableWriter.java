package org.rasd.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Aligned columns for a terminal; widths are taken from the first rows, so that a long result still flows. */
final class TableWriter implements ResultWriter {
    /** Rows that are held back to find the widths. */
    private static final int LOOK_AHEAD = 1_000;

    private static final int WIDEST = 80;

    private final Appendable out;
    private final List<String> columns;
    private final List<List<String>> held = new ArrayList<>();
    private final boolean[] numeric;
    private int[] widths = {};
    private long rows;

    TableWriter(Appendable out, List<String> columns) {
        this.out = out;
        this.columns = columns;
        this.numeric = new boolean[columns.size()];
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            numeric[i] |= cell instanceof Number;
            texts.add(CellText.cut(text(cell), WIDEST));
        }
        rows++;
        if (widths.length > 0) {
            line(texts);
            return;
        }
        held.add(texts);
        if (held.size() == LOOK_AHEAD) {
            begin();
        }
    }

    @Override
    public void end() throws IOException {
        if (widths.length == 0) {
            begin();
        }
        out.append("(" + rows + (rows == 1 ? " row" : " rows") + ")\n");
    }

    private void begin() throws IOException {
        widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = CellText.width(columns.get(i));
            for (List<String> row : held) {
                widths[i] = Math.max(widths[i], CellText.width(row.get(i)));
            }
        }
        line(columns);
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        line(rule);
        for (List<String> row : held) {
            line(row);
        }
        held.clear();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String gap = " ".repeat(Math.max(0, widths[i] - CellText.width(cells.get(i))));
            String cell = CellText.isolated(cells.get(i));
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? gap + cell : cell + gap);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String text(@Nullable Object cell) throws IOException {
        if (cell == null) {
            return "";
        }
        return CellText.shown(
                cell instanceof List<?> || cell instanceof Map ? JsonCells.text(cell) : JsonCells.plain(cell));
    }
}
