package org.rasd.extract;

import java.util.List;
import org.rasd.lang.Clitics;
import org.rasd.lang.GazetteerEntry.Kind;
import org.rasd.lang.Words;

/**
 * How a code stands to a trigger: side, distance, preposition, head noun, what lies between, order among other codes; and
 * whether headline and neighbours name it. Shared by the models of source, target and mediator.
 */
final class RoleFeatures {
    private static final String[] HEADS = {"media", "office", "military", "person", "prisoner", "casualty", "politics"};
    private static final String[] LINKS = {
        "from", "toward", "on", "in", "with", "by", "victimword", "that", "which", "speech"
    };

    /** Words before a name, its titles among them, in which it is said to speak. */
    private static final int SPEECH_REACH = 5;

    private final int[] heads;
    private final int[] links;
    private final int whichClass;
    private final int sideClass;
    private final int hostClass;
    private final int withClass;
    private final int thatClass;
    private final int whileClass;
    private final int speechClass;

    RoleFeatures(WordClasses classes) {
        heads = ids(classes, HEADS);
        links = ids(classes, LINKS);
        whichClass = classes.find("which").orElse(-1);
        sideClass = classes.find("side").orElse(-1);
        hostClass = classes.find("host").orElse(-1);
        thatClass = classes.find("that").orElse(-1);
        whileClass = classes.find("while").orElse(-1);
        speechClass = classes.find("speech").orElse(-1);
        withClass = classes.find("with").orElse(-1);
    }

