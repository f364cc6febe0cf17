package org.rasd.extract;

import java.util.List;
import org.rasd.lang.Clitics;
import org.rasd.lang.DateExpression;
import org.rasd.lang.Words;

/**
 * What a trigger's surroundings say: word classes on both sides, clitics, tense, other triggers, names, dates, the kind of
 * article. No words, only names of rules and classes, so that a model learned from any text holds nothing of that text.
 */
final class ContextFeatures {
    private static final int LEFT = 8;
    private static final int RIGHT = 6;
    private static final int REACH = 8;
    private static final int[] FLAGS = {
        Clitics.CONJUNCTION,
        Clitics.BI,
        Clitics.LI,
        Clitics.KA,
        Clitics.ARTICLE,
        Clitics.FUTURE,
        Clitics.LAM,
        Clitics.PRONOUN
    };
    private static final List<String> DOMAINS = List.of(
            "sport",
            "culture",
            "market",
            "crime",
            "weather",
            "politics",
            "military",
            "casualty",
            "prisoner",
            "war",
            "office",
            "commerce",
            "media");

    private static final int[] NO_COUNT = {0};

    private final int[] hashes;
    private final int[] domains;

    ContextFeatures(WordClasses classes) {
        hashes = classes.names().stream().mapToInt(String::hashCode).toArray();
        domains = DOMAINS.stream()
                .mapToInt(name -> classes.find(name).orElse(-1))
                .filter(id -> id >= 0)
                .toArray();
    }

    void fill(Features out, ArticleView article, Candidate candidate, List<Candidate> all) {
        int rule = candidate.rule().id().hashCode();
        int type = candidate.type().hashCode();
        out.clear();
        out.add("bias");
        trigger(out, candidate, rule, type);
        sides(out, candidate, type);
        sentence(out, article, candidate, type);
        names(out, candidate, type);
        others(out, candidate, all, type);
        dates(out, article, candidate);
        conditions(out, candidate, rule, type);
        lexical(out, candidate, type);
        elsewhere(out, article, candidate, type);
    }

    /** The few features by which hopeless triggers are told before the full set is made. */
    void gate(Features out, ArticleView article, Candidate c) {
        int rule = c.rule().id().hashCode();
        int allowed = c.isAllowed() ? 1 : 0;
        SentenceView view = c.view();
        out.clear();
        out.add("g.bias", allowed);
        out.add("g.rule", rule, allowed);
        out.add("g.tense", rule, c.match().tense().ordinal());
        out.add("g.failed", rule, c.failed());
        out.add("g.self", view.words().form(c.first()).hashCode(), c.type().hashCode());
        out.add("g.next", view.stem(c.last() + 1));
        out.add("g.last", view.stem(c.first() - 1));
        out.add("g.names", Math.min(2, view.entities().size()), c.type().hashCode());
        out.add(
                "g.headline",
                view.index() == 0 ? 4 : strongest(article.candidates().get(0), c.type()));
        int[] counts = article.strong().getOrDefault(c.type(), NO_COUNT);
        out.add("g.article", Math.min(4, counts[0]), c.type().hashCode());
    }

    /** What the rule itself says: its prior, and which of its conditions fail. */
    private static void conditions(Features out, Candidate c, int rule, int type) {
        int prior = (int) Math.round(c.rule().prior() * 10);
        int allowed = c.isAllowed() ? 1 : 0;
        out.add("prior", prior);
        out.add("allowed", allowed, c.rule().conditions().isEmpty() ? 1 : 0);
        out.add("allowed.prior", allowed, prior);
        out.add("allowed.rule", allowed, rule);
        for (int i = 0; i < c.rule().conditions().size(); i++) {
            if ((c.failed() & 1 << i) != 0) {
                int place = c.rule().conditions().get(i).place().ordinal() * 2
                        + (c.rule().conditions().get(i).wanted() ? 1 : 0);
                out.add("failed", place);
                out.add("failed.type", place, type);
                out.add("failed.rule", i, rule);
            }
        }
    }

