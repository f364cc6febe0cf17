package org.rasd.job.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.run.Tables;
import org.rasd.table.Catalogue;
import org.rasd.table.CatalogueWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tables}: the data dictionary. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Prints what every table holds: grain, columns, types, keys and what each column means.",
        footerHeading = "%nExamples:%n",
        footer = {"  jobs/rasd tables", "  jobs/rasd tables events exchanges_over_time --format markdown"})
final class TablesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(paramLabel = "TABLE", arity = "0..*", description = "Only these tables.")
    private List<String> names = List.of();

    /** How the dictionary is written. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Option(names = "--format", paramLabel = "FORM", description = "text (default), json or markdown.")
    private Form form = Form.TEXT;

    @Override
    public Integer call() {
        Catalogue all = Tables.catalogue(configuration.load().orThrow());
        List<String> unknown =
                names.stream().filter(name -> all.find(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(unknown.stream()
                    .map(name ->
                            "Cannot describe the table: got " + name + "; use one of " + String.join(", ", all.names()))
                    .toList());
        }
        Catalogue chosen = names.isEmpty()
                ? all
                : Catalogue.of(names.stream().map(all::get).toList());
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (form) {
                    case TEXT -> CatalogueWriter.text(chosen);
                    case JSON -> CatalogueWriter.json(chosen);
                    case MARKDOWN -> CatalogueWriter.markdown(chosen);
                });
        out.flush();
        return 0;
    }
}
