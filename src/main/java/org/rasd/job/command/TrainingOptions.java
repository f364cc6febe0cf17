package org.rasd.job.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where a training finds the project, and where its model goes. */
final class TrainingOptions {
    @Option(names = "--root", paramLabel = "DIR", description = "The project's folder (default: here).")
    private Path root = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the model goes (default: conf/models).")
    private Path folder = Path.of("conf", "models");

    /** A path of the project. */
    Path at(String path) {
        return root.resolve(path);
    }

    /** Where the model goes. */
    Path folder() {
        return root.resolve(folder);
    }

    /** The project's own labelled articles. */
    List<Path> articles() throws IOException {
        return files("src/train/articles", ".txt");
    }

    /** Files of a folder of the project in order; none where there is no such folder. */
    List<Path> files(String path, String ending) throws IOException {
        if (!Files.isDirectory(at(path))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(at(path))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
