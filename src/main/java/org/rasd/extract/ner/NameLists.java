package org.rasd.extract.ner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rasd.lang.Gazetteer;
import org.rasd.lang.GazetteerEntry;
import org.rasd.lang.Surface;
import org.rasd.lang.Tsv;
import org.rasd.model.ConfRoot;

/**
 * What lists say of words and phrases: classes as short numbers, such as a frequent given name, a place, a word of a
 * leader's name.
 *
 * <p>Source: conf/models/tagger-names.tsv and the gazetteer. Built once, then read by any number of threads.
 */
final class NameLists {
    /** No class. */
    private static final short[] NONE = {};

    private final Map<String, short[]> words = new HashMap<>();
    private final Map<String, short[]> phrases = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    private NameLists() {}

    static NameLists load(ConfRoot conf) {
        NameLists out = new NameLists();
        for (Tsv.Row row : Tsv.read(conf, "models/tagger-names.tsv")) {
            for (String cls : row.get("classes").split(" ")) {
                out.add(row.get("phrase"), (short) (cls.charAt(0) * 16 + cls.charAt(1) - '0'));
            }
        }
        for (GazetteerEntry entry : Gazetteer.load(conf, (place, what) -> {}).entries()) {
            if (entry.kind() != GazetteerEntry.Kind.BLOCKED) {
                for (Surface form : Gazetteer.forms(entry)) {
                    out.add(form.text(), kind(entry));
                }
            }
        }
        return out;
    }

    private static short kind(GazetteerEntry entry) {
        int letter = switch (entry.kind()) {
            case NAME, ALIAS -> 'c';
            case DEMONYM -> 'd';
            case CAPITAL, CITY -> 't';
            case REGION -> 'r';
            case LEADER, MINISTER -> 'l';
            case SEAT -> 's';
            case ORG, GROUP, BLOCKED -> 'o';
        };
        return (short) (letter * 16 + (entry.entityType().startsWith("O") ? 1 : 0));
    }

    private void add(String phrase, short cls) {
        int space = phrase.indexOf(' ');
        if (space < 0) {
            put(words, phrase, cls);
            return;
        }
        put(phrases, phrase, cls);
        String[] parts = phrase.split(" ");
        longest.merge(parts[0], parts.length, Math::max);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].length() > 2) {
                put(words, parts[i], (short) ((cls & ~15) + (i == 0 ? 14 : 15)));
            }
        }
    }

    private static void put(Map<String, short[]> map, String key, short cls) {
        short[] old = map.getOrDefault(key, NONE);
        for (short one : old) {
            if (one == cls) {
                return;
            }
        }
        short[] grown = Arrays.copyOf(old, old.length + 1);
        grown[old.length] = cls;
        map.put(key, grown);
    }

    /** Classes of one word; empty where no list has it. */
    short[] word(String word) {
        return words.getOrDefault(word, NONE);
    }

    /** The longest phrase that starts with one of {@code stems} at token {@code at} of {@code forms}. */
    Match phrase(List<Forms.Stem> stems, String[] forms, int at) {
        for (Forms.Stem stem : stems) {
            int most = Math.min(longest.getOrDefault(stem.text(), 0), forms.length - at);
            for (int length = most; length > 1; length--) {
                short[] classes = phrases.get(join(stem.text(), forms, at + 1, at + length));
                if (classes != null) {
                    return new Match(length, classes);
                }
            }
        }
        return Match.NOTHING;
    }

    private static String join(String head, String[] forms, int from, int to) {
        StringBuilder out = new StringBuilder(head);
        for (int i = from; i < to; i++) {
            out.append(' ').append(forms[i]);
        }
        return out.toString();
    }

    /** A phrase of {@code length} tokens. */
    record Match(int length, short[] classes) {
        static final Match NOTHING = new Match(0, NONE);
    }
}
