package org.rasd.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rasd.model.ConfRoot;

/**
 * Tells how a text is read: words, names, every trigger that fired with what became of it, and for each event its status,
 * parties, date and number with the reason for each.
 */
public final class SentenceExplainer {
    private final ArticleExtractor extractor;
    private final EventCoder coder;

    /** Reads with the rules, lists and models of {@code conf}; triggers below {@code minConfidence} are suppressed. */
    public SentenceExplainer(ConfRoot conf, double minConfidence) {
        extractor = new ArticleExtractor(conf, new ExtractSettings(minConfidence, ExtractSettings.Entities.GAZETTEER));
        coder = extractor.coder();
    }

    /** The lines for a headline (may be empty) and a text published on {@code day}. */
    public List<String> explain(String headline, String text, LocalDate day) {
        ArticleView article = extractor.view(headline, text, day);
        List<CodedEvent> events = coder.code(article);
        List<String> out = new ArrayList<>();
        for (SentenceView view : article.sentences()) {
            if (view.words().count() > 0) {
                sentence(out, article, view, events);
            }
        }
        return out;
    }

    private void sentence(List<String> out, ArticleView article, SentenceView view, List<CodedEvent> events) {
        out.add((view.index() == 0 ? "headline" : "sentence " + view.index()) + ", words: "
                + IntStream.range(0, view.words().count())
                        .mapToObj(i -> i + ":" + view.words().form(i))
                        .collect(Collectors.joining(" ")));
        for (EntityHit hit : view.entities()) {
            out.add("  name \"" + words(view, hit.first(), hit.last()) + "\" = "
                    + (hit.isResolved() ? hit.code() : "unclear") + " ("
                    + hit.entry().kind().name().toLowerCase(Locale.ROOT) + ")");
        }
        view.dates()
                .forEach(date -> out.add("  date \"" + words(view, date.first(), date.last()) + "\" = " + date.date()
                        + " (" + date.precision().name().toLowerCase(Locale.ROOT) + ")"));
        List<Candidate> all = article.candidates().get(view.index());
        if (all.isEmpty()) {
            out.add("  no trigger fired");
        }
        coder.recall(events, view.index());
        for (Candidate c : all) {
            trigger(out, article, c, all, events);
        }
    }

    private static String words(SentenceView view, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(view.words()::form).collect(Collectors.joining(" "));
    }

    private void trigger(
            List<String> out, ArticleView article, Candidate c, List<Candidate> all, List<CodedEvent> events) {
        Optional<CodedEvent> event =
                events.stream().filter(e -> e.candidate().equals(c)).findFirst();
        out.add("  trigger \"" + words(c.view(), c.first(), c.last()) + "\" "
                + c.rule().id() + ": "
                + event.map(e -> "event " + c.type() + ", confidence " + number(e.confidence()))
                        .orElseGet(() -> suppressed(article, c, all, events)));
        for (int i = 0; i < c.rule().conditions().size(); i++) {
            boolean holds = (c.failed() & 1 << i) == 0;
            out.add("    condition " + c.rule().conditions().get(i).describe() + ": " + (holds ? "holds" : "fails"));
        }
        event.ifPresent(e -> details(out, article, e, all));
    }

    private String suppressed(ArticleView article, Candidate c, List<Candidate> all, List<CodedEvent> events) {
        if (coder.isSportsPage(article)) {
            return "suppressed: most of the text speaks of sport";
        }
        if (coder.lacksNeeded(article, c)) {
            return coder.isOfAnotherField(article, c)
                    ? "suppressed by suffices_unless: no word that " + c.type()
                            + " needs stands near, but one of another field"
                    : "suppressed by needs: no word of the classes that " + c.type() + " needs stands near";
        }
        if (coder.isHopeless(article, c)) {
            return "suppressed by the first look at rule and neighbours";
        }
        double confidence = coder.confidence(article, c, all);
        for (CodedEvent event : events) {
            boolean sameSentence = event.candidate().view().index() == c.view().index();
            if (sameSentence && event.candidate().type().equals(c.type())) {
                return "suppressed, the same event as "
                        + event.candidate().rule().id() + " (confidence " + number(confidence) + ")";
            }
        }
        return "suppressed by confidence " + number(confidence);
    }

    private void details(List<String> out, ArticleView article, CodedEvent event, List<Candidate> all) {
        Candidate c = event.candidate();
        out.add("    status " + event.status().code() + (event.historical() ? ", background" : "") + "; nearest cue: "
                + coder.cue(c));
        coder.roleReasons(article, c, all).forEach(reason -> out.add("    " + reason));
        event.date()
                .ifPresent(date -> out.add(
                        "    date " + date.date() + " from \"" + words(c.view(), date.first(), date.last()) + "\""));
        event.persons().ifPresent(n -> out.add("    persons " + n));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
