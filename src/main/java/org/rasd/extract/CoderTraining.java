package org.rasd.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rasd.model.ConfRoot;

/**
 * Trains the event coder from labelled articles and writes its model file and card.
 *
 * <p>Deterministic: the same rules, lists and labels give the same files, byte for byte.
 */
public final class CoderTraining {
    private static final int FOLDS = 5;

    private final CoderLexicon lexicon;
    private final List<GoldArticle> articles = new ArrayList<>();
    private final Map<String, int[]> sources = new TreeMap<>();

    /** Training with the rules and lists of {@code conf}. */
    public CoderTraining(ConfRoot conf) {
        lexicon = CoderLexicon.load(conf);
    }

    /** Takes labelled articles in; {@code source} names them in the card. */
    public CoderTraining add(String source, List<GoldArticle> labelled) {
        articles.addAll(labelled);
        int[] counts = sources.computeIfAbsent(source, key -> new int[3]);
        for (GoldArticle article : labelled) {
            counts[0]++;
            counts[1] += article.sentences().size();
            counts[2] += article.events().size();
        }
        return this;
    }

    /** Scores of models trained on the other parts, part by part: what the labels themselves say of a model's quality. */
    public Scores crossValidate() {
        EventScorer scorer = new EventScorer();
        List<List<GoldArticle>> folds = CoderTrainer.folds(articles, FOLDS);
        for (List<GoldArticle> held : folds) {
            List<GoldArticle> rest = new ArrayList<>(articles);
            rest.removeAll(held);
            ArticleExtractor extractor = extractor(new CoderTrainer(bare()).train(rest));
            held.forEach(gold ->
                    scorer.add(gold, extractor.extract(Evaluation.article(gold)).eventMentions()));
        }
        return scorer.scores();
    }

    private ArticleExtractor bare() {
        return extractor(new CoderModels(Map.of()));
    }

    private ArticleExtractor extractor(CoderModels models) {
        return new ArticleExtractor(
                lexicon, models, new EventCoder.Thresholds(ExtractSettings.DEFAULT.minConfidence(), Map.of()));
    }

    /** Trains on everything and writes {@code event-coder.tsv} and {@code event-coder.md} into {@code folder}. */
    public void write(Path folder, Scores crossValidated) throws IOException {
        Map<String, Map<Long, Double>> weights = new CoderTrainer(bare()).weights(articles);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("event-coder.tsv"), table(weights), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("event-coder.md"), card(crossValidated), StandardCharsets.UTF_8);
    }

    private static String table(Map<String, Map<Long, Double>> weights) {
        return "# weights of the event coder: group, hashed feature, weights of the group's outputs; see event-coder.md\n"
                + String.join("\n", CoderModels.lines(weights)) + "\n";
    }

    private String card(Scores scores) {
        StringBuilder data = new StringBuilder();
        sources.forEach((name, n) -> data.append("| ")
                .append(name)
                .append(" | ")
                .append(n[0])
                .append(" | ")
                .append(n[1])
                .append(" | ")
                .append(n[2])
                .append(" |\n"));
        return String.format(
                Locale.ROOT,
                """
                # Event coder

                What it is: linear models (logistic regression) that decide which triggers report events, their status,
                whether they are background, the role of each code, and which date is theirs. `event-coder.tsv` holds a
                group of outputs, a hashed feature and the outputs' weights a line.

                Features: names of rules (conf/events) and of word classes (conf/lexicon/ar/classes.tsv), hashed stems of
                the words nearby, places, distances, clitics, tenses, dates, kinds of names, codes.

                Data, labelled by hand for this project; nothing else was trained on:

                | source | articles | sentences | labels |
                |---|---|---|---|
                %s
                Licence: Apache-2.0. The project's own articles are Apache-2.0; the ANT corpus (Jawhara FM, 2015 to 2017)
                is Apache-2.0 as declared by its makers.

                Scores by %d-fold cross-validation over the data above: mission types F1 %.3f, all types F1 %.3f, status
                accuracy %.3f, parties F1 %.3f, whole record F1 %.3f, persons F1 %.3f, dates F1 %.3f.

                Train again: `jobs/rasd train coder`. Seed %d, fixed; training gives the same file each time.
                """,
                data,
                FOLDS,
                scores.mission().f1(),
                scores.all().f1(),
                scores.statusAccuracy(),
                scores.parties().f1(),
                scores.record().f1(),
                scores.persons().f1(),
                scores.dates().f1(),
                LogisticRegression.SEED);
    }
}
