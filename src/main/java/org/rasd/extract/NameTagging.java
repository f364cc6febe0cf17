package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rasd.extract.ner.Tagger;
import org.rasd.extract.ner.TaggerData;
import org.rasd.extract.ner.Tags;
import org.rasd.extract.ner.Tokens;
import org.rasd.model.Article;
import org.rasd.model.Mention;

/**
 * Names that no list has: what the tagger finds where the gazetteer found nothing.
 *
 * <p>Shape: mentions without a code, by the annotator {@code tagger}; where a name of the gazetteer overlaps, that one stands
 * alone. Any number of threads: each takes a tagger of its own for the time of an article.
 */
final class NameTagging {
    private static final double CONFIDENCE = 0.75;

    private final TaggerData data;
    private final Queue<Tagger> idle = new ConcurrentLinkedQueue<>();

    NameTagging(TaggerData data) {
        this.data = data;
    }

    /** Adds the tagger's mentions of {@code article} to {@code out}. */
    void add(Article article, List<SentenceView> sentences, List<Mention> out) {
        Tagger free = idle.poll();
        Tagger tagger = free == null ? new Tagger(data) : free;
        for (SentenceView sentence : sentences) {
            String text = sentence.index() == 0 ? article.title() : article.body();
            List<Tokens.Token> tokens =
                    Tokens.of(text, sentence.span().begin(), sentence.span().end());
            List<String> forms = new ArrayList<>(tokens.size());
            tokens.forEach(token -> forms.add(token.text()));
            for (Tags.Name name : tagger.names(forms)) {
                int begin = tokens.get(name.first()).begin();
                int end = tokens.get(name.last()).end();
                if (!name.type().equals("MISC") && OutsideNaming.isFree(sentence, begin, end) && isWord(tokens, name)) {
                    out.add(mention(article, sentence, text.substring(begin, end), begin, name.type()));
                }
            }
        }
        idle.add(tagger);
    }

    /** A name of marks alone is none. */
    private static boolean isWord(List<Tokens.Token> tokens, Tags.Name name) {
        return tokens.subList(name.first(), name.last() + 1).stream()
                .anyMatch(token -> Character.isLetter(token.text().codePointAt(0)));
    }

    private Mention mention(Article article, SentenceView sentence, String surface, int begin, String type) {
        return new Mention(
                article.articleId(),
                sentence.index(),
                begin,
                begin + surface.length(),
                surface,
                type,
                null,
                EntityNames.plain(data.withoutClitics(surface)),
                CONFIDENCE,
                "tagger",
                article.publishedOn());
    }
}
