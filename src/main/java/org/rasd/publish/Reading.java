package org.rasd.publish;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Reads the Parquet of a table with the columns that its schema promises, in their order; absent ones are null. */
final class Reading {
    private Reading() {}

    static Dataset<Row> folder(SparkSession spark, String location, StructType schema) {
        return ordered(spark.read().schema(schema).parquet(location), schema);
    }

    static Dataset<Row> paths(SparkSession spark, String base, List<String> locations, StructType schema) {
        if (locations.isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        return ordered(
                spark.read().schema(schema).option("basePath", base).parquet(locations.toArray(String[]::new)), schema);
    }

    private static Dataset<Row> ordered(Dataset<Row> rows, StructType schema) {
        return rows.select(
                Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
    }
}