    /** Whether headline, neighbours and the article as a whole speak of the same type, by rules whose conditions hold. */
    private static void elsewhere(Features out, ArticleView article, Candidate c, int type) {
        int index = c.view().index();
        if (index > 0) {
            out.add("same.headline", strongest(article.candidates().get(0), c.type()), type);
            out.add("same.previous", strongest(article.candidates().get(index - 1), c.type()));
            for (Candidate other : article.candidates().get(0)) {
                if (other.isAllowed() && other.rule().prior() >= 0.7) {
                    out.add("headline.event", other.type().hashCode(), type);
                }
            }
        }
        int[] counts = article.strong().getOrDefault(c.type(), NO_COUNT);
        out.add(
                "same.article",
                Math.min(5, counts[0] * 12 / Math.max(1, article.sentences().size())),
                type);
        out.add("same.some", Math.min(2, counts[0]), type);
    }

    /** Stems of the words nearby, and of the trigger itself. */
    private static void lexical(Features out, Candidate c, int type) {
        SentenceView view = c.view();
        for (int d = 1; d <= REACH; d++) {
            word(out, view.stem(c.first() - d), -d, type);
            if (d <= REACH / 2) {
                word(out, view.stem(c.last() + d), d, type);
            }
        }
        out.add("self", view.words().form(c.first()).hashCode());
        out.add("self.stem", view.stem(c.first()), type);
        out.add("self.last", view.stem(c.last()), type);
    }

    private static void word(Features out, int stem, int at, int type) {
        if (stem != 0) {
            out.add("bag", stem, at > 0 ? 1 : 0);
            if (Math.abs(at) <= 2) {
                out.add("at", stem, at);
                out.add("at.type", stem, type, at > 0 ? 1 : 0);
            }
        }
    }

    private static int strongest(List<Candidate> all, String type) {
        int out = 0;
        for (Candidate other : all) {
            if (other.type().equals(type)) {
                out = Math.max(out, other.isAllowed() ? (other.rule().prior() >= 0.7 ? 3 : 2) : 1);
            }
        }
        return out;
    }

    private void trigger(Features out, Candidate c, int rule, int type) {
        int tense = c.match().tense().ordinal();
        out.add("type", type);
        out.add("rule", rule);
        out.add("rule.tense", rule, tense);
        out.add("type.tense", type, tense);
        out.add("tense", tense);
        for (int flag : FLAGS) {
            if (c.match().has(flag)) {
                out.add("clitic", flag);
                out.add("clitic.type", flag, type);
                out.add("clitic.rule", flag, rule);
            }
        }
        Words words = c.view().words();
        out.add("gap.before", words.gap(c.first()));
        out.add("gap.after", words.gap(c.last() + 1));
        int next = c.last() + 1 < words.count() ? start(words.form(c.last() + 1)) : 9;
        out.add("next", next);
        out.add("next.rule", next, rule);
        out.add("width", Math.min(4, c.match().width()));
        out.add("first", c.first() == 0 ? 1 : 0, type);
    }

    /** How the next word begins: with ب, ل, ال, a digit or else. */
    private static int start(String form) {
        if (form.startsWith("ال")) {
            return 1;
        }
        if (form.startsWith("لل")) {
            return 2;
        }
        return switch (form.charAt(0)) {
            case 'ب' -> 3;
            case 'ل' -> 4;
            case 'و' -> 5;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 6;
            default -> 0;
        };
    }

    private void sides(Features out, Candidate c, int type) {
        SentenceView view = c.view();
        for (int d = 1; d <= LEFT && c.first() - d >= 0; d++) {
            word(out, view, c.first() - d, bucket(d), "left", "left.type", type, d <= 3);
        }
        for (int d = 1; d <= RIGHT && c.last() + d < view.words().count(); d++) {
            word(out, view, c.last() + d, bucket(d), "right", "right.type", type, d <= 3);
        }
        for (int i = c.first(); i <= c.last(); i++) {
            word(out, view, i, 0, "in", "in.type", type, false);
        }
    }

    private void word(
            Features out, SentenceView view, int i, int bucket, String plain, String typed, int type, boolean near) {
        for (long bits = view.low()[i]; bits != 0; bits &= bits - 1) {
            int hash = hashes[Long.numberOfTrailingZeros(bits)];
            out.add(plain, hash, bucket);
            if (near) {
                out.add(typed, hash, type);
            }
        }
        for (long bits = view.high()[i]; bits != 0; bits &= bits - 1) {
            int hash = hashes[64 + Long.numberOfTrailingZeros(bits)];
            out.add(plain, hash, bucket);
            if (near) {
                out.add(typed, hash, type);
            }
        }
    }

