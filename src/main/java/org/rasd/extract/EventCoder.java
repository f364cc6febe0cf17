package org.rasd.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rasd.lang.Clitics;
import org.rasd.lang.DateExpression;

/**
 * Decides which candidates of an article report events, and what of each. Not thread-safe (it reuses its buffers); cheap to
 * make, so each call of the extractor makes one.
 */
final class EventCoder {
    private static final int OLD_DAYS = 30;

    /** Sentences back to where a word that a type needs may stand. */
    private static final int REACH = 3;

    private static final double CONDITIONS_HOLD = 0.05;
    private static final int ACCEPT = 0;
    private static final int HISTORICAL = 1;
    private static final int STATUS = 2;

    /** Log-odds of about one in ten. */
    private static final double HOPELESS = -2.2;

    private final CoderLexicon lexicon;
    private final ContextFeatures context;
    private final StatusRule statusRule;
    private final StatusFeatures statusFeatures;
    private final CoderModels models;
    private final RoleModels roles;
    private final DateChooser dates;
    private final PersonsCounter persons;
    private final Thresholds thresholds;
    private final OptionalInt sport;
    private final Features features = new Features();
    private final VectorModel events;
    private final VectorModel gate;
    private final double[] gateScore = new double[1];
    private final Told told = new Told();
    private Map<String, Map<Status, Integer>> tally = Map.of();
    private final double[] scores = new double[STATUS + Status.values().length];

    /** From which score a candidate counts, by type; {@code usual} for types without their own. */
    record Thresholds(double usual, Map<String, Double> byType) {
        double of(String type) {
            return byType.getOrDefault(type, usual);
        }
    }

    EventCoder(CoderLexicon lexicon, CoderModels models, Thresholds thresholds) {
        this.lexicon = lexicon;
        this.models = models;
        this.thresholds = thresholds;
        events = models.get("event");
        gate = models.get("gate");
        sport = lexicon.classes().find("sport_page");
        context = new ContextFeatures(lexicon.classes());
        statusRule = new StatusRule(lexicon.classes());
        statusFeatures = new StatusFeatures(lexicon.classes(), statusRule);
        roles = new RoleModels(lexicon.classes(), models);
        dates = new DateChooser(models.get("date"), !models.isEmpty());
        persons = new PersonsCounter(lexicon.classes());
    }

    /** All events of an article in the order of their triggers. */
    List<CodedEvent> code(ArticleView article) {
        List<CodedEvent> out = new ArrayList<>();
        if (isSportsPage(article)) {
            return out;
        }
        begin(article);
        for (int s = 0; s < article.sentences().size(); s++) {
            List<Candidate> all = article.candidates().get(s);
            if (!all.isEmpty()) {
                int known = out.size();
                sentence(out, article, all);
                told.hear(out.subList(known, out.size()), s, s + 1);
            }
        }
        return out;
    }

    private void sentence(List<CodedEvent> out, ArticleView article, List<Candidate> all) {
        Map<String, CodedEvent> best = new HashMap<>();
        List<CodedEvent> kept = new ArrayList<>();
        for (Candidate c : all) {
            if (lacksNeeded(article, c) || isHopeless(article, c)) {
                continue;
            }
            fill(features, article, c, all);
            double confidence = accept(c, features);
            if (confidence < thresholds.of(c.type())) {
                continue;
            }
            CodedEvent known = best.get(c.type());
            if (known == null || rank(c, confidence) > rank(known.candidate(), known.confidence())) {
                CodedEvent event = event(article, c, all, confidence);
                if (known != null) {
                    kept.remove(known);
                }
                best.put(c.type(), event);
                kept.add(event);
            }
        }
        kept.sort(java.util.Comparator.comparingInt(
                        (CodedEvent e) -> e.candidate().first())
                .thenComparing(e -> e.candidate().type()));
        out.addAll(kept);
    }

    /** Of two triggers that are about as sure, the one whose conditions hold makes the better evidence. */
    private static double rank(Candidate c, double confidence) {
        return confidence + (c.isAllowed() ? CONDITIONS_HOLD : 0);
    }

    /** Everything that the models of acceptance, status and background look at. */
    void fill(Features out, ArticleView article, Candidate c, List<Candidate> all) {
        context.fill(out, article, c, all);
        statusFeatures.fill(out, c, tally);
        told.fill(out, c);
    }

    /** Looks the article over before its candidates are filled. */
    void begin(ArticleView article) {
        told.clear();
        tally = statusFeatures.tally(article);
    }

    /** Goes back to sentence {@code index} of the article begun, whose events so far are {@code events}. */
    void recall(List<CodedEvent> events, int index) {
        told.clear();
        told.hear(events, 0, index);
    }

    /** What the sentences before have told. */
    Told told() {
        return told;
    }

