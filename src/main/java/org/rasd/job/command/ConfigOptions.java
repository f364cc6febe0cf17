package org.rasd.job.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.ConfigLoader.Loaded;
import picocli.CommandLine.Option;

/** The options by which every command is configured. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A HOCON file laid over the defaults; may be given several times, the last wins.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key, laid over all files, such as --set input.max_record_bytes=8MiB.")
    private Map<String, String> pairs = new LinkedHashMap<>();

    /** Reads all layers, what other options say on top. */
    Loaded load(List<ConfigLoader.Option> options) {
        return ConfigLoader.ofProcess().load(files, pairs, options);
    }

    /** The same with nothing on top. */
    Loaded load() {
        return load(List.of());
    }
}
