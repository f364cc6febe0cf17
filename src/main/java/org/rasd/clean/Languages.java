package org.rasd.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text from its first few hundred letters.
 *
 * <p>Arabic script with common Arabic function words and no foreign letters is Arabic at once; everything else asks the
 * model, and letters of Kurdish, Persian, Urdu and Pashto overrule it. Not safe for several threads: one a task.
 */
final class Languages {
    private static final int SAMPLE = 400;
    private static final double UNSURE = 0.3;
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "التي", "الذي", "هذا", "هذه", "مع", "بعد", "قبل", "وقال",
            "قال", "لا", "لم", "كما", "بين", "خلال", "إن", "أو", "ما");

    private final LanguageDetectorME detector;

    /** What was found; {@code und} where it is not clear. */
    record Guess(String language, double confidence) {}

    Languages() {
        try (InputStream in = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
            detector = new LanguageDetectorME(new LanguageDetectorModel(
                    java.util.Objects.requireNonNull(in, "the language model is missing from the class path")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load the language model", e);
        }
    }

    Guess guess(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        int arabic = 0;
        int letters = 0;
        int kurdish = 0;
        int persian = 0;
        int urdu = 0;
        int pashto = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                arabic += c >= 0x600 && c <= 0x6FF ? 1 : 0;
                kurdish += "ڕڵێۆەڤ".indexOf(c) >= 0 ? 1 : 0;
                persian += "پچژگکی".indexOf(c) >= 0 ? 1 : 0;
                urdu += "ٹڈڑےںھہ".indexOf(c) >= 0 ? 1 : 0;
                pashto += "ښړډټځڅېۍ".indexOf(c) >= 0 ? 1 : 0;
            }
        }
        if (letters == 0) {
            return new Guess("und", 0);
        }
        if (arabic * 2 > letters) {
            double least = letters * 0.03;
            if (kurdish > least) {
                return new Guess("ckb", 0.9);
            } else if (urdu > least) {
                return new Guess("ur", 0.9);
            } else if (pashto > least) {
                return new Guess("ps", 0.9);
            } else if (persian > least) {
                return new Guess("fa", 0.9);
            }
            return functionWords(sample) >= 2 || sample.length() < 60 ? new Guess("ar", 0.99) : model(sample);
        }
        return model(sample);
    }

    private static int functionWords(String sample) {
        int found = 0;
        for (String word : sample.split(" ")) {
            found += FUNCTION_WORDS.contains(word) ? 1 : 0;
        }
        return found;
    }

    private Guess model(String sample) {
        Language best = detector.predictLanguage(sample);
        if (best.getConfidence() < UNSURE) {
            return new Guess("und", best.getConfidence());
        }
        return new Guess(twoLetters(best.getLang()), best.getConfidence());
    }

    private static String twoLetters(String three) {
        return switch (three) {
            case "ara" -> "ar";
            case "eng" -> "en";
            case "fra" -> "fr";
            case "pes" -> "fa";
            case "urd" -> "ur";
            case "tur" -> "tr";
            case "deu" -> "de";
            case "spa" -> "es";
            case "rus" -> "ru";
            case "pus" -> "ps";
            default -> three;
        };
    }
}
