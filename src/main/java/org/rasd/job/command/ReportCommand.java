package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.report.ReportPage;
import org.rasd.publish.WarehouseQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code report}: the published tables as one page for people. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes one HTML page, in Arabic and English, that shows the published tables and needs no network.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd report --warehouse /data/rasd --output report.html")
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private WarehouseOptions published = new WarehouseOptions();

    @picocli.CommandLine.Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The page, written over (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("report.html");

    @Override
    public Integer call() throws IOException {
        Path file = output.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new ConfigurationException(
                    "Cannot write the page: --output, got " + output + "; name a file in a folder that exists");
        }
        try (WarehouseQuery tables = WarehouseOptions.query(published.config())) {
            Files.writeString(file, ReportPage.of(tables), StandardCharsets.UTF_8);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The page is " + file + "; open it in a browser");
        out.flush();
        return 0;
    }
}
