package org.rasd.job.command;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config}: the effective configuration, each value with where it comes from. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints every key with its effective value and the file and line that it comes from.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd config --config my.conf --set resolve.min_confidence=0.6")
final class ConfigCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Override
    public Integer call() {
        Loaded loaded = configuration.load();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, ConfigValue> values = new TreeMap<>();
        loaded.effective().getConfig("rasd").entrySet().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        values.forEach((key, value) -> out.println("rasd." + key + " = "
                + (Secrets.isSecret(key) ? Secrets.HIDDEN : value.render(ConfigRenderOptions.concise())) + "   # "
                + value.origin().description()));
        out.flush();
        loaded.orThrow();
        return 0;
    }
}
