package org.rasd.job;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rasd.job.command.RasdCommand;
import org.rasd.job.config.ConfigurationException;
import org.rasd.publish.QueryException;
import org.rasd.publish.WarehouseException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Entry of {@code jobs/rasd} and of {@code spark-submit}.
 *
 * <p>Exit codes: 0 good, 1 failed, 2 wrong usage or configuration, 3 rejects over the limit.
 */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        int code = execute(arguments);
        // On a cluster only zero or not is told; a clean end must not call exit, which YARN reads as a failure.
        if (code != 0 || System.getProperty("rasd.mode") != null) {
            System.out.flush();
            System.exit(code);
        }
    }

    /** Runs one command and gives its exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new RasdCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Main::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static int failed(Exception error, CommandLine command, ParseResult parsed) {
        if (error instanceof ConfigurationException configuration) {
            configuration.problems().forEach(command.getErr()::println);
            return 2;
        }
        command.getErr().println(rootMessage(error));
        if (error instanceof WarehouseException || error instanceof QueryException) {
            return 2;
        }
        if (System.getenv("RASD_DEBUG") != null) {
            error.printStackTrace(command.getErr());
        } else {
            command.getErr().println("Set RASD_DEBUG=1 to see where it happened.");
        }
        return 1;
    }

    private static String rootMessage(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && !String.valueOf(cause.getMessage()).startsWith("Cannot ")) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.startsWith("Cannot ")
                ? message
                : "Cannot finish: " + cause.getClass().getSimpleName() + ": " + message;
    }
}
