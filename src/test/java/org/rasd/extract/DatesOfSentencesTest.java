package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rasd.lang.DateExpression;
import org.rasd.lang.Span;
import org.rasd.model.ConfRoot;

/** The dates that sentences tell: where each stands, and what it comes to on the day of publication. */
class DatesOfSentencesTest {
    private static final Path SENTENCES = Path.of("src/test/resources/dates/sentences.tsv");
    private static final Pattern MARKED = Pattern.compile("\\[([^\\[\\]|]+)\\|([0-9-]+)\\]");
    private static final SentenceAnalyzer ANALYZER = new SentenceAnalyzer(CoderLexicon.load(ConfRoot.classpath()));

    static Stream<String> sentences() throws IOException {
        return Files.readAllLines(SENTENCES).stream().filter(line -> Character.isDigit(line.charAt(0)));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void comeToTheirDays(String line) {
        String[] cells = line.split("\t", -1);
        List<String> marked = new ArrayList<>();
        Matcher matcher = MARKED.matcher(cells[1]);
        while (matcher.find()) {
            marked.add(matcher.group(1) + " = " + matcher.group(2));
        }
        String text = MARKED.matcher(cells[1]).replaceAll("$1");
        SentenceView view = ANALYZER.analyze(text, new Span(0, text.length()), 0, LocalDate.parse(cells[0]));
        assertThat(view.dates().stream().map(date -> told(view, text, date)).toList())
                .isEqualTo(marked);
    }

    private static String told(SentenceView view, String text, DateExpression date) {
        String surface = text.substring(
                view.words().sourceBegin(date.first()), view.words().sourceEnd(date.last()));
        int length = switch (date.precision()) {
            case DAY -> 10;
            case MONTH -> 7;
            case YEAR -> 4;
        };
        return surface + " = " + date.date().toString().substring(0, length);
    }
}
