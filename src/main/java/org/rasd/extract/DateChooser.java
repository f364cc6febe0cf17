package org.rasd.extract;

import java.util.List;
import java.util.Optional;
import org.rasd.lang.Clitics;
import org.rasd.lang.DateExpression;

/** Which date of a sentence belongs to an event: the model scores each pair; the best that is likely enough wins. */
final class DateChooser {
    /** Log-odds from which a date is taken: most events with a date beside them have it, so a date left out costs more. */
    private static final double TAKEN = -0.6;

    private static final double LIKELY = 0.5;
    private static final int MANY = 3;

    private final VectorModel model;
    private final boolean learned;
    private final Features features = new Features();
    private final double[] scores = new double[1];

    DateChooser(VectorModel model, boolean learned) {
        this.model = model;
        this.learned = learned;
    }

    Optional<DateExpression> choose(ArticleView article, Candidate c, List<Candidate> all) {
        DateExpression best = null;
        double bestScore = learned ? TAKEN : 0;
        for (DateExpression date : c.view().dates()) {
            double score;
            if (learned) {
                fill(features, article, c, all, date);
                scores[0] = 0;
                model.score(features, scores, 0);
                score = scores[0];
            } else {
                score = 10 - Math.abs(date.first() - c.last());
            }
            if (score > bestScore) {
                best = date;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    static void fill(Features out, ArticleView article, Candidate c, List<Candidate> all, DateExpression date) {
        int type = c.type().hashCode();
        int tense = c.match().tense().ordinal();
        boolean after = date.first() > c.last();
        int from = after ? c.last() + 1 : date.last() + 1;
        int to = after ? date.first() - 1 : c.first() - 1;
        int distance = Math.min(6, Math.max(0, to - from + 1) / 2);
        int side = after ? 1 : 0;
        int when = date.date().isAfter(article.published()) ? 2 : date.date().equals(article.published()) ? 1 : 0;
        out.clear();
        out.add("bias");
        out.add("type", type);
        out.add("side.dist", side, distance);
        out.add("side.dist.tense", side, distance, tense);
        out.add("side.type", side, type);
        out.add("when", when, date.precision().ordinal());
        out.add("when.type", when, type);
        out.add("when.tense", when, tense, side);
        out.add("since", date.since() ? 1 : 0, type);
        out.add("basis", date.basis().ordinal(), date.precision().ordinal());
        out.add("dates", Math.min(3, c.view().dates().size()));
        out.add("pronoun", c.match().has(Clitics.PRONOUN) ? 1 : 0);
        surroundings(out, c, all, date, after, from, to);
        int gaps = c.view().breaks(from, Math.min(to + 1, c.view().words().count() - 1));
        out.add("gaps", Math.min(3, gaps), side);
        int between = 0;
        boolean first = true;
        for (Candidate other : all) {
            if (other != c && other.first() >= from && other.last() <= to) {
                between++;
                out.add("over", other.type().hashCode(), other.match().tense().ordinal());
            }
            first &= other == c || other.first() > c.first();
        }
        out.add("between", Math.min(3, between), side);
        out.add("between.tense", Math.min(3, between), side, tense);
        out.add("first", first ? 1 : 0, side);
        out.add("rule", c.rule().id().hashCode());
    }

    /** Which word leads to the date, where in the sentence it stands, and which other likely triggers stand nearer. */
    private static void surroundings(
            Features out, Candidate c, List<Candidate> all, DateExpression date, boolean after, int from, int to) {
        SentenceView view = c.view();
        int side = after ? 1 : 0;
        int type = c.type().hashCode();
        int tense = c.match().tense().ordinal();
        int distance = c.distanceTo(date.first(), date.last());
        int nearer = 0;
        int sameSide = 0;
        for (Candidate other : all) {
            if (other == c || !other.isAllowed() || other.rule().prior() < LIKELY) {
                continue;
            }
            nearer += other.distanceTo(date.first(), date.last()) < distance ? 1 : 0;
            sameSide += other.first() >= from && other.last() <= to ? 1 : 0;
        }
        out.add("nearer", Math.min(MANY, nearer), side);
        out.add("nearer.tense", Math.min(MANY, nearer), side, tense);
        out.add("nearer.type", Math.min(MANY, nearer), type);
        out.add("same.side", Math.min(MANY, sameSide), side, tense);
        out.add("before.stem", view.stem(date.first() - 1), side);
        out.add(
                "before.stem.basis",
                view.stem(date.first() - 1),
                date.precision().ordinal());
        out.add("date.stem", view.stem(date.first()), side);
        out.add("date.stem.nearer", view.stem(date.first()), Math.min(1, nearer), side);
        out.add("after.stem", view.stem(date.last() + 1), side);
        int place = date.first() <= 1 ? 0 : date.last() >= view.words().count() - 2 ? 2 : 1;
        out.add("place", place, Math.min(MANY, nearer), side);
        out.add("place.type", place, side, type);
        out.add("trigger.stem", view.stem(c.first()), side);
        out.add("lead.stem", view.stem(c.first() - 1), side);
        out.add("allowed", c.isAllowed() ? 1 : 0, side, Math.min(MANY, nearer));
        out.add("headline", view.index() == 0 ? 1 : 0, side);
        int commas = Math.min(2, view.breaks(from, to));
        int joins = 0;
        for (int i = from; i <= to; i++) {
            joins += view.words().form(i).startsWith("و") ? 1 : 0;
        }
        out.add("apart", commas * MANY + Math.min(2, joins), side, tense);
        out.add("apart.near", commas * MANY + Math.min(2, joins), Math.min(MANY, nearer), side);
    }
}
