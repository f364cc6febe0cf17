package org.rasd.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rasd.extract.GoldArticle.GoldEvent;
import org.rasd.lang.DateExpression;

/**
 * Learns the coder's models from labelled articles: which candidates report events, their status, whether they are
 * background, the role of each code, and which date is theirs.
 *
 * <p>Features are names of rules and word classes, places and distances; no word of any article goes into a model.
 */
final class CoderTrainer {
    private static final String DATE = "date";
    private static final double PENALTY = 0.03;
    private static final double DATE_PENALTY = 0.01;

    private final ArticleExtractor extractor;
    private final EventCoder coder;
    private final Map<GoldArticle, List<CodedEvent>> told;
    private final Map<GoldArticle, Integer> weights;
    private int weight = 1;
    private final RoleFeatures roleFeatures;
    private final Features features = new Features();
    private RoleTrainer roles = new RoleTrainer();
    private final Map<String, LogisticRegression> learners = new LinkedHashMap<>();

    /**
     * Learns with {@code told}, what the sentences before tell of each article (see {@link #told}), and {@code weights}, how
     * often an article counts (once where it has none).
     */
    CoderTrainer(
            ArticleExtractor extractor, Map<GoldArticle, List<CodedEvent>> told, Map<GoldArticle, Integer> weights) {
        this.weights = weights;
        this.extractor = extractor;
        this.told = told;
        coder = new EventCoder(extractor.lexicon(), new CoderModels(Map.of()), new EventCoder.Thresholds(0, Map.of()));
        roleFeatures = new RoleFeatures(extractor.lexicon().classes());
    }

    /** Learns from {@code articles}. */
    CoderModels train(List<GoldArticle> articles) {
        return new CoderModels(weights(articles));
    }

    /** Learns from {@code articles}; weights by feature by model, for the model file. */
    Map<String, Map<Long, Double>> weights(List<GoldArticle> articles) {
        learners.clear();
        roles = new RoleTrainer();
        articles.forEach(article -> learn(article, told.getOrDefault(article, List.of())));
        Map<String, Map<Long, Double>> out = new LinkedHashMap<>();
        learners.forEach((name, learner) -> out.put(name, new TreeMap<>(learner.fit())));
        out.putAll(roles.fit());
        return out;
    }

    /**
     * What models that did not see an article read in it, so that learners hear from the sentences before what they will hear
     * in use, faults and all. By identity. Cost: as much as one training.
     */
    static Map<GoldArticle, List<CodedEvent>> told(
            ArticleExtractor extractor, List<GoldArticle> articles, Map<GoldArticle, Integer> weights) {
        Map<GoldArticle, List<CodedEvent>> out = new IdentityHashMap<>();
        List<List<GoldArticle>> halves = folds(articles, 2);
        for (int i = 0; i < 2; i++) {
            CoderModels models = new CoderTrainer(extractor, Map.of(), weights).train(halves.get(1 - i));
            EventCoder reader = new EventCoder(
                    extractor.lexicon(),
                    models,
                    new EventCoder.Thresholds(ExtractSettings.DEFAULT.minConfidence(), Map.of()));
            for (GoldArticle article : halves.get(i)) {
                out.put(article, reader.code(view(extractor, article)));
            }
        }
        return out;
    }

    private static ArticleView view(ArticleExtractor extractor, GoldArticle gold) {
        return extractor.view(gold.sentences().get(0), gold.body(), gold.published());
    }

    private LogisticRegression learner(String name) {
        return learners.computeIfAbsent(
                name, key -> new LogisticRegression(key.equals(DATE) ? DATE_PENALTY : PENALTY, 3));
    }

    private void learn(GoldArticle gold, List<CodedEvent> before) {
        ArticleView view = view(extractor, gold);
        coder.begin(view);
        weight = weights.getOrDefault(gold, 1);
        for (int s = 0; s < view.sentences().size(); s++) {
            SentenceView sentence = view.sentences().get(s);
            coder.recall(before, s);
            int at = s == 0 ? 0 : gold.sentenceAt(sentence.span().begin());
            List<GoldEvent> events =
                    gold.events().stream().filter(e -> e.sentence() == at).toList();
            List<Candidate> all = view.candidates().get(s);
            for (Candidate c : all) {
                learn(gold, view, c, all, events, at);
            }
        }
    }

    private void learn(
            GoldArticle gold, ArticleView view, Candidate c, List<Candidate> all, List<GoldEvent> events, int at) {
        List<GoldEvent> same =
                events.stream().filter(e -> e.type().equals(c.type())).toList();
        boolean unclear = events.stream()
                .anyMatch(e -> e.alternatives().contains(c.type())
                        || e.optional() && e.type().equals(c.type()));
        Optional<GoldEvent> hit = same.stream()
                .filter(e -> !e.optional() && overlaps(gold, c, e, at))
                .findFirst();
        boolean otherHit = all.stream()
                .anyMatch(o ->
                        o != c && o.type().equals(c.type()) && same.stream().anyMatch(e -> overlaps(gold, o, e, at)));
        coder.fillGate(features, view, c);
        long[] first = features.copy();
        coder.fill(features, view, c, all);
        long[] keys = features.copy();
        boolean there = same.stream().anyMatch(e -> !e.optional());
        if (there || !unclear) {
            learner("gate").add(first, there, weight);
        }
        if (hit.isPresent()) {
            learner("accept").add(keys, true, weight);
            attributes(view, c, all, hit.get(), keys);
        } else if (same.stream().anyMatch(e -> !e.optional())) {
            learner("accept").add(keys, true, weight * (otherHit ? 0.2 : 0.7));
            if (!otherHit) {
                attributes(view, c, all, same.get(0), keys);
            }
        } else if (!unclear) {
            learner("accept").add(keys, false, weight);
        }
    }

    /** True where the trigger of the label and that of the candidate share a character. */
    private static boolean overlaps(GoldArticle gold, Candidate c, GoldEvent event, int at) {
        int begin = gold.sentences().get(at).indexOf(event.trigger());
        if (begin < 0 || event.trigger().isEmpty()) {
            return false;
        }
        int from = gold.offset(at) + begin;
        int to = from + event.trigger().length();
        return c.view().words().sourceBegin(c.first()) < to && c.view().words().sourceEnd(c.last()) > from;
    }

    private void attributes(ArticleView view, Candidate c, List<Candidate> all, GoldEvent event, long[] keys) {
        for (Status status : Status.values()) {
            learner("status." + status.code()).add(keys, event.status() == status, weight);
        }
        learner("historical").add(keys, event.historical(), weight);
        boolean twoSided = extractor.lexicon().type(c.type()).twoSided();
        RoleTrainer.Case example = RoleModels.example(roleFeatures, view, coder.told(), c, all, event, twoSided);
        for (int i = 0; i < weight; i++) {
            roles.add(example);
        }
        for (DateExpression date : c.view().dates()) {
            DateChooser.fill(features, view, c, all, date);
            boolean right = event.date()
                    .filter(d -> date.date().toString().startsWith(d)
                            || date.ahead().toString().startsWith(d))
                    .isPresent();
            learner(DATE).add(features.copy(), right, weight);
        }
    }

    /** Folds by the hash of the address, so that an article is always in the same one. */
    static List<List<GoldArticle>> folds(List<GoldArticle> articles, int count) {
        List<List<GoldArticle>> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(new ArrayList<>());
        }
        for (GoldArticle article : articles) {
            out.get(Math.floorMod(article.url().hashCode() * 31, count)).add(article);
        }
        return out;
    }
}
