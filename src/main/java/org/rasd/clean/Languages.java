package org.rasd.clean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Chars;

/**
 * Tells the language of an article from a few hundred of its letters, and abstains ({@code und}) where it is not clear.
 *
 * <p>Arabic script is told apart by letters and small words, which is sure for the languages that share it and costs next
 * to nothing; all else asks the statistical model. A declared language settles only what the text leaves open. Not safe
 * for several threads: one a task.
 */
final class Languages {
    static final String UNCLEAR = "und";
    private static final int HEAD = 500;
    private static final int MIDDLE = 300;
    private static final int FEW_LETTERS = 20;
    private static final double SURE = 0.6;
    private static final double LIKELY = 0.5;
    private static final double DECLARED = 0.6;

    private @Nullable LanguageModel model;

    /** What was found; {@code und} where it is not clear. */
    record Guess(String language, double confidence) {
        static final Guess NONE = new Guess(UNCLEAR, 0);
    }

    /** The language of {@code text}, declared as {@code declared} (a tag such as {@code ar-EG}) where it is declared. */
    Guess guess(String text, @Nullable String declared) {
        String sample = sample(text);
        String hint = hint(declared);
        ScriptCount script = ScriptCount.of(sample);
        if (script.letters() == 0) {
            return Guess.NONE;
        }
        if (script.isArabic()) {
            return arabicScript(sample, hint);
        }
        if (script.letters() < FEW_LETTERS) {
            return Guess.NONE;
        }
        Guess latin = LatinScript.judge(sample);
        return latin.confidence() > 0 ? latin : statistical(sample, hint);
    }

    private Guess arabicScript(String sample, String hint) {
        ArabicScript.Verdict verdict = ArabicScript.judge(sample);
        if (!verdict.language().equals(UNCLEAR)) {
            return new Guess(verdict.language(), verdict.confidence());
        }
        if (ArabicScript.COVERS.contains(hint) && !verdict.speaksAgainst(hint)) {
            return new Guess(hint, DECLARED);
        }
        if (verdict.words() < ArabicScript.FEW_WORDS) {
            return Guess.NONE;
        }
        return statistical(sample, hint);
    }

    private Guess statistical(String sample, String hint) {
        if (model == null) {
            model = new LanguageModel();
        }
        Guess best = model.guess(sample);
        boolean enough = best.confidence() >= SURE || (best.language().equals(hint) && best.confidence() >= LIKELY);
        return enough ? best : new Guess(UNCLEAR, best.confidence());
    }

    /** The beginning and a piece from the middle: a page may open in another language than it goes on in. */
    private static String sample(String text) {
        if (text.length() <= HEAD + MIDDLE) {
            return text;
        }
        int middle = Math.max(HEAD, text.length() / 2);
        return text.substring(0, HEAD) + ' ' + text.substring(middle, Math.min(text.length(), middle + MIDDLE));
    }

    private static String hint(@Nullable String declared) {
        String tag = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < tag.length() && tag.charAt(end) >= 'a' && tag.charAt(end) <= 'z') {
            end++;
        }
        String first = tag.substring(0, end);
        return first.length() == 3 ? LanguageCodes.twoLetters(first) : first;
    }

    /** Letters in all, and those of the Arabic script. */
    private record ScriptCount(int letters, int arabic) {
        static ScriptCount of(String sample) {
            int letters = 0;
            int arabic = 0;
            for (int i = 0; i < sample.length(); i++) {
                char c = sample.charAt(i);
                if (Chars.isLetter(c)) {
                    letters++;
                    boolean inBlock = (c >= '\u0600' && c <= '\u06FF') || (c >= '\u0750' && c <= '\u077F');
                    arabic += inBlock || (c >= '\uFB50' && c <= '\uFEFC') ? 1 : 0;
                }
            }
            return new ScriptCount(letters, arabic);
        }

        boolean isArabic() {
            return arabic * 3 > letters; // lists of foreign names stand in Arabic articles
        }
    }
}
