package org.rasd.aggregate;

import java.util.Optional;
import java.util.Set;
import org.rasd.table.TableSpec;

/**
 * One report: a query and the contract of the table that it makes.
 *
 * @param table what the table promises; its name is the files' name
 * @param sql one Spark SQL query over tables by name
 * @param reads the tables that the query names
 * @param byPeriod what lets it be made by day or month; empty where it is made whole
 * @param sqlFile where the query stands, for messages
 * @param contractFile where the contract stands, for messages
 */
public record Report(
        TableSpec table,
        String sql,
        Set<String> reads,
        Optional<ByPeriod> byPeriod,
        String sqlFile,
        String contractFile) {
    /** Keeps the set unchangeable. */
    public Report {
        reads = Set.copyOf(reads);
    }

    /** The name of the table. */
    public String name() {
        return table.name();
    }
}
