package org.rasd.job.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells how far a run is: a live line with rate and remaining time on a terminal, a plain line a minute elsewhere, and
 * one line for each finished step in both.
 *
 * <p>Remaining time is that of the current step, from the share of its tasks that are done.
 */
public final class Progress extends SparkListener implements AutoCloseable {
    private final PrintStream out;
    private final boolean terminal;
    private final ScheduledExecutorService clock;
    private final AtomicLong tasksPlanned = new AtomicLong();
    private final AtomicLong tasksDone = new AtomicLong();
    private final AtomicLong recordsRead = new AtomicLong();
    private final AtomicLong recordsWritten = new AtomicLong();
    private final AtomicLong shuffleBytes = new AtomicLong();
    private final AtomicLong spillBytes = new AtomicLong();
    private final AtomicReference<String> current = new AtomicReference<>("");
    private final List<Step> steps = new ArrayList<>();
    private volatile long stepStarted = System.nanoTime();

    /** A finished step: rows by Spark's own count, seconds, bytes that went through shuffles or spilled to disk. */
    public record Step(
            String name, double seconds, long rowsRead, long rowsWritten, long shuffleBytes, long spillBytes) {}

    /** Prints to {@code out}; live only where {@code terminal} says that a person watches. */
    public Progress(PrintStream out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal == Terminal.INTERACTIVE;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "rasd-progress");
            thread.setDaemon(true);
            return thread;
        });
        long every = this.terminal ? 1 : 60;
        var unused = clock.scheduleAtFixedRate(this::tick, every, every, TimeUnit.SECONDS);
    }

    /** Who reads the lines. */
    public enum Terminal {
        INTERACTIVE,
        LOG;

        /** Interactive where the process has a console that is no dumb one. */
        public static Terminal detect() {
            return System.console() != null && !"dumb".equals(System.getenv("TERM")) ? INTERACTIVE : LOG;
        }
    }

    /** Runs {@code work} as a named step. */
    public <T> T step(String name, Supplier<T> work) {
        begin(name);
        T result = work.get();
        end(name);
        return result;
    }

    /** Runs {@code work} as a named step without a result. */
    public void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return name;
        });
    }

    /** The steps finished so far, in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        tasksPlanned.addAndGet(stage.stageInfo().numTasks());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        tasksDone.incrementAndGet();
        if (task.taskMetrics() != null) {
            recordsRead.addAndGet(task.taskMetrics().inputMetrics().recordsRead());
            recordsWritten.addAndGet(task.taskMetrics().outputMetrics().recordsWritten());
            shuffleBytes.addAndGet(task.taskMetrics().shuffleWriteMetrics().bytesWritten());
            spillBytes.addAndGet(task.taskMetrics().diskBytesSpilled());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void begin(String name) {
        List.of(tasksPlanned, tasksDone, recordsRead, recordsWritten, shuffleBytes, spillBytes)
                .forEach(counter -> counter.set(0));
        stepStarted = System.nanoTime();
        current.set(name);
    }

    private void end(String name) {
        double seconds = seconds();
        steps.add(
                new Step(name, seconds, recordsRead.get(), recordsWritten.get(), shuffleBytes.get(), spillBytes.get()));
        current.set("");
        line(String.format(Locale.ROOT, "rasd: %-10s done in %.1f s", name, seconds) + written(seconds), true);
    }

    private void tick() {
        String name = java.util.Objects.requireNonNullElse(current.get(), "");
        if (!name.isEmpty()) {
            double seconds = seconds();
            line(
                    String.format(Locale.ROOT, "rasd: %-10s %s", name, clockTime(seconds))
                            + written(seconds)
                            + left(seconds),
                    false);
        }
    }

    private String written(double seconds) {
        long rows = recordsWritten.get();
        return rows == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d rows (%,.0f/s)", rows, rows / Math.max(seconds, 0.001));
    }

    private String left(double seconds) {
        long planned = tasksPlanned.get();
        long done = tasksDone.get();
        return done == 0 || planned <= done
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", task %d of %d, about %s left",
                        done,
                        planned,
                        clockTime(seconds / done * (planned - done)));
    }

    private double seconds() {
        return (System.nanoTime() - stepStarted) / 1e9;
    }

    private static String clockTime(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    private synchronized void line(String text, boolean last) {
        if (terminal) {
            out.print("\r\u001b[K" + text + (last ? System.lineSeparator() : ""));
            out.flush();
        } else {
            out.println(text);
        }
    }
}
