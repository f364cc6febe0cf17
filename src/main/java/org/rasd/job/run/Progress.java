package org.rasd.job.run;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

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
    private final LongSupplier nanos;
    private final AtomicLong heapBytes = new AtomicLong();
    private volatile long stepStarted;
    private volatile @Nullable Counts counts;

    private record Counts(long in, long out, long rejected) {}

    /**
     * A finished step.
     *
     * @param rowsIn records or rows that it took
     * @param rowsOut rows that it made
     * @param rowsPerSecond taken, or made where it took none
     * @param rejected records that it set aside
     * @param shuffleBytes written for shuffles
     * @param spillBytes written to disk for want of memory
     * @param peakHeapBytes the most that the heap of one process held, driver and executors alike, as far as seen, garbage included
     */
    public record Step(
            String name,
            double seconds,
            long rowsIn,
            long rowsOut,
            double rowsPerSecond,
            long rejected,
            long shuffleBytes,
            long spillBytes,
            long peakHeapBytes) {}

    /** Prints to {@code out}; live only where {@code terminal} says that a person watches. */
    public Progress(PrintStream out, Terminal terminal) {
        this(out, terminal, System::nanoTime);
    }

    /**
     * The same by another clock.
     *
     * @param nanos time in nanoseconds
     */
    Progress(PrintStream out, Terminal terminal, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.terminal = terminal == Terminal.INTERACTIVE;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "rasd-progress");
            thread.setDaemon(true);
            return thread;
        });
        long every = terminal.everySeconds();
        var unused = clock.scheduleAtFixedRate(this::tick, every, every, TimeUnit.SECONDS);
    }

    /** Who reads the lines. */
    public enum Terminal {
        INTERACTIVE(1),
        LOG(60);

        private final long everySeconds;

        Terminal(long everySeconds) {
            this.everySeconds = everySeconds;
        }

        /** Seconds between two lines. */
        long everySeconds() {
            return everySeconds;
        }

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

    /** Says what the current step took and made, where that is known better than by Spark's own count. */
    public void counted(long in, long out, long rejected) {
        counts = new Counts(in, out, rejected);
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
        if (task.taskExecutorMetrics() != null) {
            heapBytes.accumulateAndGet(task.taskExecutorMetrics().getMetricValue("JVMHeapMemory"), Math::max);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void begin(String name) {
        List.of(tasksPlanned, tasksDone, recordsRead, recordsWritten, shuffleBytes, spillBytes, heapBytes)
                .forEach(counter -> counter.set(0));
        counts = null;
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        stepStarted = nanos.getAsLong();
        current.set(name);
    }

    private void end(String name) {
        double seconds = seconds();
        Counts known = counts;
        Counts rows = known == null ? new Counts(recordsRead.get(), recordsWritten.get(), 0) : known;
        steps.add(new Step(
                name,
                seconds,
                rows.in(),
                rows.out(),
                rate(rows.in() > 0 ? rows.in() : rows.out(), seconds),
                rows.rejected(),
                shuffleBytes.get(),
                spillBytes.get(),
                Math.max(heapBytes.get(), peakOfThisProcess())));
        current.set("");
        line(
                String.format(
                        Locale.ROOT,
                        "rasd: %-10s done in %.1f s, %,d in, %,d out",
                        name,
                        seconds,
                        rows.in(),
                        rows.out()),
                true);
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** A bound from above: the parts of a heap have their peaks at different times, and together never more than it may hold. */
    private static long peakOfThisProcess() {
        long peaks = heapPools()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        return Math.min(peaks, Runtime.getRuntime().maxMemory());
    }

    private static double rate(long rows, double seconds) {
        return rows / Math.max(seconds, 0.001);
    }

    /** A line on the current step, if there is one. */
    void tick() {
        String name = java.util.Objects.requireNonNullElse(current.get(), "");
        if (!name.isEmpty()) {
            double seconds = seconds();
            line(
                    String.format(Locale.ROOT, "rasd: %-10s %s", name, clockTime(seconds))
                            + rows(seconds)
                            + left(tasksDone.get(), tasksPlanned.get(), seconds),
                    false);
        }
    }

    /** Rows written so far, or read where none are written yet. */
    private String rows(double seconds) {
        long written = recordsWritten.get();
        long rows = written == 0 ? recordsRead.get() : written;
        return rows == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %,d rows %s (%,.0f/s)",
                        rows,
                        written == 0 ? "read" : "written",
                        rate(rows, seconds));
    }

    /** How long the step's tasks that are known will take, at the pace of those that are done; empty before the first. */
    static String left(long done, long planned, double seconds) {
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
        return (nanos.getAsLong() - stepStarted) / 1e9;
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
