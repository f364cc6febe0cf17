package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rasd.model.ConfRoot;
import org.rasd.model.EventMention;

/** Every example of conf/events is read as its file says: add a sentence there, gain a test. */
class EventExamplesTest {
    private static final ConfRoot CONF = ConfRoot.folder(Path.of("conf"));
    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(CONF, ExtractSettings.DEFAULT);
    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);

    static Stream<Arguments> examples() {
        return CoderLexicon.load(CONF).types().values().stream()
                .flatMap(type -> type.examples().stream().map(example -> Arguments.of(type.name(), example)));
    }

    static Stream<Arguments> types() {
        return CoderLexicon.load(CONF).types().values().stream()
                .map(type -> Arguments.of(type.name(), type.examples()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void everyTypeHasEnoughExamples(String type, List<Example> examples) {
        assertThat(examples).as("examples of %s", type).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void isReadAsItsFileSays(String type, Example example) {
        GoldArticle article = new GoldArticle("x", DAY, List.of("", example.text()), List.of());
        Optional<EventMention> found = EXTRACTOR.extract(Evaluation.article(article)).eventMentions().stream()
                .filter(row -> row.eventType().equals(type))
                .findFirst();
        String where = example.origin() + " " + example.text();
        if (example.expect().isEmpty()) {
            assertThat(found.map(EventMention::ruleId)).as(where).isEmpty();
            return;
        }
        Example.Expected wanted = example.expect().get(0);
        assertThat(found).as(where).isPresent();
        EventMention row = found.orElseThrow();
        assertThat(row.status())
                .as("status of " + where)
                .isEqualTo(wanted.status().code());
        wanted.source()
                .ifPresent(codes -> assertThat(new TreeSet<>(row.sourceActors()))
                        .as("source of " + where)
                        .isEqualTo(new TreeSet<>(codes)));
        wanted.target()
                .ifPresent(codes -> assertThat(new TreeSet<>(row.targetActors()))
                        .as("target of " + where)
                        .isEqualTo(new TreeSet<>(codes)));
        wanted.persons()
                .ifPresent(n ->
                        assertThat(row.personsCount()).as("persons of " + where).isEqualTo(n));
    }
}
