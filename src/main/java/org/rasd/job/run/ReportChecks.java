package org.rasd.job.run;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.rasd.aggregate.ReportStage;
import org.rasd.job.config.RasdConfig;
import org.rasd.table.Catalogue;

/** What can be found wrong with the reports before any article is read; it takes Spark to understand their SQL. */
public final class ReportChecks {
    private ReportChecks() {}

    /** Every problem, with its file and line; empty where all reports can run. Cost: no job, queries are only analysed. */
    public static List<String> problems(SparkSession spark, RasdConfig config) {
        return new ReportStage(config.reports().reports(), config.conf())
                .problems(spark, Catalogue.of(Tables.records()));
    }
}
