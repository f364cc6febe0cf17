package org.rasd.publish;

import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values of DuckDB's driver as those that {@link ResultWriter} takes. */
final class DuckDbCells {
    private DuckDbCells() {}

    static @Nullable Object cell(ResultSet rows, int column) throws SQLException {
        return cell(rows.getObject(column));
    }

    private static @Nullable Object cell(@Nullable Object value) throws SQLException {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof Timestamp time) {
            return time.toLocalDateTime();
        } else if (value instanceof Array array) {
            return list((Object[]) array.getArray());
        } else if (value instanceof Struct struct) {
            return fields(((DuckDBStruct) struct).getMap());
        } else if (value instanceof Map<?, ?> map) {
            return fields(map);
        } else if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        return value;
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(cell(value));
        }
        return list;
    }

    private static Map<String, @Nullable Object> fields(Map<?, ?> map) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            fields.put(String.valueOf(entry.getKey()), cell(entry.getValue()));
        }
        return fields;
    }
}
