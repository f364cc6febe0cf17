package org.rasd.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rasd.extract.ner.TaggerData;
import org.rasd.lang.DateExpression;
import org.rasd.lang.SentenceSplitter;
import org.rasd.lang.Span;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;

/**
 * Reads one article: sentences, names, events.
 *
 * <p>Shape: mentions and event mentions in the order of the text; {@code eventId} is null. Articles in a language other
 * than Arabic give nothing. Never fails on any text. Cost: one pass of the automaton over the text, then work on the
 * triggers it found. Built once from the files of conf, then used by any number of threads.
 */
public final class ArticleExtractor {
    private static final String LANGUAGE = "ar";
    private static final double NAME_CONFIDENCE = 0.95;
    private static final double UNCLEAR_CONFIDENCE = 0.5;

    private final CoderLexicon lexicon;
    private final CoderModels models;
    private final EventCoder.Thresholds thresholds;
    private final SentenceAnalyzer analyzer;
    private final Topics topics;
    private final Optional<NameTagging> tagging;
    private final OutsideNaming outside;

    /** Reads and compiles the files of {@code conf}; all problems in them are told in one IllegalArgumentException. */
    public ArticleExtractor(ConfRoot conf, ExtractSettings settings) {
        this(
                CoderLexicon.load(conf),
                CoderModels.load(conf),
                new EventCoder.Thresholds(settings.minConfidence(), Map.of()),
                settings.entities() == ExtractSettings.Entities.TAGGER
                        ? Optional.of(new NameTagging(TaggerData.load(conf)))
                        : Optional.empty());
    }

    ArticleExtractor(CoderLexicon lexicon, CoderModels models, EventCoder.Thresholds thresholds) {
        this(lexicon, models, thresholds, Optional.empty());
    }

    private ArticleExtractor(
            CoderLexicon lexicon, CoderModels models, EventCoder.Thresholds thresholds, Optional<NameTagging> tagging) {
        this.tagging = tagging;
        outside = new OutsideNaming(lexicon.gazetteer());
        this.lexicon = lexicon;
        this.models = models;
        this.thresholds = thresholds;
        analyzer = new SentenceAnalyzer(lexicon);
        topics = new Topics(lexicon.classes());
    }

    /** Everything that {@code article} reports. */
    public Extraction extract(Article article) {
        return extract(article, OutsideNames.NONE);
    }

    /** The same where something else found names too; those with a code take part in events. */
    public Extraction extract(Article article, OutsideNames names) {
        if (!article.language().equals(LANGUAGE)) {
            return Extraction.NOTHING;
        }
        ArticleView view = view(article.title(), article.body(), article.publishedOn());
        List<Mention> mentions = mentions(article, view.sentences());
        if (!names.isEmpty()) {
            List<OutsideNaming.Placed> placed = outside.place(view.sentences(), names);
            placed.forEach(one -> mentions.add(outside.mention(article, one)));
            view = view.withSentences(OutsideNaming.merge(view.sentences(), placed));
        }
        List<EventMention> events = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (CodedEvent event : coder().code(view)) {
            events.add(row(article, view, event, seen));
        }
        return new Extraction(EntityNames.settled(mentions), events);
    }

    /** The names of {@code article} alone: without the work that events take. */
    public List<Mention> mentions(Article article) {
        return article.language().equals(LANGUAGE)
                ? EntityNames.settled(
                        mentions(article, sentences(article.title(), article.body(), article.publishedOn())))
                : List.of();
    }

    /** The sentences of an article with all that lists and grammars find in them. */
    ArticleView view(String title, String body, LocalDate published) {
        return ArticleView.of(
                published,
                sentences(title, body, published),
                lexicon.classes().names().size());
    }

    private List<SentenceView> sentences(String title, String body, LocalDate published) {
        List<SentenceView> sentences = new ArrayList<>();
        sentences.add(analyzer.analyze(title, new Span(0, title.length()), 0, published));
        for (Span span : SentenceSplitter.split(body)) {
            sentences.add(analyzer.analyze(body, span, sentences.size(), published));
        }
        return SentenceAnalyzer.settle(sentences, published);
    }

