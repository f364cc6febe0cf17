package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rasd.job.bench.Bench;
import org.rasd.job.bench.ScaleBench;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigLoader.Option;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.run.RunChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast the job is beside a bare loop and beside Spark NLP, in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Times reading, cleaning and extraction in a bare loop on one and two threads, the whole job in local[2] step by"
                    + " step, and Spark NLP's document, sentence and token stages, on the same articles in one run.",
            "Times pages out of a WARC file to articles beside jwarc and jsoup's parser alone, on one thread.",
            "Without --input an archive is made from the bundled sample; the pages always are."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  jobs/rasd bench --articles 100000",
            "  jobs/rasd bench --articles 0 --pages 10000",
            "  jobs/rasd bench --scale 10000,100000",
            "  jobs/rasd bench --input /archive/2024.jsonl.gz --profile almayadeen --yardstick 0"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @picocli.CommandLine.Option(names = "--input", paramLabel = "PATH", description = "An archive of your own.")
    private @Nullable String input;

    @picocli.CommandLine.Option(names = "--profile", paramLabel = "NAME", description = "The field mapping of --input.")
    private @Nullable String profile;

    @picocli.CommandLine.Option(
            names = "--articles",
            paramLabel = "N",
            description = "Size of the archive that is made; 0 measures pages alone (default: ${DEFAULT-VALUE}).")
    private int articles = 20_000;

    @picocli.CommandLine.Option(
            names = "--pages",
            paramLabel = "N",
            description = "Pages of the WARC file that is made; 0 leaves them out (default: ${DEFAULT-VALUE}).")
    private int pages = 3_000;

    @picocli.CommandLine.Option(
            names = "--yardstick",
            paramLabel = "N",
            description = "Articles that Spark NLP's stages get; 0 leaves them out (default: ${DEFAULT-VALUE}).")
    private int yardstick = 2_000;

    @picocli.CommandLine.Option(
            names = "--scale",
            paramLabel = "N",
            split = ",",
            arity = "0..1",
            fallbackValue = "10000,100000,1000000",
            description =
                    "Measures instead how cost grows: archives of so many articles, and a day's run on top of each"
                            + " (default: ${FALLBACK-VALUE}; the last takes an hour and a half, and some 35 GB of scratch).")
    private List<Integer> scale = List.of();

    @picocli.CommandLine.Option(
            names = "--quiet-share",
            paramLabel = "SHARE",
            description =
                    "With --scale: of the sentences, the share (0 to 1) that is drawn from those that tell no event"
                            + " (default: ${DEFAULT-VALUE}; drawn from all, they tell 22 event mentions an article).")
    private double quietShare = 0;

    @Override
    public Integer call() throws IOException {
        if (scale.stream().anyMatch(size -> size < 1)) {
            throw new ConfigurationException("Cannot measure: --scale, got " + scale + "; give 1 or more");
        }
        if (articles < 0 || yardstick < 0 || pages < 0) {
            throw new ConfigurationException("Cannot measure: --articles, --yardstick and --pages, got " + articles
                    + ", " + yardstick + " and " + pages + "; give 0 or more");
        }
        if (!(quietShare >= 0 && quietShare <= 1)) {
            throw new ConfigurationException("Cannot measure: --quiet-share, got " + quietShare + "; give 0 to 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path scratch = Files.createTempDirectory("rasd-bench");
        try {
            if (!scale.isEmpty()) {
                new ScaleBench(Sample.load(scratch.toString()).orThrow(), this::config, scratch, out)
                        .run(scale, quietShare);
                return 0;
            }
            if (pages > 0) {
                Bench.pages(Sample.load(scratch.toString()).orThrow(), scratch.resolve("pages"), pages, out);
            }
            if (articles > 0) {
                new Bench(config(scratch), out).run(yardstick);
            }
        } finally {
            remove(scratch);
        }
        return 0;
    }

    private RasdConfig config(Path scratch) throws IOException {
        return config(source(scratch), scratch.resolve("warehouse"));
    }

    private RasdConfig config(Path archive, Path warehouse) {
        return config(Map.of("path", archive.toString()), warehouse);
    }

    private RasdConfig config(Map<String, String> source, Path warehouse) {
        Loaded loaded = configuration.load(List.of(
                new Option("--input", "rasd.input.sources", List.of(source)),
                new Option("bench", "rasd.warehouse", warehouse.toString())));
        List<String> problems = new ArrayList<>(loaded.problems());
        loaded.config().ifPresent(config -> problems.addAll(RunChecks.problems(config)));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return loaded.orThrow();
    }

    private Map<String, String> source(Path scratch) throws IOException {
        if (input != null) {
            return profile == null ? Map.of("path", input) : Map.of("path", input, "profile", profile);
        }
        Path archive = scratch.resolve("archive");
        Bench.archive(Sample.load(scratch.toString()).orThrow(), archive, articles);
        return Map.of("path", archive.toString());
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the scratch folder " + folder + "; remove it", e);
        }
    }
}
