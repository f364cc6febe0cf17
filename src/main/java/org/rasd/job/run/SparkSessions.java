package org.rasd.job.run;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.rasd.job.config.RasdConfig;

/** Builds the session with what right and repeatable results need, whatever the machine's defaults are. */
public final class SparkSessions {
    /** Settings that a user cannot change: rows and files would differ from run to run. */
    private static final Map<String, String> FIXED = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
            "spark.sql.parquet.compression.codec", "zstd",
            "spark.sql.caseSensitive", "true",
            "spark.sql.sources.partitionColumnTypeInference.enabled", "true");

    private SparkSessions() {}

    /**
     * How Hadoop's file systems are reached: {@code spark.hadoop.*} of the configuration and of spark-submit in it, as in
     * the session. Needed where files are looked at before Spark starts or apart from it.
     */
    public static Configuration hadoop(Map<String, String> settings) {
        SparkConf conf = new SparkConf();
        settings.forEach(conf::set);
        return SparkHadoopUtil.get().newConfiguration(conf);
    }

    /** The same for the settings of {@code config}. */
    public static Configuration hadoop(RasdConfig config) {
        return hadoop(config.sparkSettings());
    }

    /**
     * A session; {@code master} only where nothing else (spark-submit) has chosen one.
     *
     * @param settings Spark settings of the configuration, without the fixed ones
     */
    public static SparkSession start(Optional<String> master, Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder().appName("rasd");
        if (System.getProperty("spark.master") == null) {
            master.ifPresent(builder::master);
        }
        settings.forEach(builder::config);
        FIXED.forEach(builder::config);
        return builder.getOrCreate();
    }
}
