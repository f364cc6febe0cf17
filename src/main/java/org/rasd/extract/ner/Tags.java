package org.rasd.extract.ner;

import java.util.ArrayList;
import java.util.List;

/** The tags of the model as numbers: 0 is outside, then begin and inside of each type. */
public final class Tags {
    /** No entity. */
    public static final int OUTSIDE = 0;
    /** How many tags. */
    static final int COUNT = 9;

    private static final String[] TYPES = {"PER", "LOC", "ORG", "MISC"};

    private Tags() {}

    /** A name over tokens {@code first..last}; type is PER, LOC, ORG or MISC. */
    public record Name(int first, int last, String type) {}

    /** The number of a BIO tag of the corpora, whose spellings of types vary; what is unknown is outside. */
    static int parse(String tag) {
        if (tag.length() < 3 || tag.charAt(1) != '-') {
            return OUTSIDE;
        }
        String type = tag.substring(2).replace("-", "");
        int inside = tag.charAt(0) == 'I' ? 1 : 0;
        if (type.startsWith("PER")) {
            return 1 + inside;
        }
        return switch (type) {
            case "LOC", "GPE" -> 3 + inside;
            case "ORG" -> 5 + inside;
            default -> 7 + inside;
        };
    }

    /** A tag of the model as corpora write it: O, B-PER, I-PER and so on. */
    public static String text(int tag) {
        return tag == OUTSIDE ? "O" : (isInside(tag) ? "I-" : "B-") + type(tag);
    }

    static boolean isInside(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    static String type(int tag) {
        return TYPES[(tag - 1) / 2];
    }

    /** True where {@code tag} may follow {@code before}: inside follows begin or inside of its own type only. */
    static boolean mayFollow(int before, int tag) {
        return !isInside(tag) || before == tag || before == tag - 1;
    }

    /** The names in a sequence of tags; a lone inside tag begins a name. */
    public static List<Name> names(int[] tags) {
        List<Name> out = new ArrayList<>();
        int i = 0;
        while (i < tags.length) {
            if (tags[i] == OUTSIDE) {
                i++;
                continue;
            }
            String type = type(tags[i]);
            int end = i + 1;
            while (end < tags.length && isInside(tags[end]) && type(tags[end]).equals(type)) {
                end++;
            }
            out.add(new Name(i, end - 1, type));
            i = end;
        }
        return out;
    }
}
