package org.rasd.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.rasd.job.run.Progress.Step;
import org.rasd.job.run.Progress.Terminal;
import org.rasd.testing.LocalSpark;

class ProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private Progress progress(Terminal terminal) {
        return new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, nanos::get);
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void elsewhereThereIsAPlainLineAMinute() {
        assertThat(Terminal.LOG.everySeconds()).isEqualTo(60);
        try (Progress progress = progress(Terminal.LOG)) {
            progress.tick();
            progress.step("clean", () -> {
                pass(61);
                progress.tick();
                progress.counted(1_200, 1_000, 200);
                pass(59);
            });
            progress.tick();
        }
        assertThat(text()).isEqualTo("rasd: clean      1:01\nrasd: clean      done in 120.0 s, 1,200 in, 1,000 out\n");
    }

    @Test
    void onATerminalOneLineIsWrittenOverEverySecond() {
        assertThat(Terminal.INTERACTIVE.everySeconds()).isEqualTo(1);
        try (Progress progress = progress(Terminal.INTERACTIVE)) {
            progress.step("clean", () -> {
                pass(1);
                progress.tick();
                pass(1);
                progress.tick();
            });
        }
        assertThat(text())
                .isEqualTo("\r\u001b[Krasd: clean      0:01\r\u001b[Krasd: clean      0:02"
                        + "\r\u001b[Krasd: clean      done in 2.0 s, 0 in, 0 out\n");
    }

    @Test
    void timeLeftFollowsThePaceOfTheTasks() {
        assertThat(Progress.left(25, 100, 30)).isEqualTo(", task 25 of 100, about 1:30 left");
        assertThat(Progress.left(0, 100, 30)).isEmpty();
        assertThat(Progress.left(100, 100, 30)).isEmpty();
    }

    @Test
    void aStepTellsWhatItTookAndMade() {
        try (Progress progress = progress(Terminal.LOG)) {
            progress.step("clean", () -> {
                progress.counted(1_200, 1_000, 200);
                pass(10);
            });
            progress.step("publish", () -> pass(1));
            Step clean = progress.steps().get(0);
            assertThat(clean.rowsIn()).isEqualTo(1_200);
            assertThat(clean.rowsOut()).isEqualTo(1_000);
            assertThat(clean.rejected()).isEqualTo(200);
            assertThat(clean.rowsPerSecond()).isEqualTo(120);
            assertThat(clean.peakHeapBytes()).isPositive();
            assertThat(progress.steps().get(1).rowsIn())
                    .as("counts of an earlier step")
                    .isZero();
        }
    }

    @Test
    void shufflesAndRowsAreThoseOfSpark() throws TimeoutException {
        SparkSession spark = LocalSpark.session();
        try (Progress progress = progress(Terminal.LOG)) {
            spark.sparkContext().addSparkListener(progress);
            progress.step("shuffle", () -> {
                assertThat(spark.range(0, 1_000, 1, 4).repartition(3).count()).isEqualTo(1_000);
                awaitEvents(spark);
                pass(2);
                progress.tick();
            });
            spark.sparkContext().removeSparkListener(progress);
            assertThat(progress.steps().get(0).shuffleBytes()).isPositive();
            assertThat(progress.steps().get(0).spillBytes()).isZero();
        }
        assertThat(text()).contains("rasd: shuffle    0:02");
    }

    @Test
    void aStepThatFailsIsNoFinishedStep() {
        try (Progress progress = progress(Terminal.LOG)) {
            assertThatThrownBy(() -> progress.step("clean", () -> {
                        throw new IllegalStateException("Cannot clean");
                    }))
                    .hasMessage("Cannot clean");
            assertThat(progress.steps()).isEmpty();
        }
    }

    private static void awaitEvents(SparkSession spark) {
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
        } catch (TimeoutException e) {
            throw new AssertionError("Spark's events did not arrive", e);
        }
    }
}
