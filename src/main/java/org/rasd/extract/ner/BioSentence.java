package org.rasd.extract.ner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A labelled sentence: its tokens and their tags. */
public record BioSentence(List<String> tokens, int[] tags) {
    /** Fixes the tokens. */
    public BioSentence {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a file of one token and its BIO tag a line, blank lines between sentences.
     *
     * <p>Fails when: the file cannot be read; lines without a tag count as outside.
     */
    public static List<BioSentence> read(Path file) throws IOException {
        List<BioSentence> out = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        List<Integer> tags = new ArrayList<>();
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\r?\n", -1)) {
            String[] cells = line.strip().split("[ \t]+");
            if (cells[0].isEmpty()) {
                close(out, tokens, tags);
            } else {
                tokens.add(cells[0]);
                tags.add(cells.length > 1 ? Tags.parse(cells[cells.length - 1]) : Tags.OUTSIDE);
            }
        }
        close(out, tokens, tags);
        return out;
    }

    private static void close(List<BioSentence> out, List<String> tokens, List<Integer> tags) {
        if (!tokens.isEmpty()) {
            out.add(new BioSentence(
                    tokens, tags.stream().mapToInt(Integer::intValue).toArray()));
            tokens.clear();
            tags.clear();
        }
    }
}
