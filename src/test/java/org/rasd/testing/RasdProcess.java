package org.rasd.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Rasd as users start it: a process of its own, with the JVM options of the launcher; compiled quickly, as short runs gain
 * nothing from the JVM's second compiler.
 *
 * <p>For tests of what only a whole process shows: exit codes, another locale, death on the way.
 */
public final class RasdProcess {
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");
    private static final long LIMIT_MINUTES = 8;

    private final List<String> jvmOptions;
    private final List<String> libraries;

    /** A process with further JVM options, such as {@code -Duser.language=tr}. */
    public RasdProcess(String... jvmOptions) {
        this(List.of(jvmOptions), List.of());
    }

    private RasdProcess(List<String> jvmOptions, List<String> libraries) {
        this.jvmOptions = jvmOptions;
        this.libraries = libraries;
    }

    /** The same with a library of the tests that the default job lacks, as the launcher's profiles add one. */
    public RasdProcess withLibrary(String name) {
        List<String> found = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(name))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no " + name + " on the class path of the tests");
        }
        return new RasdProcess(jvmOptions, found);
    }

    /** How a process ended; {@code output} holds both of its streams. */
    public record Ended(int exitCode, String output) {}

    /** Starts Rasd with {@code arguments}; both streams go to {@code log}. */
    public Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Xmx2g",
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-Drasd.mode=local"));
        command.add("-Drasd.home=" + Path.of("").toAbsolutePath());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), "org.rasd.job.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs Rasd to its end. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile("rasd-process", ".log");
        Process process = start(log, arguments);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("rasd " + List.of(arguments) + " did not end in " + LIMIT_MINUTES
                    + " minutes; its output was\n" + Files.readString(log));
        }
        String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        Files.delete(log);
        return new Ended(process.exitValue(), output);
    }

    /** Waits until {@code reached}; fails with what the run said to {@code log} where it ends before. */
    public static void await(Process run, Path log, BooleanSupplier reached) throws IOException, InterruptedException {
        while (!reached.getAsBoolean()) {
            if (run.waitFor(1, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the run was over too soon; it said\n" + Files.readString(log));
            }
        }
    }

    /** Waits for the end; fails with what the run said to {@code log} where it does not end well, or not in time. */
    public static void finish(Process run, Path log) throws IOException, InterruptedException {
        boolean ended = run.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        run.destroyForcibly().waitFor();
        if (!ended || run.exitValue() != 0) {
            throw new AssertionError(
                    "the run did not end well in " + LIMIT_MINUTES + " minutes; it said\n" + Files.readString(log));
        }
    }

    private String classPath() throws IOException {
        List<String> entries = new ArrayList<>(libraries);
        entries.add(Path.of("target", "classes").toAbsolutePath().toString());
        entries.add(Files.readString(Path.of("target", "classpath.txt")).strip());
        return String.join(File.pathSeparator, entries);
    }
}
