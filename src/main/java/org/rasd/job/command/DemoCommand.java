package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.WarehouseQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: the main job on the bundled sample, then a look at the tables. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the main job on the bundled sample archive and shows what came out.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd demo --warehouse /tmp/rasd-demo")
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @picocli.CommandLine.Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Where the tables go (default: ${DEFAULT-VALUE}).")
    private String warehouse = "warehouse";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int code = new Runs(out).run(Sample.load(warehouse));
        if (code == 0) {
            show(out);
        }
        return code;
    }

    private void show(PrintWriter out) throws IOException {
        try (WarehouseQuery tables = WarehouseQuery.open(warehouse)) {
            for (String line : queries()) {
                if (line.startsWith("SELECT")) {
                    tables.run(line, ResultFormat.TABLE, out);
                } else {
                    out.println();
                    out.println(line);
                }
            }
        }
        out.println();
        out.println(
                "The tables lie under " + Path.of(warehouse).toAbsolutePath().normalize() + ". Ask on, for example:");
        out.println("  jobs/rasd sql \"SELECT * FROM agreements_by_country ORDER BY period_start\" --warehouse "
                + warehouse);
        out.println("  jobs/rasd tables");
        out.flush();
    }

    /** Headings and one-line queries of the bundled file, in order. */
    private static List<String> queries() throws IOException {
        try (var in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream("demo.sql"), "demo.sql")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
