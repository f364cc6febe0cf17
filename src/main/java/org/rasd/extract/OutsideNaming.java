package org.rasd.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rasd.lang.Gazetteer;
import org.rasd.lang.GazetteerEntry;
import org.rasd.lang.Words;
import org.rasd.model.Article;
import org.rasd.model.Mention;

/**
 * Lays names that something else found beside those of the lists: where the two overlap, the list's name stands alone,
 * since it has a code; among overlapping outside names the first and longest stands.
 */
final class OutsideNaming {
    private static final Comparator<OutsideName> ORDER = Comparator.comparingInt(OutsideName::begin)
            .thenComparing(Comparator.comparingInt(OutsideName::end).reversed());

    private final Gazetteer gazetteer;

    OutsideNaming(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A name that stands, with its sentence and code. */
    record Placed(SentenceView sentence, OutsideName name, Optional<String> code) {}

    /** The names that stand, in the order of the text. */
    List<Placed> place(List<SentenceView> sentences, OutsideNames names) {
        List<Placed> out = new ArrayList<>();
        place(sentences.subList(0, 1), names.title(), out);
        place(sentences.subList(1, sentences.size()), names.body(), out);
        return out;
    }

    private void place(List<SentenceView> sentences, List<OutsideName> names, List<Placed> out) {
        int free = 0;
        int at = 0;
        for (OutsideName name : names.stream().sorted(ORDER).toList()) {
            while (at < sentences.size() && sentences.get(at).span().end() <= name.begin()) {
                at++;
            }
            if (at == sentences.size()) {
                return;
            }
            SentenceView sentence = sentences.get(at);
            if (name.begin() >= free && name.begin() >= sentence.span().begin() && isFree(sentence, name)) {
                out.add(new Placed(sentence, name, code(name)));
                free = name.end();
            }
        }
    }

    private static boolean isFree(SentenceView sentence, OutsideName name) {
        return isFree(sentence, name.begin(), name.end());
    }

    /** True where no name of the lists overlaps {@code begin..end}. */
    static boolean isFree(SentenceView sentence, int begin, int end) {
        Words words = sentence.words();
        return sentence.entities().stream()
                .noneMatch(hit -> words.sourceBegin(hit.first()) < end && begin < words.sourceEnd(hit.last()));
    }

    private Optional<String> code(OutsideName name) {
        return name.codes().stream().filter(gazetteer::isKnown).findFirst();
    }

    /** A row of the mentions table. */
    Mention mention(Article article, Placed placed) {
        OutsideName name = placed.name();
        String text = placed.sentence().index() == 0 ? article.title() : article.body();
        String surface = text.substring(name.begin(), name.end());
        return new Mention(
                article.articleId(),
                placed.sentence().index(),
                name.begin(),
                name.end(),
                surface,
                name.type(),
                placed.code().orElse(null),
                placed.code()
                        .map(gazetteer::name)
                        .orElse(name.name().isEmpty() ? EntityNames.plain(surface) : name.name()),
                name.confidence(),
                name.annotator(),
                article.publishedOn());
    }

    /** The sentences with the outside names that have a code among their entities, so that events know them. */
    static List<SentenceView> merge(List<SentenceView> sentences, List<Placed> placed) {
        return sentences.stream().map(sentence -> merge(sentence, placed)).toList();
    }

    private static SentenceView merge(SentenceView sentence, List<Placed> placed) {
        List<EntityHit> hits = new ArrayList<>(sentence.entities());
        for (Placed one : placed) {
            if (one.sentence() == sentence && one.code().isPresent()) {
                hit(sentence, one.name(), one.code().get()).ifPresent(hits::add);
            }
        }
        if (hits.size() == sentence.entities().size()) {
            return sentence;
        }
        hits.sort(Comparator.comparingInt(EntityHit::first));
        return sentence.withEntities(List.copyOf(hits));
    }

    private static Optional<EntityHit> hit(SentenceView sentence, OutsideName name, String code) {
        Words words = sentence.words();
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.count(); i++) {
            if (words.sourceBegin(i) < name.end() && name.begin() < words.sourceEnd(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        GazetteerEntry entry = new GazetteerEntry(
                first < 0 ? "" : words.form(first), code, name.type(), kind(name), Optional.empty(), Optional.empty());
        return first < 0 ? Optional.empty() : Optional.of(new EntityHit(first, last, code, entry, 0));
    }

    private static GazetteerEntry.Kind kind(OutsideName name) {
        return switch (name.type().toUpperCase(Locale.ROOT)) {
            case "PER" -> GazetteerEntry.Kind.LEADER;
            case "ORG" -> GazetteerEntry.Kind.ORG;
            default -> GazetteerEntry.Kind.NAME;
        };
    }
}
