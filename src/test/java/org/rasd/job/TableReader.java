package org.rasd.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.rasd.publish.QueryException;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.Warehouse;
import org.rasd.publish.WarehouseException;
import org.rasd.publish.WarehouseQuery;

/**
 * Reads all tables of a warehouse over and over, as an analyst does, and keeps what it saw: a count and a hash of the
 * rows of each table, in one query.
 *
 * <p>While a swap that broke off awaits the next start, a read may be refused (a file is gone); it must not be wrong.
 */
final class TableReader implements AutoCloseable {
    private final Path warehouse;
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::readOn, "table-reader");

    private TableReader(Path warehouse) {
        this.warehouse = warehouse;
    }

    static TableReader start(Path warehouse) {
        TableReader reader = new TableReader(warehouse);
        reader.thread.start();
        return reader;
    }

    /** Count and hash of every table's rows, a line each. */
    static String read(Path warehouse) throws IOException {
        StringBuilder rows = new StringBuilder();
        try (WarehouseQuery query = WarehouseQuery.open(warehouse.toString())) {
            String sql = Warehouse.open(warehouse.toString()).tables().stream()
                    .map(table -> "SELECT '" + table + "' AS name, count(*) AS n, bit_xor(hash(t)) AS h FROM " + table
                            + " AS t")
                    .collect(Collectors.joining(" UNION ALL "));
            query.run(sql + " ORDER BY name", ResultFormat.CSV, rows);
        }
        return rows.toString();
    }

    /** All that it saw up to now, after one more read. */
    Set<String> seen() throws IOException {
        Throwable unexpected = failure.get();
        if (unexpected != null) {
            throw new AssertionError("the reader failed", unexpected);
        }
        seen.add(read(warehouse));
        return Set.copyOf(seen);
    }

    private void readOn() {
        while (!thread.isInterrupted()) {
            try {
                seen.add(read(warehouse));
                Thread.sleep(20);
            } catch (QueryException | WarehouseException e) {
                if (!String.valueOf(e.getMessage()).matches("(?is).*(no such file|no files found|interrupted).*")) {
                    failure.set(e);
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                failure.set(new UncheckedIOException(e));
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
