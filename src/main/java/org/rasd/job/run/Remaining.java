package org.rasd.job.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.rasd.clean.Cleaned;
import org.rasd.publish.Warehouse;
import org.rasd.table.TableSpec;

/** What earlier runs published and this one leaves standing. */
record Remaining(SparkSession spark, Warehouse published, Cleaned cleaned) {
    /** Published rows of {@code days} without those of articles that turned out to repeat one of this run. */
    Dataset<Row> rows(TableSpec spec, Collection<LocalDate> days) {
        Dataset<Row> rows = published.read(spark, spec, days);
        return cleaned.withdrawnOn().isEmpty()
                ? rows
                : rows.join(cleaned.withdrawn(), new String[] {"article_id", "published_on"}, "left_anti")
                        .select(spec.columnNames().stream().map(functions::col).toArray(Column[]::new));
    }

    /** The days of publication of {@code rows}, and how many each has. */
    static Map<LocalDate, Long> rowsByDay(Dataset<Row> rows) {
        return rows.groupBy("published_on").count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getLocalDate(0), row -> row.getLong(1)));
    }
}