    /**
     * True where three sentences in ten, and at least two, speak of matches and players: clubs sign, attack, threaten and
     * swap, and none of it is an event.
     */
    boolean isSportsPage(ArticleView article) {
        if (sport.isEmpty()) {
            return false;
        }
        int found = article.holding()[sport.getAsInt()];
        return found > 1 && found * 10 >= article.sentences().size() * 3;
    }

    /**
     * True where no word that the type needs stands near: a deal is no exchange of prisoners where nobody is held, and what
     * is called one where a match or a player is spoken of is a transfer.
     */
    boolean lacksNeeded(ArticleView article, Candidate c) {
        EventTypeSpec type = lexicon.type(c.type());
        if (type.needs().isEmpty() || holdsNear(article, c, type.needs())) {
            return false;
        }
        return !holdsNear(article, c, type.suffices()) || isOfAnotherField(article, c);
    }

    /** True where a word stands near because of which what else would suffice does not. */
    boolean isOfAnotherField(ArticleView article, Candidate c) {
        return holdsNear(article, c, lexicon.type(c.type()).sufficesUnless());
    }

    /** True where one of {@code classes} stands in the sentence, one of the three before it or the headline. */
    private static boolean holdsNear(ArticleView article, Candidate c, ClassMask classes) {
        if (classes.isEmpty()) {
            return false;
        }
        int here = c.view().index();
        for (int s = Math.max(0, here - REACH); s <= here; s++) {
            if (holds(article.sentences().get(s), classes)) {
                return true;
            }
        }
        return holds(article.sentences().get(0), classes);
    }

    private static boolean holds(SentenceView view, ClassMask classes) {
        return view.anyClass(classes, 0, view.words().count() - 1);
    }

    /** True where a look at few features says that the full model would say no. */
    boolean isHopeless(ArticleView article, Candidate c) {
        if (models.isEmpty()) {
            return false;
        }
        context.gate(features, article, c);
        gateScore[0] = 0;
        gate.score(features, gateScore, 0);
        return gateScore[0] < HOPELESS;
    }

    /** The features of the first look. */
    void fillGate(Features out, ArticleView article, Candidate c) {
        context.gate(out, article, c);
    }

    double accept(Candidate c, Features filled) {
        if (models.isEmpty()) {
            return c.isAllowed() ? c.rule().prior() : 0;
        }
        java.util.Arrays.fill(scores, 0);
        events.score(filled, scores, 0);
        return models.calibration().of(sigmoid(scores[ACCEPT]));
    }

    private CodedEvent event(ArticleView article, Candidate c, List<Candidate> all, double confidence) {
        Status status = status(c);
        EventTypeSpec spec = lexicon.type(c.type());
        boolean old = !models.isEmpty() && scores[HISTORICAL] > 0;
        Optional<DateExpression> date = dates.choose(article, c, all);
        if (date.isPresent()) {
            DateExpression told = date.get();
            java.time.LocalDate end = switch (told.precision()) {
                case DAY -> told.date();
                case MONTH -> told.date().plusMonths(1);
                case YEAR -> told.date().plusYears(1);
            };
            old |= told.since() ? old : end.isBefore(article.published().minusDays(OLD_DAYS));
        }
        RoleModels.Roles who = roles.assign(article, told, c, all, spec.twoSided());
        Optional<Integer> count = spec.countsPersons() ? persons.count(c) : Optional.empty();
        return new CodedEvent(c, confidence, status, old, who.source(), who.target(), who.mediators(), count, date);
    }

    /** The status with the best score; the nearest cue where no model knows. */
    private Status status(Candidate c) {
        if (models.isEmpty()) {
            return statusRule.judge(c).status();
        }
        Status best = Status.PLANNED;
        double bestScore = Double.NEGATIVE_INFINITY;
        boolean ahead = c.match().has(Clitics.FUTURE)
                || c.first() > 0 && c.view().words().form(c.first() - 1).equals("سوف");
        for (Status status : Status.values()) {
            if (ahead && status == Status.OCCURRED) {
                continue;
            }
            double score = scores[STATUS + status.ordinal()];
            if (score > bestScore) {
                best = status;
                bestScore = score;
            }
        }
        return best;
    }

    /** How sure the model is of a candidate. */
    double confidence(ArticleView article, Candidate c, List<Candidate> all) {
        fill(features, article, c, all);
        return accept(c, features);
    }

    /** The nearest cue of status, with the word. */
    String cue(Candidate c) {
        StatusRule.Verdict verdict = statusRule.judge(c);
        return verdict.cue() + " (" + verdict.status().code() + ")";
    }

    /** One line for each code in reach: its role and where it stands. */
    List<String> roleReasons(ArticleView article, Candidate c, List<Candidate> all) {
        return roles.reasons(article, told, c, all, lexicon.type(c.type()).twoSided());
    }

    /** The logistic function. */
    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
