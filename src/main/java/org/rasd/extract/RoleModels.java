package org.rasd.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides for each code in reach of an event whether it is source, target or mediator. */
final class RoleModels {
    private final RoleFeatures template;
    private final LinearModel source;
    private final LinearModel target;
    private final LinearModel mediator;
    private final boolean learned;
    private final Features features = new Features();

    RoleModels(WordClasses classes, CoderModels models) {
        template = new RoleFeatures(classes);
        source = models.get("source");
        target = models.get("target");
        mediator = models.get("mediator");
        learned = !models.isEmpty();
    }

    /** Who does what, and who mediates. */
    record Roles(List<String> source, List<String> target, List<String> mediators) {}

    /** Codes in the sentence, the headline, the sentence before, and the two that the article names most. */
    static Set<String> pool(ArticleView article, int index) {
        Set<String> out = new LinkedHashSet<>(article.codes().get(index));
        out.addAll(article.codes().get(0));
        if (index > 0) {
            out.addAll(article.codes().get(index - 1));
        }
        out.addAll(article.topCodes().subList(0, Math.min(2, article.topCodes().size())));
        return out;
    }

    Roles assign(ArticleView article, Candidate c, List<Candidate> all, boolean twoSided) {
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        List<String> mediators = new ArrayList<>();
        for (String code : pool(article, c.view().index())) {
            template.fill(features, article, c, all, code);
            if (!learned) {
                byPlace(article, c, code, twoSided, sources, targets);
                continue;
            }
            double mediates = mediator.score(features);
            double acts = source.score(features);
            if (mediates > 0 && mediates > acts) {
                mediators.add(code);
                continue;
            }
            if (acts > 0) {
                sources.add(code);
            }
            if (!twoSided && target.score(features) > 0) {
                targets.add(code);
            }
        }
        return new Roles(sorted(sources), sorted(targets), sorted(mediators));
    }

    /** Without a model: before the trigger acts, after it is acted upon; both are parties of a two-sided event. */
    private static void byPlace(
            ArticleView article,
            Candidate c,
            String code,
            boolean twoSided,
            List<String> sources,
            List<String> targets) {
        if (!article.codes().get(c.view().index()).contains(code)) {
            return;
        }
        boolean before = c.view().entities().stream().anyMatch(e -> e.code().equals(code) && e.last() < c.first());
        (twoSided || before ? sources : targets).add(code);
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }
}
