package org.rasd.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
    private static final int FOLDS = 4;
    private static final double LOW = 0.05;

    private final CoderLexicon lexicon;
    private final List<GoldArticle> articles = new ArrayList<>();
    private final Map<GoldArticle, Integer> weights = new IdentityHashMap<>();
    private final Map<String, int[]> sources = new TreeMap<>();

    /** Training with the rules and lists of {@code conf}. */
    public CoderTraining(ConfRoot conf) {
        lexicon = CoderLexicon.load(conf);
    }

    /** Takes labelled articles in, each counting {@code weight} times; {@code source} names them in the card. */
    public CoderTraining add(String source, int weight, List<GoldArticle> labelled) {
        articles.addAll(labelled);
        labelled.forEach(article -> weights.put(article, weight));
        int[] counts = sources.computeIfAbsent(source, key -> new int[3]);
        for (GoldArticle article : labelled) {
            counts[0]++;
            counts[1] += article.sentences().size();
            counts[2] += article.events().size();
        }
        return this;
    }

    /**
     * Trains and scores on parts held out in turn, then trains on everything and writes {@code event-coder.tsv} and {@code
     * event-coder.md} into {@code folder}.
     *
     * @return scores of the held-out parts at the default threshold, calibrated on the same parts
     */
    public Scores write(Path folder) throws IOException {
        EventScorer low = new EventScorer();
        EventScorer usual = new EventScorer();
        ArticleExtractor plain = extractor(new CoderModels(Map.of()), 0);
        Map<GoldArticle, List<CodedEvent>> told = CoderTrainer.told(plain, articles, weights);
        List<List<GoldArticle>> folds = CoderTrainer.folds(articles, FOLDS);
        List<Map<String, Map<Long, Double>>> models = folds.parallelStream()
                .map(held -> new CoderTrainer(plain, told, weights).weights(without(held)))
                .toList();
        for (int i = 0; i < FOLDS; i++) {
            score(low, extractor(new CoderModels(models.get(i)), LOW), folds.get(i));
        }
        Calibration calibration = Calibration.fit(low.judged());
        for (int i = 0; i < FOLDS; i++) {
            CoderModels model = new CoderModels(models.get(i), calibration);
            score(usual, extractor(model, ExtractSettings.DEFAULT.minConfidence()), folds.get(i));
        }
        Map<String, Map<Long, Double>> model = new CoderTrainer(plain, told, weights).weights(articles);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("event-coder.tsv"), table(model, calibration), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("event-coder.md"), card(usual.scores()), StandardCharsets.UTF_8);
        return usual.scores();
    }

    private List<GoldArticle> without(List<GoldArticle> held) {
        List<GoldArticle> rest = new ArrayList<>(articles);
        rest.removeAll(held);
        return rest;
    }

    private static void score(EventScorer scorer, ArticleExtractor extractor, List<GoldArticle> held) {
        held.forEach(gold ->
                scorer.add(gold, extractor.extract(Evaluation.article(gold)).eventMentions()));
    }

    private ArticleExtractor extractor(CoderModels models, double threshold) {
        return new ArticleExtractor(lexicon, models, new EventCoder.Thresholds(threshold, Map.of()));
    }

    private static String table(Map<String, Map<Long, Double>> weights, Calibration calibration) {
        return "# weights of the event coder: group, hashed feature, weights of the group's outputs; see event-coder.md\n"
                + String.join("\n", CoderModels.lines(weights, calibration)) + "\n";
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
                the words nearby, places, distances, clitics, tenses, dates, kinds of names, codes; and what the sentences before
                told of the same event (in training as models that did not see the article read them).

                Data, labelled by hand for this project; nothing else was trained on. Own articles count twice: exchanges and
                truces are rare in the ANT corpus.

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
