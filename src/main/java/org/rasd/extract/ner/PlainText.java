package org.rasd.extract.ner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.rasd.lang.SentenceSplitter;
import org.rasd.lang.Span;

/** Sentences of plain news text, for word classes. Lines that were read before are left out. */
final class PlainText {
    private final List<List<String>> sentences = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Folded words of each sentence so far. */
    List<List<String>> sentences() {
        return sentences;
    }

    /** Adds the text of a packed archive of tagged articles, read as one stream of lines: titles and bodies. */
    void addTagged(Path archive) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.startsWith("<TITLE>") ? line.substring(7).replace("</TITLE>", "") : line;
                if (!text.startsWith("<") && text.indexOf('\0') < 0) {
                    add(text);
                }
            }
        }
    }

    /** Adds the sentences of one line of text. */
    void add(String text) {
        for (Span span : SentenceSplitter.split(text)) {
            String sentence = text.substring(span.begin(), span.end());
            if (seen.add(sentence)) {
                List<String> words = new ArrayList<>();
                for (Tokens.Token token : Tokens.of(sentence, 0, sentence.length())) {
                    words.add(Tokens.fold(token.text()));
                }
                sentences.add(words);
            }
        }
    }

    /** Adds the tokens of labelled sentences; their labels are not looked at. */
    void add(List<BioSentence> labelled) {
        for (BioSentence sentence : labelled) {
            sentences.add(sentence.tokens().stream().map(Tokens::fold).toList());
        }
    }
}
