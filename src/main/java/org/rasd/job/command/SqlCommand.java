package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.WarehouseQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}: a query over the published tables. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one query over the published tables; every table is a view by its name. For reading only.",
            "Without a query it prompts for queries, each ended by a semicolon; tab completes tables and columns."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/rasd sql \"SELECT period_start, side_a, side_b, occurred_count, persons_exchanged FROM"
                    + " exchanges_over_time WHERE grain = 'month' ORDER BY 1\"",
            "  jobs/rasd sql \"SELECT * FROM events LIMIT 5\" --warehouse /data/rasd --format jsonl"
        })
final class SqlCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private WarehouseOptions published = new WarehouseOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "A query in DuckDB's SQL.")
    private @Nullable String query;

    @picocli.CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv, or jsonl: one JSON object a row and nothing else.")
    private ResultFormat format = ResultFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (WarehouseQuery tables = WarehouseOptions.query(published.config())) {
            if (query != null) {
                tables.run(query, format, out);
            } else {
                ask(tables, out);
            }
        }
        out.flush();
        return 0;
    }

    private void ask(WarehouseQuery tables, PrintWriter out) throws IOException {
        try (PromptLines lines = PromptLines.ofProcess(SqlPrompt.words(tables.warehouse()))) {
            new SqlPrompt(tables, format, out).run(lines);
        }
    }
}
