package org.rasd.job.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.clean.Earlier;
import org.rasd.publish.Warehouse;

/** The tables of earlier runs, as cleaning looks at them. */
record PublishedBefore(SparkSession spark, Warehouse warehouse) implements Earlier {
    @Override
    public SortedSet<LocalDate> days() {
        return warehouse.days(Tables.SIGNATURES);
    }

    @Override
    public Dataset<Row> signatures(Collection<LocalDate> days) {
        return warehouse.read(spark, Tables.SIGNATURES, days);
    }

    @Override
    public Dataset<Row> articles(Collection<LocalDate> days) {
        return warehouse.read(spark, Tables.ARTICLES, days);
    }

    @Override
    public Dataset<Row> duplicates(Collection<LocalDate> days) {
        return warehouse.read(spark, Tables.DUPLICATES, days);
    }
}
