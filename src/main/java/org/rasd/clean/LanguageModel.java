package org.rasd.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The statistical detector for 183 languages. Its model is loaded once a JVM, when the first text needs it.
 *
 * <p>Cost: about a millisecond for each hundred characters; so only the first {@link #LONGEST} are looked at.
 */
final class LanguageModel {
    static final int LONGEST = 240;

    private final LanguageDetectorME detector = new LanguageDetectorME(Loaded.MODEL);

    /** The likeliest language; its confidence is its share of what the two likeliest have, since the rest grows with length. */
    Languages.Guess guess(String sample) {
        Language[] ranked =
                detector.predictLanguages(sample.length() > LONGEST ? sample.substring(0, LONGEST) : sample);
        double first = ranked[0].getConfidence();
        double second = ranked.length > 1 ? ranked[1].getConfidence() : 0;
        return new Languages.Guess(LanguageCodes.twoLetters(ranked[0].getLang()), first / (first + second));
    }

    private static final class Loaded {
        private static final LanguageDetectorModel MODEL = load();

        private static LanguageDetectorModel load() {
            String name = "/langdetect-183.bin";
            try (InputStream in = LanguageModel.class.getResourceAsStream(name)) {
                return new LanguageDetectorModel(
                        Objects.requireNonNull(in, "Cannot tell languages: " + name + " is not on the class path"));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot tell languages: " + name + " cannot be read", e);
            }
        }
    }
}
