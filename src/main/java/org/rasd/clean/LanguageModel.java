package org.rasd.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** The statistical detector for 183 languages. Its model is loaded once a JVM, when the first text needs it. */
final class LanguageModel {
    private final LanguageDetectorME detector = new LanguageDetectorME(Loaded.MODEL);

    Languages.Guess guess(String sample) {
        Language best = detector.predictLanguage(sample);
        return new Languages.Guess(LanguageCodes.twoLetters(best.getLang()), Math.min(1, best.getConfidence()));
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
