package org.rasd.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.job.run.SparkSessions;

/**
 * A secret reaches Spark's session and file systems, and nothing that is said; a whole run with one is in {@link
 * ObjectStoreRunTest}.
 */
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
    void failuresSayNone() throws IOException {
        CommandOutput ended = CommandOutput.of(
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
        assertThat(ended.exitCode()).as(ended.text()).isEqualTo(2);
        assertThat(ended.text()).contains("inptu").doesNotContain(SECRET);
    }

    @Test
    void configPrintsTheKeyWithoutItsValue() throws IOException {
        CommandOutput ended = CommandOutput.of("config", "--config", config().toString());
        assertThat(ended.exitCode()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("fs.s3a.secret.key", "(hidden)").doesNotContain(SECRET);
    }

    @Test
    void fileSystemsGetTheSecretBeforeSparkStarts() {
        Configuration hadoop = SparkSessions.hadoop(Map.of("spark.hadoop.fs.s3a.secret.key", SECRET));
        assertThat(hadoop.get("fs.s3a.secret.key")).isEqualTo(SECRET);
    }
}
