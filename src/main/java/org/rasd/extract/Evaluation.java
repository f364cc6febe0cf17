package org.rasd.extract;

import java.util.List;
import org.rasd.model.Article;

/** Runs the extractor on labelled articles and scores what it gives. */
public final class Evaluation {
    private Evaluation() {}

    /** Scores of {@code extractor} on {@code articles}. */
    public static Scores of(ArticleExtractor extractor, List<GoldArticle> articles) {
        EventScorer scorer = new EventScorer();
        for (GoldArticle gold : articles) {
            scorer.add(gold, extractor.extract(article(gold)).eventMentions());
        }
        return scorer.scores();
    }

    /** A labelled article as the archive would have it. */
    static Article article(GoldArticle gold) {
        return new Article(
                gold.url(),
                gold.url(),
                "labels",
                gold.sentences().get(0),
                gold.body(),
                "ar",
                1,
                gold.published(),
                null,
                "archive",
                null,
                null,
                "labels",
                0,
                gold.url(),
                gold.url(),
                0);
    }
}
