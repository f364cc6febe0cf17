package org.rasd.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.job.config.ConfigLoader.Loaded;
import org.rasd.job.config.ConfigLoader.Option;

/** One reading finds every problem and says where each stands. */
class ConfigLoaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Loaded load(List<Path> files, Map<String, String> pairs) {
        return ConfigLoader.ofProcess().load(files, pairs, List.of());
    }

    @Test
    void defaultsAreRight() {
        assertThat(load(List.of(), Map.of()).problems())
                .as("conf/rasd.conf must be right as it stands")
                .isEmpty();
    }

    @Test
    void unknownKeyIsRefusedWithAGuessAndItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "# mine\nrasd.warehous = \"x\"\n");
        assertThat(load(List.of(file), Map.of()).problems())
                .singleElement()
                .asString()
                .contains("my.conf: 2")
                .contains("unknown key rasd.warehous")
                .contains("did you mean warehouse?");
    }

    @Test
    void allProblemsComeAtOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.conf"), "rasd.limits.reject_share = 7\nrasd.run.from = yesterday\n");
        assertThat(load(List.of(file), Map.of("input.max_record_bytes", "many", "nonsense", "1"))
                        .problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).contains("my.conf: 1", "rasd.limits.reject_share", "7.0"))
                .anySatisfy(problem -> assertThat(problem).contains("my.conf: 2", "rasd.run.from", "yesterday"))
                .anySatisfy(problem -> assertThat(problem).contains("--set input.max_record_bytes", "many"))
                .anySatisfy(problem -> assertThat(problem).contains("--set nonsense", "unknown key"));
    }

    @Test
    void brokenFileIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.conf"), "rasd {\n  warehouse = \n");
        assertThat(load(List.of(file), Map.of()).problems())
                .singleElement()
                .asString()
                .contains("broken.conf");
    }

    @Test
    void missingFileSaysWhatToDo() {
        assertThat(load(List.of(folder.resolve("no.conf")), Map.of()).problems())
                .singleElement()
                .asString()
                .contains("no.conf", "does not exist");
    }

    @Test
    void laterLayersWin() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "rasd.warehouse = from-file\n");
        Loaded loaded = ConfigLoader.ofProcess()
                .load(
                        List.of(file),
                        Map.of("warehouse", "from-pair"),
                        List.of(new Option("--warehouse", "rasd.warehouse", "from option")));
        assertThat(loaded.orThrow().warehouse()).isEqualTo("from option");
        assertThat(load(List.of(file), Map.of()).orThrow().warehouse()).isEqualTo("from-file");
    }

    @Test
    void valuesWithSlashesAndColonsAreTexts() {
        assertThat(load(List.of(), Map.of("warehouse", "s3a://bucket/a b"))
                        .orThrow()
                        .warehouse())
                .isEqualTo("s3a://bucket/a b");
    }

    @Test
    void firstDayAfterLastDayIsRefused() {
        assertThat(load(List.of(), Map.of("run.from", "2024-02-01", "run.to", "2024-01-01"))
                        .problems())
                .singleElement()
                .asString()
                .contains("2024-02-01", "2024-01-01");
    }
}
