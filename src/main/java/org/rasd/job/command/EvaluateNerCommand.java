package org.rasd.job.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.NameScores;
import org.rasd.extract.ner.Tagger;
import org.rasd.extract.ner.TaggerData;
import org.rasd.model.ConfRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate-ner}: how well names are tagged, by exact span, on files of tokens with BIO tags. */
@Command(
        name = "evaluate-ner",
        mixinStandardHelpOptions = true,
        description = "Tags persons, places and organisations in labelled files and scores them by exact span."
                + " A line holds a token and its BIO tag; PERS is PER; MISC counts neither way.",
        footerHeading = "%nExample:%n",
        footer = "  jobs/rasd evaluate-ner test.txt")
final class EvaluateNerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with a token and its tag a line.")
    private List<Path> files = List.of();

    @Option(names = "--conf", paramLabel = "DIR", description = "Lists and model from here, not the packed ones.")
    private @Nullable Path conf;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Tagger tagger = new Tagger(TaggerData.load(conf == null ? ConfRoot.classpath() : ConfRoot.folder(conf)));
        for (Path file : files) {
            List<BioSentence> sentences = BioSentence.read(file);
            long start = System.nanoTime();
            NameScores scores = NameScores.of(tagger, sentences);
            double seconds = (System.nanoTime() - start) / 1e9;
            long tokens =
                    sentences.stream().mapToLong(one -> one.tokens().size()).sum();
            out.printf(
                    Locale.ROOT,
                    "%s: %d tokens, %.0f tokens a second on one thread, start included%n",
                    file,
                    tokens,
                    tokens / seconds);
            scores.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
