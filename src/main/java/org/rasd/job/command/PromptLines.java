package org.rasd.job.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Where a prompt's lines come from: a terminal with editing, history and completion, or a plain stream. */
interface PromptLines extends AutoCloseable {
    /** The next line, null at the end. */
    @Nullable
    String next(String prompt) throws IOException;

    @Override
    void close() throws IOException;

    /** The terminal of this process, where {@code words} complete; its standard input as UTF-8 where it has none. */
    static PromptLines ofProcess(Collection<String> words) throws IOException {
        return System.console() == null
                ? of(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : of(TerminalBuilder.builder().system(true).build(), words);
    }

    /** Plain lines; nothing is prompted. */
    static PromptLines of(BufferedReader reader) {
        return new PromptLines() {
            @Override
            public @Nullable String next(String prompt) throws IOException {
                return reader.readLine();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    /** Lines of a terminal; control-C gives up the line, control-D ends. */
    static PromptLines of(Terminal terminal, Collection<String> words) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("rasd")
                .completer((line, parsed, candidates) -> words.forEach(word -> candidates.add(new Candidate(word))))
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        return new PromptLines() {
            @Override
            public @Nullable String next(String prompt) {
                try {
                    return reader.readLine(prompt);
                } catch (EndOfFileException e) {
                    return null;
                } catch (UserInterruptException e) {
                    return ""; // given up by the user: the prompt goes on
                }
            }

            @Override
            public void close() throws IOException {
                terminal.close();
            }
        };
    }
}