    private static int bucket(int distance) {
        return distance <= 2 ? distance : distance <= 4 ? 3 : 4;
    }

    private void sentence(Features out, ArticleView article, Candidate c, int type) {
        SentenceView view = c.view();
        out.add("headline", view.index() == 0 ? 1 : 0);
        out.add("headline.type", view.index() == 0 ? 1 : 0, type);
        out.add("length", Math.min(6, view.words().count() / 8));
        long low = 0;
        long high = 0;
        for (int i = 0; i < view.words().count(); i++) {
            low |= view.low()[i];
            high |= view.high()[i];
        }
        for (long bits = low; bits != 0; bits &= bits - 1) {
            out.add("sentence", hashes[Long.numberOfTrailingZeros(bits)]);
        }
        for (int id : domains) {
            boolean here = id < 64 ? (low & 1L << id) != 0 : (high & 1L << (id - 64)) != 0;
            if (here) {
                out.add("domain.type", hashes[id], type);
            }
            int share = Math.min(5, article.tenths(id));
            out.add("article", hashes[id], share);
            out.add("article.type", hashes[id], share >= 3 ? 1 : 0, type);
        }
    }

    private static void names(Features out, Candidate c, int type) {
        int before = 99;
        int after = 99;
        for (EntityHit hit : c.view().entities()) {
            if (hit.isResolved()) {
                if (hit.last() < c.first()) {
                    before = Math.min(before, c.first() - hit.last());
                } else if (hit.first() > c.last()) {
                    after = Math.min(after, hit.first() - c.last());
                }
            }
        }
        int b = before == 99 ? 9 : Math.min(5, bucket(before) + (before > 8 ? 1 : 0));
        int a = after == 99 ? 9 : Math.min(5, bucket(after) + (after > 8 ? 1 : 0));
        out.add("name.before", b);
        out.add("name.after", a);
        out.add("name.type", type, b == 9 && a == 9 ? 0 : 1);
        out.add("name.after.type", a, type);
        out.add("name.before.type", b, type);
    }

    private static void others(Features out, Candidate c, List<Candidate> all, int type) {
        int same = 0;
        Candidate nearestLeft = null;
        for (Candidate other : all) {
            if (other == c) {
                continue;
            }
            int otherType = other.type().hashCode();
            if (other.type().equals(c.type())) {
                same++;
                out.add("same", other.first() < c.first() ? 1 : 2);
                out.add("same.rule", other.rule().id().hashCode(), c.rule().id().hashCode());
            } else if (other.first() <= c.last() && other.last() >= c.first()) {
                out.add("over", otherType, type);
                out.add("over.rule", other.rule().id().hashCode(), c.rule().id().hashCode());
            } else if (other.last() < c.first() && c.first() - other.last() <= 6) {
                nearestLeft = other;
                out.add("left.event", otherType, type, c.first() - other.last() <= 2 ? 1 : 0);
                out.add("left.event.any", otherType, c.first() - other.last() <= 2 ? 1 : 0);
            } else if (other.first() > c.last() && other.first() - c.last() <= 6) {
                out.add("right.event", otherType, type, other.first() - c.last() <= 2 ? 1 : 0);
            } else {
                out.add("far.event", otherType, type);
            }
        }
        if (nearestLeft != null) {
            out.add(
                    "governor",
                    nearestLeft.rule().id().hashCode(),
                    nearestLeft.match().tense().ordinal());
        }
        out.add("same.count", Math.min(3, same), type);
    }

    private static void dates(Features out, ArticleView article, Candidate c) {
        for (DateExpression date : c.view().dates()) {
            int distance = date.first() > c.last() ? date.first() - c.last() : c.first() - date.last();
            int when =
                    date.date().isAfter(article.published()) ? 2 : date.date().equals(article.published()) ? 1 : 0;
            int precision = date.precision().ordinal();
            boolean old = date.date().isBefore(article.published().minusDays(31));
            int side = date.first() > c.last() ? 1 : 0;
            out.add("date", when, precision, old ? 1 : 0);
            out.add("date.near", when * 3 + precision, old ? 1 : 0, side * 4 + Math.min(3, Math.max(0, distance) / 4));
            if (date.since()) {
                out.add("date.since", side);
            }
        }
        out.add("dates", Math.min(2, c.view().dates().size()));
    }
}
