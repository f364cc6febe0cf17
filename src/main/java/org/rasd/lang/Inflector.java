package org.rasd.lang;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the forms of a listed word.
 *
 * <p>How a word is written in lists: {@code وقع/يوقع} is a verb (third person past and present), {@code =كان} a fixed
 * form that takes no ending, anything else a noun or a phrase whose first word is one. Broken plurals are listed as
 * words of their own.
 */
public final class Inflector {
    private Inflector() {}

    /** All folded forms of {@code entry}. */
    public static List<Surface> forms(String entry) {
        if (entry.startsWith("=")) {
            return List.of(new Surface(Folding.phrase(entry.substring(1)), Attach.FIXED, Tense.NONE));
        }
        int slash = entry.indexOf('/');
        if (slash > 0) {
            return verb(
                    entry.substring(0, slash).strip(),
                    entry.substring(slash + 1).strip());
        }
        return noun(entry);
    }

    private static List<Surface> noun(String raw) {
        Set<Surface> out = new LinkedHashSet<>();
        String word = Folding.phrase(raw);
        boolean phrase = word.indexOf(' ') >= 0;
        put(out, word, Attach.NOUN, Tense.NONE);
        if (word.startsWith("ال") && word.length() > 3) {
            put(out, "لل" + word.substring(2), Attach.FIXED, Tense.NONE);
        }
        if (phrase) {
            return List.copyOf(out);
        }
        if (word.endsWith("ه") && raw.strip().endsWith("ة")) {
            String stem = word.substring(0, word.length() - 1);
            put(out, stem + "ت", Attach.NOUN_OPEN, Tense.NONE);
            put(out, stem + "تين", Attach.NOUN, Tense.NONE);
            put(out, stem + "تان", Attach.NOUN, Tense.NONE);
            put(out, stem + "ات", Attach.NOUN, Tense.NONE);
        } else if (!word.endsWith("ات") && !word.endsWith("ين") && !word.endsWith("ون")) {
            put(out, word + "ا", Attach.FIXED, Tense.ACCUSATIVE);
            put(out, word + "ين", Attach.NOUN, Tense.NONE);
            put(out, word + "ان", Attach.NOUN, Tense.NONE);
            put(out, word + "ات", Attach.NOUN, Tense.NONE);
        }
        return List.copyOf(out);
    }

    private static List<Surface> verb(String rawPast, String rawPresent) {
        Set<Surface> out = new LinkedHashSet<>();
        int spacePast = rawPast.indexOf(' ');
        String tail = spacePast < 0 ? "" : " " + Folding.phrase(rawPast.substring(spacePast));
        past(out, Folding.phrase(firstWord(rawPast)), tail);
        present(out, Folding.phrase(firstWord(rawPresent)), tail);
        return List.copyOf(out);
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static void past(Set<Surface> out, String past, String tail) {
        char last = past.charAt(past.length() - 1);
        String stem = past.substring(0, past.length() - 1);
        put(out, past + tail, Attach.PAST, Tense.PAST);
        if (last == 'ا' || last == 'ي') {
            // Defective verbs open the stem before a pronoun: دعا, دعاه; استولى, استولاه.
            put(out, stem + "ت" + tail, Attach.PAST, Tense.PAST);
            plural(out, stem + "و", tail, Attach.PAST, Attach.PAST_OPEN, Tense.PAST);
            put(out, stem + "ا" + tail, Attach.PAST_OPEN, Tense.PAST);
            put(out, stem + "يا" + tail, Attach.PAST, Tense.PAST);
        } else {
            put(out, past + "ت" + tail, Attach.PAST, Tense.PAST);
            put(out, past + "تا" + tail, Attach.PAST, Tense.PAST);
            put(out, past + "نا" + tail, Attach.PAST, Tense.PAST);
            put(out, past + "ا" + tail, Attach.PAST, Tense.PAST);
            plural(out, past + "و", tail, Attach.PAST, Attach.PAST_OPEN, Tense.PAST);
        }
    }

    private static void plural(Set<Surface> out, String stem, String tail, Attach closed, Attach open, Tense tense) {
        put(out, stem + "ا" + tail, closed, tense);
        if (tail.isEmpty()) {
            put(out, stem, open, tense);
        }
    }

    private static void present(Set<Surface> out, String present, String tail) {
        if (!present.startsWith("ي") || present.length() < 3) {
            put(out, present + tail, Attach.PRESENT, Tense.PRESENT);
            return;
        }
        String body = present.substring(1);
        for (String person : new String[] {"ي", "ت", "ن", "ا"}) {
            put(out, person + body + tail, Attach.PRESENT, Tense.PRESENT);
        }
        char last = body.charAt(body.length() - 1);
        boolean defective = last == 'ي' || last == 'و' || last == 'ا';
        String stem = defective ? body.substring(0, body.length() - 1) : body;
        for (String person : new String[] {"ي", "ت"}) {
            if (defective) {
                put(out, person + stem + tail, Attach.FIXED, Tense.PRESENT);
            }
            plural(out, person + stem + "و", tail, Attach.PRESENT, Attach.PRESENT_OPEN, Tense.PRESENT);
            put(out, person + stem + "ون" + tail, Attach.PRESENT, Tense.PRESENT);
            put(out, person + (defective && last == 'ي' ? body : stem) + "ان" + tail, Attach.PRESENT, Tense.PRESENT);
            hollowJussive(out, person, body, tail);
        }
    }

    /** لم يقل, لم يدن: the long vowel falls out where nothing follows. */
    private static void hollowJussive(Set<Surface> out, String person, String body, String tail) {
        int at = body.length() - 2;
        if (at > 0
                && (body.charAt(at) == 'و' || body.charAt(at) == 'ي' || body.charAt(at) == 'ا')
                && body.length() > 3) {
            String shortForm = body.substring(0, at) + body.substring(at + 1);
            put(out, person + shortForm + tail, Attach.FIXED, Tense.PRESENT);
        }
    }

    private static void put(Set<Surface> out, String text, Attach attach, Tense tense) {
        if (text.length() > 1) {
            out.add(new Surface(text, attach, tense));
        }
    }
}
