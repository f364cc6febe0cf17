package org.rasd.job.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rasd.model.ConfRoot;

/**
 * The layers of one configuration, weakest first: defaults, overlay, files, pairs from the command line.
 *
 * @param defaults conf/rasd.conf: the only place that may introduce keys
 * @param changes the layers above it, weakest first
 * @param problems what could not be parsed
 */
public record Layers(Config defaults, List<Config> changes, List<String> problems) {

    /** Reads all layers; files that cannot be read or parsed become problems, not exceptions. */
    public static Layers read(ConfRoot conf, List<String> overlays, List<Path> files, Map<String, String> pairs) {
        List<String> problems = new ArrayList<>();
        Config defaults = parse(conf.read("rasd.conf"), conf.describe("rasd.conf"), problems);
        List<Config> changes = new ArrayList<>();
        overlays.forEach(name -> changes.add(parse(conf.read(name), conf.describe(name), problems)));
        files.forEach(file -> changes.add(parseFile(file, problems)));
        pairs.forEach((key, value) -> changes.add(pair(key, value, problems)));
        return new Layers(defaults, List.copyOf(changes), problems);
    }

    /** All layers merged and resolved. */
    public Config effective() {
        Config merged = defaults;
        for (Config change : changes) {
            merged = change.withFallback(merged);
        }
        try {
            return merged.resolve();
        } catch (ConfigException e) {
            problems.add(where(e) + "Cannot resolve the configuration: " + e.getMessage());
            return defaults.resolve();
        }
    }

    private static Config parseFile(Path file, List<String> problems) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), problems);
        } catch (IOException e) {
            problems.add("Cannot read the configuration file: --config, got " + file + ", which "
                    + (Files.exists(file) ? "is no readable UTF-8 file" : "does not exist") + "; give a HOCON file");
            return ConfigFactory.empty();
        }
    }

    private static Config parse(String text, String name, List<String> problems) {
        try {
            return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription(name));
        } catch (ConfigException e) {
            problems.add("Cannot parse the configuration: " + e.getMessage());
            return ConfigFactory.empty();
        }
    }

    private static Config pair(String key, String value, List<String> problems) {
        String origin = "--set " + key;
        String path = key.startsWith("rasd.") ? key : "rasd." + key;
        try {
            ConfigUtil.splitPath(path);
            if (!value.isEmpty() && "[{\"".indexOf(value.charAt(0)) >= 0) {
                return ConfigFactory.parseString(
                        path + " = " + value, ConfigParseOptions.defaults().setOriginDescription(origin));
            }
            return ConfigFactory.empty().withValue(path, ConfigValueFactory.fromAnyRef(value, origin));
        } catch (ConfigException e) {
            problems.add("Cannot parse --set " + key + "=" + value + ": " + e.getMessage() + "; write key.path=value");
            return ConfigFactory.empty();
        }
    }

    private static String where(ConfigException e) {
        return e.origin() == null ? "" : e.origin().description() + ": ";
    }
}
