package org.rasd.testing;

import org.apache.spark.sql.SparkSession;
import org.rasd.publish.QuickLocalFileSystem;

/**
 * The one local Spark session that all tests of a JVM share; it is started on first use and lives as long as the JVM.
 *
 * <p>Two threads, UTC, java.time values, no user interface, and few shuffle partitions, so that small data stays quick.
 */
public final class LocalSpark {
    private LocalSpark() {}

    /** The shared session; tests must not stop it. */
    public static SparkSession session() {
        return Holder.SESSION;
    }

    /** A session of its own on the same Spark that reads the Iceberg tables of {@code warehouse} as the README says. */
    public static SparkSession readingIceberg(String warehouse) {
        SparkSession reader = session().newSession();
        reader.conf().set("spark.sql.catalog.rasd", "org.apache.iceberg.spark.SparkCatalog");
        reader.conf().set("spark.sql.catalog.rasd.type", "hadoop");
        reader.conf().set("spark.sql.catalog.rasd.warehouse", warehouse);
        return reader;
    }

    private static final class Holder {
        private static final SparkSession SESSION = SparkSession.builder()
                .master("local[2]")
                .appName("rasd-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                .config("spark.hadoop.fs.file.impl", QuickLocalFileSystem.class.getName())
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
