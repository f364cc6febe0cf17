package org.rasd.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rasd.lang.Folding;
import org.rasd.model.Mention;

/** What mentions without a code are called, so that one entity has one name however a sentence bends it. */
final class EntityNames {
    private static final String CLITICS = "وفبلك";
    private static final int SHORTEST = 4;

    private EntityNames() {}

    /** A name without diacritics, tatweel and invisible characters, and with single spaces. */
    static String plain(String surface) {
        StringBuilder out = new StringBuilder(surface.length());
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (!Folding.vanishes(c)) {
                out.append(Character.isWhitespace(c) || c == '\u00A0' ? ' ' : c);
            }
        }
        return out.toString().strip().replaceAll(" {2,}", " ");
    }

    /** The same mentions; a conjunction or preposition is off a name that the article has without it too. */
    static List<Mention> settled(List<Mention> mentions) {
        Set<String> names = new HashSet<>();
        for (Mention one : mentions) {
            if (one.entityId() == null) {
                names.add(key(one.entityType(), one.entityName()));
            }
        }
        return mentions.stream().map(one -> settled(one, names)).toList();
    }

    private static Mention settled(Mention one, Set<String> names) {
        String name = one.entityName();
        boolean may = one.entityId() == null && name.length() > SHORTEST && CLITICS.indexOf(name.charAt(0)) >= 0;
        return may && names.contains(key(one.entityType(), name.substring(1))) ? renamed(one, name.substring(1)) : one;
    }

    private static String key(String type, String name) {
        return type + ' ' + Folding.phrase(name);
    }

    private static Mention renamed(Mention one, String name) {
        return new Mention(
                one.articleId(),
                one.sentenceIndex(),
                one.begin(),
                one.end(),
                one.surface(),
                one.entityType(),
                one.entityId(),
                name,
                one.confidence(),
                one.annotator(),
                one.publishedOn());
    }
}
