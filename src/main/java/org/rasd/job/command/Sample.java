package org.rasd.job.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rasd.job.config.ConfigLoader;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigLoader.Option;
import org.rasd.job.config.ConfigurationException;

/** The sample archive of a checkout, as the demo and the bench read it. */
final class Sample {
    private Sample() {}

    /** The configuration that reads the sample into {@code warehouse}; fails where there is no checkout. */
    static Loaded load(String warehouse) {
        String home = System.getProperty("rasd.home");
        if (home == null) {
            throw new ConfigurationException(
                    "Cannot read the sample archive: it, got no checkout; run it by jobs/rasd of a checkout");
        }
        Path sample = Path.of(home, "src", "sample");
        return ConfigLoader.ofProcess()
                .load(
                        List.of(sample.resolve("sample.conf")),
                        Map.of(),
                        List.of(
                                new Option("demo", "rasd.input.sources", sources(sample.resolve("archive"))),
                                new Option("--warehouse", "rasd.warehouse", warehouse)));
    }

    private static List<Map<String, String>> sources(Path archive) {
        return List.of(
                Map.of("path", archive.resolve("papers").toString()),
                Map.of("path", archive.resolve("wire").toString(), "profile", "sample-wire"),
                Map.of("path", archive.resolve("text").toString(), "format", "text", "profile", "sample-text"),
                Map.of("path", archive.resolve("ant").toString()));
    }
}
