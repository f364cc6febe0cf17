package org.rasd.job.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rasd.lang.Sha256;
import org.rasd.model.ConfRoot;

/**
 * Reads the whole configuration of a command.
 *
 * <p>Fails never: what is wrong is in {@link Loaded#problems()}, so that a command can add its own findings and show all
 * at once.
 */
public final class ConfigLoader {
    /** Objects whose keys are the user's own. */
    private static final Set<String> OPEN =
            Set.of("rasd.input.profiles", "rasd.spark.settings", "rasd.resolve.affiliations", "rasd.extract.labels");

    private final ConfRoot conf;
    private final List<String> overlays;

    private ConfigLoader(ConfRoot conf, List<String> overlays) {
        this.conf = conf;
        this.overlays = overlays;
    }

    /**
     * What was read.
     *
     * @param conf where the other files of conf/ are read from
     * @param effective all layers merged
     * @param config the typed configuration; empty where a part of it could not be built
     * @param problems all that is wrong, each with its origin
     */
    public record Loaded(ConfRoot conf, Config effective, Optional<RasdConfig> config, List<String> problems) {
        /** The configuration, or an exception with every problem. */
        public RasdConfig orThrow() {
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return config.orElseThrow();
        }
    }

    /** The loader for this process: the checkout's conf/ under the launcher, else the copy in the jar. */
    public static ConfigLoader ofProcess() {
        String home = System.getProperty("rasd.home");
        return home == null
                ? new ConfigLoader(ConfRoot.classpath(), List.of("cluster.conf"))
                : new ConfigLoader(ConfRoot.folder(Path.of(home, "conf")), List.of("local.conf"));
    }

    /**
     * Reads the layers.
     *
     * @param files HOCON files, weakest first
     * @param pairs keys and values as typed on the command line
     * @param options configuration that other options of the command stand for: option name to key and value
     */
    public Loaded load(List<Path> files, Map<String, String> pairs, List<Option> options) {
        Layers layers = Layers.read(conf, overlays, files, pairs);
        List<Config> changes = new ArrayList<>(layers.changes());
        options.forEach(option -> changes.add(ConfigFactory.empty()
                .withValue(option.key(), ConfigValueFactory.fromAnyRef(option.value(), option.name()))));
        Layers all = new Layers(layers.defaults(), changes, layers.problems());
        List<String> problems = all.problems();
        Config effective = all.effective();
        problems.addAll(new UnknownKeys(all.defaults(), OPEN).in(all.changes()));
        Optional<RasdConfig> config = Optional.empty();
        if (effective.hasPath("rasd")) {
            config = RasdConfig.read(new Section(effective.getConfig("rasd"), "rasd", problems), conf, hash(effective));
        }
        return new Loaded(conf, effective, config, problems);
    }

    private static String hash(Config effective) {
        return Sha256.id(effective.getConfig("rasd").root().render(ConfigRenderOptions.concise()));
    }

    /** An option of a command and the key that it stands for. */
    public record Option(String name, String key, Object value) {}
}
