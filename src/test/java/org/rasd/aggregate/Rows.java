package org.rasd.aggregate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** Small tables by hand: defaults for a table's columns, and what differs a row. */
final class Rows {
    private final StructType schema;
    private final Map<String, Object> defaults;

    private Rows(StructType schema, Map<String, Object> defaults) {
        this.schema = schema;
        this.defaults = defaults;
    }

    static Rows of(Class<? extends Record> type, @Nullable Object... defaults) {
        return new Rows(TableSpec.of(type).schema(), pairs(defaults));
    }

    Row row(@Nullable Object... cells) {
        Map<String, Object> values = new HashMap<>(defaults);
        for (int i = 0; i < cells.length; i += 2) {
            values.remove(cells[i]);
        }
        values.putAll(pairs(cells));
        Object[] ordered = Arrays.stream(schema.fieldNames()).map(values::get).toArray();
        return new GenericRowWithSchema(ordered, schema);
    }

    Dataset<Row> table(Row... rows) {
        SparkSession spark = LocalSpark.session();
        return spark.createDataFrame(List.of(rows), schema);
    }

    private static Map<String, Object> pairs(@Nullable Object... cells) {
        Map<String, Object> pairs = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            Object cell = cells[i + 1];
            if (cell != null) {
                pairs.put(String.valueOf(cells[i]), cell);
            }
        }
        return pairs;
    }
}