    private static int[] ids(WordClasses classes, String[] names) {
        int[] out = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            out[i] = classes.find(names[i]).orElse(-1);
        }
        return out;
    }

    void fill(Features out, ArticleView article, Told told, Candidate c, List<Candidate> all, String code) {
        out.clear();
        int type = c.type().hashCode();
        int rule = c.rule().id().hashCode();
        int tense = c.match().tense().ordinal();
        out.add("bias");
        out.add("type", type);
        out.add("type.tense", type, tense);
        SentenceView view = c.view();
        EntityHit before = null;
        EntityHit after = null;
        EntityHit first = null;
        int mentions = 0;
        for (EntityHit hit : view.entities()) {
            if (!hit.code().equals(code)) {
                continue;
            }
            mentions++;
            first = first == null ? hit : first;
            if (hit.last() < c.first()) {
                before = hit;
            } else if (hit.first() > c.last() && after == null) {
                after = hit;
            } else if (hit.first() <= c.last() && hit.last() >= c.first()) {
                out.add("inside", type);
            }
        }
        out.add("mentions", Math.min(3, mentions));
        out.add("mentions.type", Math.min(2, mentions), type);
        if (before != null) {
            side(out, c, before, "b", type, rule, tense);
            between(out, c, all, before.last() + 1, c.first() - 1, "b", type);
        }
        if (after != null) {
            side(out, c, after, "a", type, rule, tense);
            between(out, c, all, c.last() + 1, after.first() - 1, "a", type);
        }
        out.add("sides", before == null ? 0 : 1, after == null ? 0 : 1, type);
        if (first != null) {
            boolean leads = view.entities().get(0) == first;
            out.add("leads", leads ? 1 : 0, type);
            out.add("leads.head", leads ? 1 : 0, head(view, first));
        }
        out.add("code", code.hashCode(), type);
        out.add("code.here", code.hashCode(), mentions > 0 ? 1 : 0);
        context(out, article, c, code, type, mentions);
        told.fill(out, c, code, mentions > 0);
    }

    /** Words around the name and the trigger, clauses between them, speech before the name, "between". */
    private void grammar(Features out, Candidate c, EntityHit hit, String where, int type) {
        SentenceView view = c.view();
        int w = where.hashCode();
        boolean after = hit.first() > c.last();
        int from = after ? c.last() + 1 : hit.last() + 1;
        int to = after ? hit.first() - 1 : c.first() - 1;
        out.add("before.stem", w, view.stem(hit.first() - 1));
        out.add("before.stem.type", w, view.stem(hit.first() - 1), type);
        out.add("before2.stem", w, view.stem(hit.first() - 2));
        out.add("after.stem", w, view.stem(hit.last() + 1));
        int near = after ? view.stem(c.last() + 1) : view.stem(c.first() - 1);
        int order = order(c, hit);
        out.add("trigger.next", w, near, order);
        out.add("trigger.next.link", w, near, link(view, hit));
        int that = 0;
        int which = 0;
        int speech = 0;
        for (int i = from; i <= to; i++) {
            that += view.is(i, thatClass) ? 1 : 0;
            which += view.is(i, whichClass) || view.is(i, whileClass) ? 1 : 0;
            speech += view.is(i, speechClass) ? 1 : 0;
        }
        boolean said = view.isBehind(hit.first(), speechClass, SPEECH_REACH);
        out.add("clauses", w, Math.min(2, that), Math.min(2, which));
        out.add("clauses.type", w, Math.min(1, that) * 2 + Math.min(1, which), type);
        out.add("said", w, said ? 1 : 0, Math.min(1, that));
        out.add("said.type", w, (said ? 1 : 0) * 4 + Math.min(1, that) * 2 + Math.min(1, speech), type);
        out.add("between", w, between(view, hit), type);
        boolean bare = link(view, hit) == 0 || link(view, hit) >= 22;
        out.add("subject", w, (bare ? 1 : 0) * 64 + c.match().tense().ordinal() * 8 + order, type);
        out.add("subject.any", w, (bare ? 1 : 0) * 64 + c.match().tense().ordinal() * 8 + order);
        out.add("adjacent", w, to - from + 1 <= 0 ? kind(hit) : -1, type);
    }

    /** 1 the first name after "between", 2 a later one joined to it, 0 neither. */
    private int between(SentenceView view, EntityHit hit) {
        int members = 0;
        for (int i = hit.first() - 1; i >= Math.max(0, hit.first() - 12); i--) {
            if (view.words().form(i).equals("بين") || view.words().form(i).equals("وبين")) {
                return members == 0 ? 1 : (hit.clitics() & Clitics.CONJUNCTION) != 0 ? 2 : 3;
            }
            for (EntityHit other : view.entities()) {
                members += other.last() == i ? 1 : 0;
            }
        }
        return 0;
    }

    private void side(Features out, Candidate c, EntityHit hit, String where, int type, int rule, int tense) {
        SentenceView view = c.view();
        int distance = c.distanceTo(hit.first(), hit.last());
        int bucket = distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 12 ? 5 : 6;
        int link = link(view, hit);
        int head = head(view, hit);
        int kind = kind(hit);
        int order = order(c, hit);
        int w = where.hashCode();
        out.add("dist", w, bucket);
        out.add("dist.type", w, bucket, type);
        out.add("link", w, link);
        out.add("link.type", w, link, type);
        out.add("link.rule", w, link, rule);
        out.add("head", w, head);
        out.add("head.type", w, head, type);
        out.add("kind", w, kind);
        out.add("kind.type", w, kind, type);
        out.add("order", w, order);
        out.add("order.type", w, order, type);
        out.add("order.rule", w, order, rule);
        out.add("order.link", order, link, type);
        out.add("tense", w, tense, type);
        out.add("tense.order", w, tense * 8 + order, type);
        out.add("head.link", w, head, link);
        out.add("link.dist", w, link, bucket);
        coordination(out, view, hit, w, type);
        grammar(out, c, hit, where, type);
    }

    /** Whether the name is joined by "and" to the one before or after it. */
    private static void coordination(Features out, SentenceView view, EntityHit hit, int w, int type) {
        if ((hit.clitics() & Clitics.CONJUNCTION) != 0) {
            out.add("joined", w, type);
        }
        for (EntityHit other : view.entities()) {
            if (other.first() > hit.last() && other.first() - hit.last() <= 3) {
                out.add("joins", w, (other.clitics() & Clitics.CONJUNCTION) != 0 ? 1 : 0, type);
            }
        }
    }

    /** What leads to the name: an attached preposition, or a link word right before it or its head noun. */
    private int link(SentenceView view, EntityHit hit) {
        if ((hit.clitics() & Clitics.LI) != 0) {
            return 20;
        }
        if ((hit.clitics() & Clitics.BI) != 0) {
            return 21;
        }
        for (int i = hit.first() - 1; i >= Math.max(0, hit.first() - 4); i--) {
            for (int k = 0; k < links.length; k++) {
                if (view.is(i, links[k])) {
                    return k + 1 + (hit.first() - i > 2 ? 30 : 0);
                }
            }
            if ((view.words().gap(i + 1) & ~Words.QUOTE) != 0) {
                return 22;
            }
        }
        return hit.first() == 0 ? 23 : 0;
    }

    private int head(SentenceView view, EntityHit hit) {
        for (int i = hit.first() - 1; i >= Math.max(0, hit.first() - 3); i--) {
            for (int k = 0; k < heads.length; k++) {
                if (view.is(i, heads[k])) {
                    return k + 1;
                }
            }
            if ((view.words().gap(i + 1) & ~Words.QUOTE) != 0) {
                return 0;
            }
        }
        return 0;
    }

    private static int kind(EntityHit hit) {
        Kind kind = hit.entry().kind();
        boolean article = hit.entry().surface().startsWith("ال") || (hit.clitics() & Clitics.ARTICLE) != 0;
        return kind == Kind.DEMONYM && article ? 40 : kind.ordinal();
    }

    /** Place among resolved names counted from the trigger, 1 is nearest, at most 4. */
    private static int order(Candidate c, EntityHit hit) {
        int nearer = 1;
        for (EntityHit other : c.view().entities()) {
            boolean sameSide = hit.last() < c.first()
                    ? other.last() < c.first() && other.first() > hit.last()
                    : other.first() > c.last() && other.last() < hit.first();
            if (sameSide && other.isResolved() && !other.code().equals(hit.code())) {
                nearer++;
            }
        }
        return Math.min(4, nearer);
    }

    private void between(Features out, Candidate c, List<Candidate> all, int from, int to, String where, int type) {
        int w = where.hashCode();
        int commas = 0;
        boolean which = false;
        for (int i = from; i <= to + 1 && i < c.view().words().count(); i++) {
            commas += (c.view().words().gap(i) & ~Words.QUOTE) != 0 ? 1 : 0;
            which |= c.view().is(i, whichClass);
        }
        out.add("commas", w, Math.min(3, commas));
        out.add("commas.type", w, Math.min(2, commas), type);
        if (which) {
            out.add("which", w);
            out.add("which.type", w, type);
        }
        for (Candidate other : all) {
            if (other != c && other.first() >= from && other.last() <= to) {
                out.add("event.between", w);
                out.add("event.between.type", w, other.type().hashCode(), type);
            }
        }
    }

    private void context(Features out, ArticleView article, Candidate c, String code, int type, int mentions) {
        int here = mentions > 0 ? 1 : 0;
        int index = c.view().index();
        boolean headline = article.codes().get(0).contains(code);
        boolean previous = index > 0 && article.codes().get(index - 1).contains(code);
        int rank = article.topCodes().indexOf(code);
        int named = Math.min(3, article.codes().get(index).size());
        out.add("headline", here, headline ? 1 : 0);
        out.add("headline.type", here, headline ? 1 : 0, type);
        out.add("previous", here, previous ? 1 : 0);
        out.add("previous.type", here, previous ? 1 : 0, type);
        out.add("rank", here, rank);
        out.add("rank.type", here, rank, type);
        out.add("named", here, named);
        out.add("named.type", here, named, type);
        out.add("named.rank", here, named * 8 + rank, type);
        out.add("group", code.length() == 3 ? 1 : 0, type);
        if (sideClass >= 0 && c.view().anyClass(ClassMask.EMPTY.with(sideClass), c.first() - 5, c.last() + 5)) {
            out.add("side", here, previous ? 1 : 0, headline ? 1 : 0);
        }
        if (hostClass >= 0
                && c.view()
                        .anyClass(
                                ClassMask.EMPTY.with(hostClass),
                                0,
                                c.view().words().count())) {
            out.add("host", here, type);
        }
        boolean pronoun = c.match().has(Clitics.PRONOUN);
        out.add("pronoun", here, pronoun ? 1 : 0, previous ? 1 : 0);
    }

    /** Where a code stands, in words, for explanations. */
    String describe(ArticleView article, Candidate c, String code) {
        EntityHit hit = nearest(c, code);
        int index = c.view().index();
        if (hit == null) {
            boolean previous = index > 0 && article.codes().get(index - 1).contains(code);
            return article.codes().get(0).contains(code)
                    ? "named in the headline"
                    : previous ? "named in the sentence before" : "named often in the article";
        }
        int link = link(c.view(), hit) % 31;
        String where = hit.last() < c.first() ? " words before the trigger" : " words after the trigger";
        String by = link == 20 ? ", behind li" : link == 21 ? ", behind bi" : "";
        if (link > 0 && link <= LINKS.length) {
            by = ", behind a word of class " + LINKS[link - 1];
        }
        boolean joined = (hit.clitics() & Clitics.CONJUNCTION) != 0;
        return distance(c, hit)
                + where
                + by
                + (joined ? ", joined by and" : "")
                + (c.view().isBehind(hit.first(), speechClass, SPEECH_REACH) ? ", the speaker" : "");
    }

    /** How two codes stand to one another and to the trigger. */
    void pair(Features out, ArticleView article, Told told, Candidate c, String a, String b) {
        out.clear();
        int type = c.type().hashCode();
        SentenceView view = c.view();
        int index = view.index();
        EntityHit x = nearest(c, a);
        EntityHit y = nearest(c, b);
        out.add("p.bias");
        out.add("p.type", type);
        int here = (x == null ? 0 : 1) + (y == null ? 0 : 2);
        out.add("p.here", here, type);
        boolean headline =
                article.codes().get(0).contains(a) && article.codes().get(0).contains(b);
        boolean previous = index > 0
                && article.codes().get(index - 1).contains(a)
                && article.codes().get(index - 1).contains(b);
        boolean top = article.topCodes().indexOf(a) >= 0
                && article.topCodes().indexOf(a) < 2
                && article.topCodes().indexOf(b) >= 0
                && article.topCodes().indexOf(b) < 2;
        out.add("p.headline", headline ? 1 : 0, here, type);
        out.add("p.previous", previous ? 1 : 0, here, type);
        out.add("p.top", top ? 1 : 0, here, type);
        told.fill(out, c, a, b);
        if (x != null && y != null) {
            together(out, c, x, y, type);
        }
    }

    private void together(Features out, Candidate c, EntityHit x, EntityHit y, int type) {
        int sides = (x.last() < c.first() ? 0 : 1) + (y.last() < c.first() ? 0 : 2);
        boolean swapped = x.first() > y.first();
        EntityHit first = swapped ? y : x;
        EntityHit second = swapped ? x : y;
        int order = swapped ? 1 : 0;
        int gap = second.first() - first.last();
        int close = gap <= 1 ? 0 : gap <= 3 ? 1 : gap <= 6 ? 2 : 3;
        boolean and = (second.clitics() & Clitics.CONJUNCTION) != 0;
        int link = link(c.view(), second);
        out.add("p.sides", sides, order, type);
        out.add("p.close", close, sides, type);
        out.add("p.and", and ? 1 : 0, close, order);
        out.add("p.and.type", and ? 1 : 0, close, type);
        out.add("p.link", link, close, order);
        out.add("p.link.type", link, order, type);
        boolean between = c.view().is(first.first() - 1, withClass) || c.view().is(first.first() - 2, withClass);
        out.add("p.between", between ? 1 : 0, and ? 1 : 0, type);
        out.add("p.kinds", kind(first) * 64 + kind(second), close, and ? 1 : 0);
    }

    private static @org.jspecify.annotations.Nullable EntityHit nearest(Candidate c, String code) {
        EntityHit best = null;
        for (EntityHit hit : c.view().entities()) {
            if (hit.code().equals(code) && (best == null || distance(c, hit) < distance(c, best))) {
                best = hit;
            }
        }
        return best;
    }

    private static int distance(Candidate c, EntityHit hit) {
        return Math.max(0, c.distanceTo(hit.first(), hit.last()));
    }

    /** What bears on how many parties there are. */
    void counts(Features out, ArticleView article, Told told, Candidate c) {
        out.clear();
        int type = c.type().hashCode();
        int named = Math.min(4, article.codes().get(c.view().index()).size());
        int tense = c.match().tense().ordinal();
        out.add("n.bias");
        out.add("n.type", type);
        out.add("n.type.tense", type, tense);
        out.add("n.named", named);
        out.add("n.named.type", named, type);
        out.add("n.rule", c.rule().id().hashCode());
        out.add("n.headline", c.view().index() == 0 ? 1 : 0, named);
        told.counts(out, c);
    }
}
