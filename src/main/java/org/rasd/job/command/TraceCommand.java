package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.Tables;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.WarehouseQuery;
import org.rasd.table.Catalogue;
import org.rasd.table.TableSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trace}: what a number rests on. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Lists the events, sentences and articles, with archive file and offset, behind rows of a table.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/rasd trace exchanges_over_time grain=month period_start=2025-05-01 side_a=RUS side_b=UKR",
            "  jobs/rasd trace events event_id=77d0a1b2c3d4e5f6 --format jsonl"
        })
final class TraceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private WarehouseOptions published = new WarehouseOptions();

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table.")
    private String table = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "COLUMN=VALUE",
            description = "Which of its rows: values of the key, or of some of its columns.")
    private Map<String, String> values = new LinkedHashMap<>();

    @picocli.CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv, or jsonl: one JSON object a row and nothing else.")
    private ResultFormat format = ResultFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        RasdConfig config = published.config();
        String query = new Trace(spec(Tables.catalogue(config))).query(values);
        PrintWriter out = spec.commandLine().getOut();
        try (WarehouseQuery tables = WarehouseOptions.query(config)) {
            tables.run(query, format, out);
        }
        out.flush();
        return 0;
    }

    private TableSpec spec(Catalogue catalogue) {
        return catalogue.tables().stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Cannot trace " + table + ": it is no table; use one of "
                        + String.join(", ", catalogue.names())));
    }
}
