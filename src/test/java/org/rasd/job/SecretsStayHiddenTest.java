package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.job.run.SparkSessions;
import org.rasd.testing.RasdProcess;

/** A secret reaches Spark's session and file systems, and nothing that is written or said. */
class SecretsStayHiddenTest {
    private static final String SECRET = "zX9-very-secret-words";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path config() throws IOException {
        return Files.writeString(
                folder.resolve("secret.conf"),
                "rasd.spark.settings { \"spark.hadoop.fs.s3a.secret.key\" = \"" + SECRET
                        + "\", \"spark.rasd.password\" = \"" + SECRET + "\" }\n");
    }

    @Test
    void runLeavesNoSecretAndSaysNone() throws IOException, InterruptedException {
        Path input = Files.writeString(
                folder.resolve("day.jsonl"),
                "{\"url\": \"https://paper.example/1\", \"title\": \"اتفاق بين بلدين\", \"published\": \"2024-05-06\","
                        + " \"body\": \"وقعت مصر والأردن اليوم في القاهرة اتفاقا للتعاون في مجال الطاقة.\"}\n");
        Path warehouse = folder.resolve("w");
        RasdProcess.Ended ended = new RasdProcess()
                .run(
                        "run",
                        "--input",
                        input.toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--config",
                        config().toString());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).doesNotContain(SECRET);
        try (Stream<Path> files = Files.walk(warehouse)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(SECRET);
            }
        }
        assertThat(warehouse.resolve("_rasd/runs")).isDirectoryContaining("glob:**.json");
    }

    @Test
    void failuresSayNone() throws IOException, InterruptedException {
        RasdProcess.Ended ended = new RasdProcess()
                .run(
                        "run",
                        "--input",
                        folder.resolve("none").toString(),
                        "--warehouse",
                        "w",
                        "--config",
                        config().toString(),
                        "--set",
                        "spark.settings.\"spark.authenticate.secret\"=" + SECRET,
                        "--set",
                        "inptu.secret=" + SECRET);
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains("inptu").doesNotContain(SECRET);
    }

    @Test
    void configPrintsTheKeyWithoutItsValue() throws IOException, InterruptedException {
        RasdProcess.Ended ended = new RasdProcess().run("config", "--config", config().toString());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("fs.s3a.secret.key", "(hidden)").doesNotContain(SECRET);
    }

    @Test
    void fileSystemsGetTheSecretBeforeSparkStarts() {
        Configuration hadoop = SparkSessions.hadoop(Map.of("spark.hadoop.fs.s3a.secret.key", SECRET));
        assertThat(hadoop.get("fs.s3a.secret.key")).isEqualTo(SECRET);
    }
}