    private List<Mention> mentions(Article article, List<SentenceView> sentences) {
        List<Mention> out = new ArrayList<>();
        for (SentenceView sentence : sentences) {
            String text = sentence.index() == 0 ? article.title() : article.body();
            for (EntityHit hit : sentence.entities()) {
                int begin = sentence.words().sourceBegin(hit.first());
                int end = sentence.words().sourceEnd(hit.last());
                out.add(new Mention(
                        article.articleId(),
                        sentence.index(),
                        begin,
                        end,
                        text.substring(begin, end),
                        hit.entry().entityType(),
                        hit.isResolved() ? hit.code() : null,
                        hit.isResolved()
                                ? lexicon.gazetteer().name(hit.code())
                                : hit.entry().surface(),
                        hit.isResolved() ? NAME_CONFIDENCE : UNCLEAR_CONFIDENCE,
                        "gazetteer",
                        article.publishedOn()));
            }
        }
        tagging.ifPresent(names -> names.add(article, sentences, out));
        return out;
    }

    private EventMention row(Article article, ArticleView view, CodedEvent event, Map<String, Integer> seen) {
        Candidate c = event.candidate();
        SentenceView sentence = c.view();
        String text = sentence.index() == 0 ? article.title() : article.body();
        int begin = sentence.words().sourceBegin(c.first());
        int end = sentence.words().sourceEnd(c.last());
        TriggerRule rule = c.rule();
        Codes codes = lexicon.type(c.type()).codes();
        String cameo = codes.cameo(event.status(), rule.cameo());
        String id = id(article, event, begin, end, seen);
        Optional<DateExpression> told = event.date();
        boolean undated = told.isEmpty() && event.status() == Status.OCCURRED && !event.historical();
        return new EventMention(
                id,
                null,
                article.articleId(),
                article.storyId(),
                sentence.index(),
                text.substring(sentence.span().begin(), sentence.span().end()),
                begin,
                end,
                text.substring(begin, end),
                c.type(),
                rule.mode().orElse(null),
                event.status().code(),
                event.historical(),
                event.source(),
                event.target(),
                event.mediators(),
                countries(event),
                event.persons().orElse(null),
                told.map(date -> day(date, event.status())).orElse(undated ? view.published() : null),
                told.map(date -> lower(date.precision())).orElse(undated ? "day" : null),
                told.map(date -> lower(date.basis())).orElse(undated ? "published" : null),
                topics.of(c).orElse(null),
                codes.plover(event.status()),
                event.status() == Status.OCCURRED
                        ? codes.ploverMode().or(rule::mode).orElse(null)
                        : null,
                cameo,
                Codes.quadClass(cameo),
                rule.id(),
                Math.round(event.confidence() * 1000) / 1000.0,
                article.publishedOn());
    }

    private static String id(Article article, CodedEvent event, int begin, int end, Map<String, Integer> seen) {
        Candidate c = event.candidate();
        String key = String.join(
                "\u001F",
                article.articleId(),
                Integer.toString(c.view().index()),
                c.type(),
                begin + "-" + end,
                String.join(",", event.source()),
                String.join(",", event.target()),
                event.status().code());
        int repeat = seen.merge(key, 1, Integer::sum);
        return Hash.of(key, Integer.toString(repeat));
    }

    private List<String> countries(CodedEvent event) {
        return Stream.concat(event.source().stream(), event.target().stream())
                .filter(lexicon.gazetteer()::isCountry)
                .distinct()
                .sorted()
                .toList();
    }

    /** A weekday without a direction lies ahead for what is still to come. */
    private static LocalDate day(DateExpression date, Status status) {
        boolean ahead = status == Status.PLANNED || status == Status.PROPOSED;
        return ahead ? date.ahead() : date.date();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A coder of its own for one caller. */
    EventCoder coder() {
        return new EventCoder(lexicon, models, thresholds);
    }

    CoderLexicon lexicon() {
        return lexicon;
    }
}
