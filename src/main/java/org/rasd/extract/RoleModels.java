package org.rasd.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides for the codes in reach of an event, all together, who is source, target or mediator. */
final class RoleModels {
    private static final int MOST = 8;

    private final RoleFeatures template;
    private final VectorModel unary;
    private final VectorModel pairs;
    private final VectorModel counts;
    private final boolean learned;
    private final Features features = new Features();

    RoleModels(WordClasses classes, CoderModels models) {
        template = new RoleFeatures(classes);
        unary = models.get("role");
        pairs = models.get("pair");
        counts = models.get("count");
        learned = !models.isEmpty();
    }

    /** Who does what, and who mediates. */
    record Roles(List<String> source, List<String> target, List<String> mediators) {}

    /** Codes in the sentence, the headline, the sentence before, and the two that the article names most. */
    static List<String> pool(ArticleView article, int index) {
        Set<String> out = new LinkedHashSet<>(article.codes().get(index));
        out.addAll(article.codes().get(0));
        if (index > 0) {
            out.addAll(article.codes().get(index - 1));
        }
        out.addAll(article.topCodes().subList(0, Math.min(2, article.topCodes().size())));
        return out.stream().limit(MOST).toList();
    }

    Roles assign(ArticleView article, Told told, Candidate c, List<Candidate> all, boolean twoSided) {
        List<String> pool = pool(article, c.view().index());
        if (!learned) {
            return byPlace(article, c, pool, twoSided);
        }
        List<RoleLabel> labels = problem(article, told, c, all, pool, twoSided).solve();
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        List<String> mediators = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            if (labels.get(i).acts()) {
                sources.add(pool.get(i));
            }
            if (labels.get(i).receives()) {
                targets.add(pool.get(i));
            }
            if (labels.get(i) == RoleLabel.MEDIATOR) {
                mediators.add(pool.get(i));
            }
        }
        return new Roles(sorted(sources), sorted(targets), sorted(mediators));
    }

    /** The role of each code in reach, with where it stands, for explanations. */
    List<String> reasons(ArticleView article, Told told, Candidate c, List<Candidate> all, boolean twoSided) {
        List<String> pool = pool(article, c.view().index());
        List<String> out = new ArrayList<>();
        if (!learned) {
            out.add("roles by place: no model");
            return out;
        }
        List<RoleLabel> labels = problem(article, told, c, all, pool, twoSided).solve();
        for (int i = 0; i < pool.size(); i++) {
            String role = labels.get(i) == RoleLabel.SOURCE && twoSided
                    ? "party"
                    : labels.get(i).name().toLowerCase(java.util.Locale.ROOT);
            out.add(role + " " + pool.get(i) + ": " + template.describe(article, c, pool.get(i)));
        }
        return out;
    }

    private RoleProblem problem(
            ArticleView article, Told told, Candidate c, List<Candidate> all, List<String> pool, boolean twoSided) {
        int n = pool.size();
        int width = RoleLabel.ALL.size();
        double[] one = new double[n * width];
        double[] two = new double[n * n * RoleProblem.PAIRS];
        double[] number = new double[RoleProblem.COUNTS * RoleProblem.COUNTS];
        for (int a = 0; a < n; a++) {
            template.fill(features, article, told, c, all, pool.get(a));
            unary.score(features, one, a * width);
            for (int b = a + 1; b < n; b++) {
                template.pair(features, article, told, c, pool.get(a), pool.get(b));
                pairs.score(features, two, (a * n + b) * RoleProblem.PAIRS);
            }
        }
        template.counts(features, article, told, c);
        counts.score(features, number, 0);
        return new RoleProblem(n, twoSided ? RoleLabel.TWO_SIDED : RoleLabel.ALL, one, two, number);
    }

    /** The features and labels of a labelled event, to learn from. */
    static RoleTrainer.Case example(
            RoleFeatures template,
            ArticleView article,
            Told told,
            Candidate c,
            List<Candidate> all,
            GoldArticle.GoldEvent event,
            boolean twoSided) {
        List<String> pool = pool(article, c.view().index());
        Features features = new Features();
        List<long[]> one = new ArrayList<>();
        List<long[]> two = new ArrayList<>();
        List<RoleLabel> gold = new ArrayList<>();
        for (int a = 0; a < pool.size(); a++) {
            template.fill(features, article, told, c, all, pool.get(a));
            one.add(features.copy());
            gold.add(label(event, pool.get(a), twoSided));
        }
        for (int a = 0; a < pool.size(); a++) {
            for (int b = a + 1; b < pool.size(); b++) {
                template.pair(features, article, told, c, pool.get(a), pool.get(b));
                two.add(features.copy());
            }
        }
        template.counts(features, article, told, c);
        return new RoleTrainer.Case(one, two, features.copy(), twoSided ? RoleLabel.TWO_SIDED : RoleLabel.ALL, gold);
    }

    private static RoleLabel label(GoldArticle.GoldEvent event, String code, boolean twoSided) {
        boolean acts =
                event.source().contains(code) || twoSided && event.target().contains(code);
        boolean receives = !twoSided && event.target().contains(code);
        if (acts) {
            return receives ? RoleLabel.BOTH : RoleLabel.SOURCE;
        }
        return receives ? RoleLabel.TARGET : event.mediators().contains(code) ? RoleLabel.MEDIATOR : RoleLabel.NONE;
    }

    /** Without a model: before the trigger acts, after it is acted upon; both are parties of a two-sided event. */
    private static Roles byPlace(ArticleView article, Candidate c, List<String> pool, boolean twoSided) {
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (String code : pool) {
            if (article.codes().get(c.view().index()).contains(code)) {
                boolean before =
                        c.view().entities().stream().anyMatch(e -> e.code().equals(code) && e.last() < c.first());
                (twoSided || before ? sources : targets).add(code);
            }
        }
        return new Roles(sorted(sources), sorted(targets), List.of());
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }
}
